import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PAYS_CODE } from '../domain/kernel/identifiers.js';
import { STAGES } from '../domain/dossier/stage.js';

const NUMBER = { message: 'Un nombre entier est attendu.' };

/** The filters of the list of pôles. Refuses unknown ones. */
export class PoleListQuery {
  @ApiPropertyOptional({ enum: Object.keys(STAGES), description: 'Étape' })
  @IsOptional()
  @IsIn(Object.keys(STAGES), { message: `Étapes : ${Object.keys(STAGES).join(', ')}.` })
  stage?: string;

  @ApiPropertyOptional({ description: 'Année du premier exercice', example: '2027' })
  @IsOptional()
  @Matches(/^\d{4}$/, NUMBER)
  year?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Un versement est retenu' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'true ou false.' })
  held?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Une échéance est dépassée' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'true ou false.' })
  late?: string;

  @ApiPropertyOptional({ description: 'Code du pays', example: '02' })
  @IsOptional()
  @Matches(PAYS_CODE, { message: 'Un code de pays va de 01 à 21.' })
  pays?: string;

  @ApiPropertyOptional({ description: 'Curseur de la page', example: '' })
  @IsOptional()
  @Matches(/^[\w-]{1,200}$/, { message: 'Le curseur est mal formé.' })
  after?: string;

  @ApiPropertyOptional({ description: 'Taille de la page, 100 au plus', example: '20' })
  @IsOptional()
  @Matches(/^([1-9]\d?|100)$/, { message: 'De 1 à 100.' })
  limit?: string;
}
