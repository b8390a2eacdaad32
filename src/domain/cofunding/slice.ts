import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export const COFUNDING_OUTCOMES = ['voted', 'refused', 'adjourned'] as const;
export type CofundingOutcome = (typeof COFUNDING_OUTCOMES)[number];

export const CONTRIBUTION_STATUSES = ['sought', 'voted', 'refused'] as const;
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
};

export const cofundingEventTypes: EventTypesOf<CofundingEvents> = {
  'cofunding-sought': { version: 1, label: 'Cofinancement sollicité' },
  'cofunding-decided': { version: 1, label: 'Décision d’un cofinanceur' },
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
  return { ...slice, [number]: decided(contribution, event) };
}

function decided(
  of: Contribution,
  { data, date }: Extract<RecordedIn<CofundingEvents>, { type: 'cofunding-decided' }>,
) {
  if (data.outcome === 'adjourned') return { ...of, round: data.round + 1, awaitedSince: date };
  return { ...of, status: data.outcome, voted: data.amount, decidedOn: date };
}
