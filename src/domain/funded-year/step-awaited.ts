import { partsOf } from '../dossier/expectations.js';
import type { DossierState } from '../dossier/state.js';
import { keyOf, openObligations, type Obligation } from '../obligations/slice.js';

const STEPS = ['instalment-claim', 'liquidation', 'liquidation-validation', 'payment-order', 'payment'];

/** What the payment of an instalment waits for now, and who holds it: the step of its way that is open. */
export function stepAwaited(owed: Obligation, state: DossierState): Obligation | undefined {
  if (owed.kind !== 'statutory-payment') return undefined;
  const { award, year, number } = partsOf(keyOf(owed));
  return openObligations(state).find(step => {
    if (!STEPS.includes(step.kind)) return false;
    const parts = partsOf(keyOf(step));
    return parts.award === award && parts.year === year && parts.number === number;
  });
}
