import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length, Matches } from 'class-validator';

/** What may be asked of the matrix of reports. */
export class ReportListQuery {
  @ApiPropertyOptional({
    description: 'Année où finissent les exercices ; celle du jour quand rien n’est dit',
    example: '2027',
  })
  @IsOptional()
  @Matches(/^(19|20|21)\d{2}$/, { message: 'Une année est attendue.' })
  year?: string;

  @ApiPropertyOptional({ description: 'Mots cherchés dans le nom du pôle et de son pays' })
  @IsOptional()
  @Length(1, 200, { message: 'De 1 à 200 caractères.' })
  q?: string;

  @ApiPropertyOptional({ description: 'Compte en charge du pôle ; `me`, soi-même', example: 'me' })
  @IsOptional()
  @Length(1, 200, { message: 'De 1 à 200 caractères.' })
  referent?: string;
}
