import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Length, Matches } from 'class-validator';
import { POLE_SORTS } from '../database/pole-list-reads.js';
import { PAYS_CODE } from '../domain/kernel/identifiers.js';
import { STAGES } from '../domain/dossier/stage.js';

const NUMBER = { message: 'Un nombre entier est attendu.' };
const SORTS = POLE_SORTS.flatMap(sort => [sort, `-${sort}`]);

/** What may be asked of a list of pôles, whichever way it is shown. */
export class PoleListFilter {
  @ApiPropertyOptional({
    description:
      'Mots cherchés dans le nom du pôle, de son pays et de ses organismes, les SIRET et les numéros de délibération, sans égard aux accents ni à la casse',
    example: 'auray',
  })
  @IsOptional()
  @Length(1, 200, { message: 'De 1 à 200 caractères.' })
  q?: string;

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

  @ApiPropertyOptional({
    description: 'Compte en charge : référent, second ou chef·fe de service ; `me`, soi-même ; `none`, personne',
    example: 'me',
  })
  @IsOptional()
  @Length(1, 200, { message: 'De 1 à 200 caractères.' })
  referent?: string;

  @ApiPropertyOptional({
    enum: SORTS,
    description: 'Ordre ; précédé de « - », l’inverse. Sans lui, les derniers déclarés d’abord',
  })
  @IsOptional()
  @IsIn(SORTS, { message: `Ordres : ${SORTS.join(', ')}.` })
  sort?: string;
}

/** The filters of the list of pôles, and its pages. Refuses unknown ones. */
export class PoleListQuery extends PoleListFilter {
  @ApiPropertyOptional({ description: 'Curseur de la page', example: '' })
  @IsOptional()
  @Matches(/^[\w-]{1,1200}$/, { message: 'Le curseur est mal formé.' })
  after?: string;

  @ApiPropertyOptional({ description: 'Taille de la page, 100 au plus', example: '20' })
  @IsOptional()
  @Matches(/^([1-9]\d?|100)$/, { message: 'De 1 à 100.' })
  limit?: string;
}
