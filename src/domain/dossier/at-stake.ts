import { conventionOf } from '../award/slice.js';
import { balanceOf } from '../funded-year/due.js';
import { instalmentKey } from '../funded-year/slice.js';
import type { Cents } from '../kernel/cents.js';
import { keyOf, type Obligation } from '../obligations/slice.js';
import { partsOf } from './expectations.js';
import { kindsHolding } from './held-for.js';
import type { DossierState } from './state.js';

/** The money that something owed is about; in cents. */
export interface AtStake {
  /** Of the instalment, or of the award. */
  readonly amount: Cents | null;
  /** The balance that a report frees with those of its exercise. */
  readonly frees: Cents | null;
}

const OF_REPORTS = kindsHolding('reports-not-accepted');

/** What money is at stake in something owed; nothing where it is about none. */
export function atStake(owed: Pick<Obligation, 'kind' | 'instance'>, state: DossierState): AtStake {
  const { award: id, year, number } = partsOf(keyOf(owed));
  const award = id === undefined ? undefined : state.awards[id];
  if (!award) return { amount: null, frees: null };
  if (year === undefined) return { amount: award.granted ?? award.amount, frees: null };
  if (number !== undefined) {
    const line = state.instalments[instalmentKey(award.id, year, number)];
    return { amount: line ? (line.liquidated > 0 ? line.liquidated : line.amount) : null, frees: null };
  }
  if (!OF_REPORTS.includes(owed.kind)) return { amount: null, frees: null };
  const balance = balanceOf(state, conventionOf(award), year);
  return { amount: null, frees: balance && balance.status === 'planned' ? balance.amount : null };
}
