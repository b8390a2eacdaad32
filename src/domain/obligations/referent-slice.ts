import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export type ReferentEvents = {
  'referent-assigned': { referent: string; second: string | null };
};

export const referentEventTypes: EventTypesOf<ReferentEvents> = {
  'referent-assigned': { version: 1, label: 'Référent·e désigné·e' },
};

/** The accounts of the instructor in charge of a pôle, and of the second; null while nobody was named. */
export interface ReferentSlice {
  readonly referent: string | null;
  readonly second: string | null;
}

export const initialReferent: ReferentSlice = { referent: null, second: null };

export function evolveReferent(_slice: ReferentSlice, { data }: RecordedIn<ReferentEvents>): ReferentSlice {
  return { referent: data.referent, second: data.second };
}

/** Whether an account is the one in charge of a pôle, or its second. */
export function isInCharge({ referent }: { readonly referent: ReferentSlice }, account: string | null): boolean {
  return account !== null && [referent.referent, referent.second].includes(account);
}
