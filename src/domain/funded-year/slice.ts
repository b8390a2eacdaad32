import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export const INSTALMENT_STATUSES = [
  'planned',
  'claimed',
  'prepared',
  'liquidated',
  'ordered',
  'paid',
  'lapsed',
] as const;
export type InstalmentStatus = (typeof INSTALMENT_STATUSES)[number];

export type PaymentRejection = 'missing-piece' | 'wrong-bank-details' | 'no-credit' | 'other';

export interface PlannedInstalment {
  readonly year: number;
  readonly number: number;
  readonly kind: 'advance' | 'balance';
  readonly amount: Cents;
}

/** A planned instalment of an award, named by its rank. */
export type InstalmentRank = { readonly year: number; readonly number: number };

type OfInstalment<Data = object> = { award: string; year: number; number: number } & Data;

export type FundedYearEvents = {
  'instalments-planned': { award: string; instalments: readonly PlannedInstalment[] };
  'instalments-replanned': { award: string; instalments: readonly PlannedInstalment[] };
  'instalments-lapsed': { award: string; lapsed: readonly InstalmentRank[] };
  'instalment-claimed': OfInstalment<{ claim: number }>;
  'liquidation-prepared': OfInstalment<{ amount: Cents; attempt: number }>;
  'liquidation-returned': OfInstalment<{ attempt: number }>;
  'liquidation-validated': OfInstalment<{ amount: Cents; attempt: number }>;
  'payment-ordered': OfInstalment<{ order: string; exercise: number; amount: Cents; payment: number }>;
  'payment-recorded': OfInstalment<{ amount: Cents; payment: number }>;
  'payment-rejected': OfInstalment<{ reason: PaymentRejection; payment: number }>;
};

export const fundedYearEventTypes: EventTypesOf<FundedYearEvents> = {
  'instalments-planned': { version: 1, label: 'Versements prévus' },
  'instalments-replanned': { version: 1, label: 'Versements à venir modifiés par avenant' },
  'instalments-lapsed': { version: 1, label: 'Versements devenus sans objet' },
  'instalment-claimed': { version: 1, label: 'Demande de versement' },
  'liquidation-prepared': { version: 1, label: 'Liquidation préparée' },
  'liquidation-returned': { version: 1, label: 'Liquidation renvoyée' },
  'liquidation-validated': { version: 1, label: 'Liquidation validée' },
  'payment-ordered': { version: 1, label: 'Mandat émis' },
  'payment-recorded': { version: 1, label: 'Paiement constaté' },
  'payment-rejected': { version: 1, label: 'Paiement rejeté' },
};

export interface Instalment extends PlannedInstalment {
  readonly award: string;
  readonly status: InstalmentStatus;
  readonly claimedOn: CivilDate | null;
  readonly claim: number;
  /** The running number of the liquidation, one more each time it is returned or its payment is rejected. */
  readonly attempt: number;
  /** The running number of the payment order, one more each time its payment is rejected. */
  readonly payment: number;
  /** The last day on which its liquidation was sent back. */
  readonly returnedOn: CivilDate | null;
  readonly preparedBy: string | null;
  /** The absent person in whose place it was prepared. */
  readonly preparedFor: string | null;
  readonly preparedOn: CivilDate | null;
  readonly validatedBy: string | null;
  readonly liquidated: Cents;
  readonly liquidatedOn: CivilDate | null;
  readonly order: string | null;
  readonly orderedOn: CivilDate | null;
  readonly paid: Cents;
  readonly paidOn: CivilDate | null;
  readonly rejectedOn: CivilDate | null;
}

export type InstalmentsSlice = Readonly<Record<string, Instalment>>;
export const initialInstalments: InstalmentsSlice = {};

/** The business key of an instalment: convention, funded year, number in the year. */
export function instalmentKey(award: string, year: number, number: number): string {
  return `${award}/${year}/${number}`;
}

const NOTHING = 0 as Cents;

