import { IsOptional, MaxLength } from 'class-validator';
import { RightListQuery } from '../../settings/right-list-query.js';

/** The filters of the page of rights, and what was just done. */
export class RightSearch extends RightListQuery {
  @IsOptional()
  @MaxLength(40)
  dit?: string;
}
