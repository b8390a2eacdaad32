import { PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Length } from 'class-validator';
import { InstalmentListQuery } from '../../funded-year/instalment-query.js';
import { ReportListQuery } from '../../funded-year/report-query.js';
import { PoleListQuery } from '../../poles/list-query.js';
import { HORIZONS } from '../../reminders/forecaster.js';
import { LETTER_STATES, type LetterState } from '../../reminders/letters.js';

/** What the address of the desk may ask. */
export class DeskSearch {
  @IsOptional()
  @IsIn(['0', '1'], { message: '0 ou 1.' })
  miens?: string;
}

/** What the addresses of the lists may ask: as the API, nothing being required. A filter that is left empty asks nothing. */
export class PoleSearch extends PartialType(PoleListQuery) {}
export class InstalmentSearch extends PartialType(InstalmentListQuery) {}
export class ReportSearch extends PartialType(ReportListQuery) {}

/** How far ahead the forecast looks. */
export class ForecastSearch {
  @IsOptional()
  @IsIn(HORIZONS.map(String), { message: '30, 90 ou 365 jours.' })
  jours?: string;
}

/** After which of the opinions and notes that were given. */
export class AdviceSearch {
  @IsOptional()
  @IsUUID('all', { message: 'La suite d’une page est attendue.' })
  after?: string;
}

/** Of which pôle, to whom and become what letters are looked for, and after which. */
export class LetterSearch {
  @IsOptional()
  @IsUUID('all', { message: 'Un pôle est attendu.' })
  pole?: string;

  @IsOptional()
  @Length(1, 100, { message: 'De 1 à 100 caractères.' })
  person?: string;

  @IsOptional()
  @IsIn(Object.keys(LETTER_STATES), { message: 'Envoyés, prévus, retenus ou non reçus.' })
  state?: LetterState;

  @IsOptional()
  @IsUUID('all', { message: 'La suite d’une page est attendue.' })
  after?: string;
}