function planned(award: string, instalment: PlannedInstalment): Instalment {
  return {
    ...instalment,
    award,
    status: 'planned',
    claimedOn: null,
    claim: 0,
    attempt: 1,
    payment: 1,
    returnedOn: null,
    preparedBy: null,
    preparedFor: null,
    preparedOn: null,
    validatedBy: null,
    liquidated: NOTHING,
    liquidatedOn: null,
    order: null,
    orderedOn: null,
    paid: NOTHING,
    paidOn: null,
    rejectedOn: null,
  };
}

export function evolveInstalments(slice: InstalmentsSlice, event: RecordedIn<FundedYearEvents>): InstalmentsSlice {
  if (event.type === 'instalments-planned') {
    const { award, instalments } = event.data;
    const entries = instalments.map(
      plannedInstalment =>
        [
          instalmentKey(award, plannedInstalment.year, plannedInstalment.number),
          planned(award, plannedInstalment),
        ] as const,
    );
    return { ...slice, ...Object.fromEntries(entries) };
  }
  if (event.type === 'instalments-replanned') return replanned(slice, event.data);
  if (event.type === 'instalments-lapsed') return lapsed(slice, event.data);
  const key = instalmentKey(event.data.award, event.data.year, event.data.number);
  const instalment = slice[key];
  if (!instalment) throw new Error(`Versement inconnu dans le journal : ${key}`);
  return { ...slice, [key]: evolveInstalment(instalment, event) };
}

function replanned(slice: InstalmentsSlice, { award, instalments }: FundedYearEvents['instalments-replanned']) {
  const retainedEntries = Object.entries(slice).filter(
    ([, instalment]) => instalment.award !== award || instalment.status !== 'planned',
  );
  const added = instalments.map(
    plannedInstalment =>
      [
        instalmentKey(award, plannedInstalment.year, plannedInstalment.number),
        planned(award, plannedInstalment),
      ] as const,
  );
  return Object.fromEntries([...retainedEntries, ...added]);
}

function lapsed(slice: InstalmentsSlice, { award, lapsed: ranks }: FundedYearEvents['instalments-lapsed']) {
  const keys = ranks.map(({ year, number }) => instalmentKey(award, year, number));
  const entries = Object.entries(slice).map(([key, instalment]) =>
    keys.includes(key) ? ([key, { ...instalment, status: 'lapsed' as const }] as const) : ([key, instalment] as const),
  );
  return Object.fromEntries(entries);
}

type OnInstalment = Exclude<
  RecordedIn<FundedYearEvents>,
  { type: 'instalments-planned' | 'instalments-replanned' | 'instalments-lapsed' }
>;

function evolveInstalment(instalment: Instalment, event: OnInstalment): Instalment {
  switch (event.type) {
    case 'instalment-claimed':
      return { ...instalment, status: 'claimed', claimedOn: event.date, claim: event.data.claim };
    case 'liquidation-prepared':
      return {
        ...instalment,
        status: 'prepared',
        preparedBy: event.actor,
        preparedFor: event.insteadOf,
        preparedOn: event.date,
        liquidated: event.data.amount,
      };
    case 'liquidation-returned':
      return { ...backToClaimed(instalment), attempt: event.data.attempt + 1, returnedOn: event.date };
    case 'liquidation-validated':
      return { ...instalment, status: 'liquidated', validatedBy: event.actor, liquidatedOn: event.date };
    case 'payment-ordered':
      return { ...instalment, status: 'ordered', order: event.data.order, orderedOn: event.date };
    case 'payment-recorded':
      return { ...instalment, status: 'paid', paid: event.data.amount, paidOn: event.date };
    case 'payment-rejected':
      return {
        ...backToClaimed(instalment),
        attempt: instalment.attempt + 1,
        payment: event.data.payment + 1,
        order: null,
        orderedOn: null,
        rejectedOn: event.date,
      };
  }
}

function backToClaimed(instalment: Instalment): Instalment {
  return {
    ...instalment,
    status: 'claimed',
    preparedBy: null,
    preparedFor: null,
    preparedOn: null,
    validatedBy: null,
    liquidated: NOTHING,
    liquidatedOn: null,
  };
}
