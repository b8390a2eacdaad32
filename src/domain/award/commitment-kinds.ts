import type { CivilDate } from '../kernel/civil-date.js';

export const COMMITMENT_KINDS = ['signed', 'deemed', 'not-applicable'] as const;
export const COMMITMENT_GROUNDS = ['agreement', 'public-interest'] as const;
export const UNCONCERNED = ['epci', 'gip', 'public-body', 'cooperative', 'company'] as const;

/**
 * How a body stands to the contrat d'engagement républicain (loi 2000-321 art. 10-1): associations and foundations sign
 * it; those that hold an agrément (art. 25-1) or are reconnues d'utilité publique are deemed to; no other body is asked.
 */
export interface Commitment {
  readonly kind: (typeof COMMITMENT_KINDS)[number];
  /** When it was signed, and by whom: kept beside the journal. */
  readonly signedOn?: CivilDate;
  readonly signatory?: string;
  /** By what it is deemed met: the agrément or the decree, and its number. */
  readonly ground?: (typeof COMMITMENT_GROUNDS)[number];
  readonly reference?: string;
  /** What the body is, where it is neither an association nor a foundation. */
  readonly nature?: (typeof UNCONCERNED)[number];
}

/** What the journal keeps of it: all but the name of who signed. */
export type RecordedCommitment = Omit<Commitment, 'signatory'>;
