import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Length, Matches } from 'class-validator';

/** What may be asked of the journal of a pôle. */
export class TimelineQuery {
  @ApiPropertyOptional({
    enum: ['all', 'facts'],
    description: '`facts`, sans ce que le moteur note des échéances',
    default: 'all',
  })
  @IsOptional()
  @IsIn(['all', 'facts'], { message: 'all ou facts.' })
  lines?: 'all' | 'facts';

  @ApiPropertyOptional({ description: 'Mots cherchés dans la phrase de chaque ligne', example: 'avis' })
  @IsOptional()
  @Length(1, 200, { message: 'De 1 à 200 caractères.' })
  q?: string;

  @ApiPropertyOptional({
    enum: ['asc', 'desc'],
    description: 'La première ligne d’abord, ou la dernière',
    default: 'asc',
  })
  @IsOptional()
  @IsIn(['asc', 'desc'], { message: 'asc ou desc.' })
  order?: 'asc' | 'desc';

  @ApiPropertyOptional({ description: 'Rang de la dernière ligne de la page d’avant', example: '40' })
  @IsOptional()
  @Matches(/^\d{1,9}$/, { message: 'Un nombre entier est attendu.' })
  after?: string;

  @ApiPropertyOptional({ description: 'Taille de la page, 500 au plus ; sans elle, toutes les lignes', example: '50' })
  @IsOptional()
  @Matches(/^([1-9]\d?|[1-4]\d\d|500)$/, { message: 'De 1 à 500.' })
  limit?: string;
}
