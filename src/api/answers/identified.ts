import { Uuid } from './fields.js';

/** What was made or changed, by its identifier. */
export class IdentifiedAnswer {
  @Uuid()
  readonly id!: string;
}
