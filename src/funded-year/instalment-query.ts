import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Length, Matches } from 'class-validator';
import { INSTALMENT_STEPS, type InstalmentStep } from '../domain/funded-year/instalment-step.js';

/** The tabs of the list, with their titles: the steps of a payment, and those that are held. */
export const INSTALMENT_TABS: Readonly<Record<InstalmentStep | 'held', string>> = {
  ...INSTALMENT_STEPS,
  held: 'Retenu',
};
const TABS = Object.keys(INSTALMENT_TABS);

/** What may be asked of the list of instalments, whichever way it is shown. */
export class InstalmentListFilter {
  @ApiProperty({ enum: TABS, description: 'Ce que le versement attend, ou qu’il est retenu' })
  @IsIn(TABS, { message: `États : ${TABS.join(', ')}.` })
  state!: InstalmentStep | 'held';

  @ApiPropertyOptional({
    description: 'Mots cherchés dans le nom du pôle, de son pays et de qui le porte, ou son SIRET',
  })
  @IsOptional()
  @Length(1, 200, { message: 'De 1 à 200 caractères.' })
  q?: string;

  @ApiPropertyOptional({ description: 'Année où l’exercice commence', example: '2027' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'Un nombre entier est attendu.' })
  year?: string;

  @ApiPropertyOptional({ description: 'Compte en charge du pôle ; `me`, soi-même', example: 'me' })
  @IsOptional()
  @Length(1, 200, { message: 'De 1 à 200 caractères.' })
  referent?: string;
}

export class InstalmentListQuery extends InstalmentListFilter {
  @ApiPropertyOptional({ description: 'Curseur de la page', example: '' })
  @IsOptional()
  @Matches(/^[\w-]{1,200}$/, { message: 'Le curseur est mal formé.' })
  after?: string;

  @ApiPropertyOptional({ description: 'Taille de la page, 100 au plus', example: '20' })
  @IsOptional()
  @Matches(/^([1-9]\d?|100)$/, { message: 'De 1 à 100.' })
  limit?: string;
}
