import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { ACT_STANDINGS, type ActStanding } from '../domain/dossier/act-standing.js';

/** What may be asked of the acts of a pôle. */
export class PoleActsQuery {
  @ApiPropertyOptional({
    enum: ACT_STANDINGS,
    description: 'Ouverts, pas encore, ou plus jamais ; ouverts quand rien n’est dit',
    default: 'open',
  })
  @IsOptional()
  @IsIn(ACT_STANDINGS, { message: `États : ${ACT_STANDINGS.join(', ')}.` })
  standing?: ActStanding;

  @ApiPropertyOptional({ description: 'Nombre d’actes au plus, tous thèmes ensemble', example: '12' })
  @IsOptional()
  @Matches(/^([1-9]\d?|[1-4]\d\d|500)$/, { message: 'De 1 à 500.' })
  limit?: string;
}
