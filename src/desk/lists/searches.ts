import { PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { InstalmentListQuery } from '../../funded-year/instalment-query.js';
import { ReportListQuery } from '../../funded-year/report-query.js';
import { PoleListQuery } from '../../poles/list-query.js';

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
  @IsIn(['30', '90', '365'], { message: '30, 90 ou 365 jours.' })
  jours?: string;
}
