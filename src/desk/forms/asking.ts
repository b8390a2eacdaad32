import type { ChoiceSource } from '../../api/field-shape.js';
import type { DepositedFile } from '../../database/document-reads.js';
import type { HouseFacts, Option } from './choices.js';
import type { KeptDraft } from '../../record/people/sessions.js';
import type { ToldFault } from './faults.js';
import type { AskedFields } from './model.js';
import type { Posted } from './posted.js';
import type { Filled } from './reading.js';
import type { Situation } from './situation.js';

/** A person before the form of an act: what it asks, what they have typed, what is wrong in it. */
export interface Asking {
  readonly situation: Situation;
  readonly form: AskedFields;
  readonly posted: Posted;
  /** Whether it is what they had typed another time, and did not send to its end. */
  readonly isResumed?: boolean;
  /** When what they typed was just kept, at their asking, and until when. */
  readonly kept?: KeptDraft | undefined;
  readonly filled: Filled;
  readonly facts: HouseFacts;
  /** The files that were deposited, by their digests: those that this form names. */
  readonly files: ReadonlyMap<string, DepositedFile>;
  readonly options: (source: ChoiceSource) => readonly Option[];
  readonly faults: readonly ToldFault[];
  /** The address to which the form is sent. */
  readonly action: string;
  /** UUID of this form: sent twice, it is done once. */
  readonly key: string;
  /** The version of the dossier that the person reads. */
  readonly version: string;
  /** Where they came from, in the house. */
  readonly from: string | undefined;
  /** The pages of the acts that would lift a refusal, by their names, for those that the person may do. */
  readonly links: (act: string) => string | undefined;
}
