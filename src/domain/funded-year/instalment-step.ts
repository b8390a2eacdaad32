import { partsOf } from '../dossier/expectations.js';
import type { DossierState } from '../dossier/state.js';
import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { keyOf, openObligations, type Obligation } from '../obligations/slice.js';
import type { Instalment } from './slice.js';

/** The steps of a payment, in order: what it waits for, of whoever has to act. */
export const INSTALMENT_STEPS = {
  later: 'À venir',
  'to-claim': 'À demander',
  'to-liquidate': 'À liquider',
  'to-validate': 'À valider',
  'to-order': 'À mandater',
  'to-pay': 'À payer',
  paid: 'Payé',
  lapsed: 'Sans objet',
} as const;

export type InstalmentStep = keyof typeof INSTALMENT_STEPS;

const STEP_OF = {
  claimed: 'to-liquidate',
  prepared: 'to-validate',
  liquidated: 'to-order',
  ordered: 'to-pay',
  paid: 'paid',
  lapsed: 'lapsed',
} as const satisfies Partial<Record<Instalment['status'], InstalmentStep>>;

/** What an instalment waits for. A planned one is to be claimed from the day on which its claim is awaited. */
export function stepOf(instalment: Instalment, state: DossierState): InstalmentStep {
  if (instalment.status !== 'planned') return STEP_OF[instalment.status];
  return owedFor('instalment-claim', instalment, state) ? 'to-claim' : 'later';
}

/** Since which day it waits for that; null for what is planned and not awaited yet. */
export function stepSince(instalment: Instalment, state: DossierState): CivilDate | null {
  const { status, claimedOn, returnedOn, rejectedOn, preparedOn, liquidatedOn, orderedOn, paidOn } = instalment;
  switch (status) {
    case 'planned':
      return owedFor('instalment-claim', instalment, state)?.openedOn ?? null;
    case 'claimed':
      return latestOf(claimedOn, returnedOn, rejectedOn);
    case 'prepared':
      return preparedOn;
    case 'liquidated':
      return liquidatedOn;
    case 'ordered':
      return orderedOn;
    case 'paid':
      return paidOn;
    case 'lapsed':
      return null;
  }
}

/** What is still owed of a kind for an instalment. */
export function owedFor(
  kind: string,
  { award, year, number }: Pick<Instalment, 'award' | 'year' | 'number'>,
  state: DossierState,
): Obligation | undefined {
  return openObligations(state).find(owed => {
    if (owed.kind !== kind) return false;
    const parts = partsOf(keyOf(owed));
    return parts.award === award && parts.year === year && parts.number === number;
  });
}
