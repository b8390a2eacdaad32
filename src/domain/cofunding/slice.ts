import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export type CofundingOutcome = 'voted' | 'refused' | 'adjourned';

export const CONTRIBUTION_STATUSES = ['sought', 'voted', 'refused', 'withdrawn'] as const;
export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];

type OfContribution<Data> = { contribution: number } & Data;

export type CofundingEvents = {
  'cofunding-sought': OfContribution<{ convention: string; rank: number; cofunder: string; amount: Cents }>;
  'cofunding-decided': OfContribution<{
    convention: string;
    rank: number;
    round: number;
    outcome: CofundingOutcome;
    amount: Cents | null;
  }>;
  /** What a co-funder still brings after it went back on its vote, in cents; nothing when it withdraws. */
  'cofunding-reduced': OfContribution<{ convention: string; rank: number; amount: Cents }>;
};

export const cofundingEventTypes: EventTypesOf<CofundingEvents> = {
  'cofunding-sought': { version: 1, label: 'Cofinancement sollicité' },
  'cofunding-decided': { version: 1, label: 'Décision d’un cofinanceur' },
  'cofunding-reduced': { version: 1, label: 'Concours d’un cofinanceur réduit ou retiré' },
};

/** What another public body is asked to bring to a convention, beside the Région. */
export interface Contribution {
  /** Its number in the dossier, from 1. */
  readonly number: number;
  readonly convention: string;
  /** Its number among those of its convention, from 1. */
  readonly rank: number;
  /** SIRET of the co-funder. */
  readonly cofunder: string;
  readonly sought: Cents;
  readonly status: ContributionStatus;
  /** The running number of the decision that is awaited, one more each time it is adjourned. */
  readonly round: number;
  readonly soughtOn: CivilDate;
  /** From when the decision is awaited: the request, then the last adjournment. */
  readonly awaitedSince: CivilDate;
  readonly voted: Cents | null;
  readonly decidedOn: CivilDate | null;
}

export type ContributionsSlice = Readonly<Record<string, Contribution>>;
export const initialContributions: ContributionsSlice = {};

export function evolveContributions(slice: ContributionsSlice, event: RecordedIn<CofundingEvents>): ContributionsSlice {
  const { contribution: number } = event.data;
  if (event.type === 'cofunding-sought') {
    const { convention, rank, cofunder, amount } = event.data;
    const sought: Contribution = {
      ...{ number, convention, rank, cofunder, sought: amount, status: 'sought', round: 1 },
      ...{ soughtOn: event.date, awaitedSince: event.date, voted: null, decidedOn: null },
    };
    return { ...slice, [number]: sought };
  }
  const contribution = slice[number];
  if (!contribution) throw new Error(`Contribution inconnue dans le journal : ${number}`);
  if (event.type === 'cofunding-decided') return { ...slice, [number]: decided(contribution, event) };
  const { amount } = event.data;
  const status = amount === 0 ? 'withdrawn' : contribution.status;
  return { ...slice, [number]: { ...contribution, status, voted: amount, decidedOn: event.date } };
}

function decided(
  of: Contribution,
  { data, date }: Extract<RecordedIn<CofundingEvents>, { type: 'cofunding-decided' }>,
) {
  if (data.outcome === 'adjourned') return { ...of, round: data.round + 1, awaitedSince: date };
  return { ...of, status: data.outcome, voted: data.amount, decidedOn: date };
}
