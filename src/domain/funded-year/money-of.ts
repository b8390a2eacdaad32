import type { DossierState } from '../dossier/state.js';
import { addCents, ZERO, type Cents } from '../kernel/cents.js';
import type { Rules } from '../reglement/reglement.js';
import { dueOfYear } from './due.js';

/** The money of a dossier, all its grants together; in cents. */
export interface MoneyOf {
  /** What was voted, each amendment in force counted. */
  readonly voted: Cents;
  /** What is due for the years that are open, as far as their accounts are known. */
  readonly due: Cents;
  readonly paid: Cents;
}

export function moneyOf(state: DossierState, rules: Rules): MoneyOf {
  const grants = Object.values(state.awards).filter(({ kind }) => kind !== 'amendment');
  const dues = Object.values(state.years).flatMap(({ award, year }) => {
    const grant = state.awards[award];
    return grant ? [dueOfYear(state, grant, year, rules).due] : [];
  });
  return {
    voted: addCents(ZERO, ...grants.flatMap(({ granted }) => granted ?? [])),
    due: addCents(ZERO, ...dues),
    paid: addCents(ZERO, ...Object.values(state.instalments).map(({ paid }) => paid)),
  };
}
