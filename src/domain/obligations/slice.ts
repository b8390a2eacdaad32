import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';
import type { Party } from '../dossier/roles.js';

export type ObligationState = 'open' | 'done' | 'withdrawn';

export type ObligationEvents = {
  'obligation-opened': {
    obligation: string;
    kind: string;
    instance: string;
    opening: number;
    debtor: Party;
    due: CivilDate | null;
    source: string;
    follows: string | null;
  };
  'obligation-done': { obligation: string; by: string };
  'obligation-withdrawn': { obligation: string };
  'due-date-moved': { obligation: string; from: CivilDate | null; to: CivilDate | null };
  'debtor-changed': { obligation: string; from: Party; to: Party };
  'rung-reached': { obligation: string; rung: number; merged: readonly number[] };
  'obligation-escalated': { obligation: string };
};

export const obligationEventTypes: EventTypesOf<ObligationEvents> = {
  'obligation-opened': { version: 1, label: 'Échéance ouverte' },
  'obligation-done': { version: 1, label: 'Échéance tenue' },
  'obligation-withdrawn': { version: 1, label: 'Échéance sans objet' },
  'due-date-moved': { version: 1, label: 'Échéance déplacée' },
  'debtor-changed': { version: 1, label: 'Échéance reportée sur un autre débiteur' },
  'rung-reached': { version: 1, label: 'Rappel prévu' },
  'obligation-escalated': { version: 1, label: 'Échéance dépassée' },
};

/** An expectation written down: who owes what, due on which civil day, from which rule. */
export interface Obligation {
  readonly id: string;
  readonly kind: string;
  readonly instance: string;
  /** 1 for the first time; what is owed again after it was done or withdrawn is a new opening. */
  readonly opening: number;
  readonly debtor: Party;
  /** The last day on which it can be met in time; null while a suspension runs or where no term is set. */
  readonly due: CivilDate | null;
  readonly source: string;
  readonly follows: string | null;
  readonly state: ObligationState;
  readonly openedOn: CivilDate;
  readonly rungs: readonly number[];
  readonly escalated: boolean;
}

export type ObligationsSlice = Readonly<Record<string, Obligation>>;
export const initialObligations: ObligationsSlice = {};

export function evolveObligations(slice: ObligationsSlice, event: RecordedIn<ObligationEvents>): ObligationsSlice {
  const { data } = event;
  if (event.type === 'obligation-opened') {
    const { obligation: id, ...opened } = event.data;
    return {
      ...slice,
      [id]: { ...opened, id, state: 'open', openedOn: event.date, ...alreadyRung(slice, event.data) },
    };
  }
  const obligation = slice[data.obligation];
  if (!obligation) throw new Error(`Échéance inconnue dans le journal : ${data.obligation}`);
  return { ...slice, [obligation.id]: evolveObligation(obligation, event) };
}

/** What was withdrawn and is owed again by the same day, since a story was changed and put back, is not recalled twice. */
function alreadyRung(
  slice: ObligationsSlice,
  { follows, due }: ObligationEvents['obligation-opened'],
): Pick<Obligation, 'rungs' | 'escalated'> {
  const before = slice[follows ?? ''];
  if (before?.state !== 'withdrawn' || before.due !== due) return { rungs: [], escalated: false };
  return { rungs: before.rungs, escalated: before.escalated };
}

function evolveObligation(
  obligation: Obligation,
  event: Exclude<RecordedIn<ObligationEvents>, { type: 'obligation-opened' }>,
): Obligation {
  switch (event.type) {
    case 'obligation-done':
      return { ...obligation, state: 'done' };
    case 'obligation-withdrawn':
      return { ...obligation, state: 'withdrawn' };
    case 'due-date-moved':
      return { ...obligation, due: event.data.to, rungs: [], escalated: false };
    case 'debtor-changed':
      return { ...obligation, debtor: event.data.to };
    case 'rung-reached':
      return { ...obligation, rungs: [...obligation.rungs, ...event.data.merged, event.data.rung] };
    case 'obligation-escalated':
      return { ...obligation, escalated: true };
  }
}
