import { addCents, cents, ZERO, type Cents } from '../kernel/cents.js';
import type { Award } from '../award/slice.js';
import type { DossierState } from '../dossier/state.js';
import { dueOfYear, instalmentsOfGrant, instalmentsOfYear, withdrawnOf, type YearDue } from '../funded-year/due.js';
import { isAccountedFor, openedYears } from '../funded-year/exercise.js';
import type { Instalment } from '../funded-year/slice.js';
import type { Rules } from '../reglement/reglement.js';

/** The account of a grant: what was granted, is due, was ordered, what is to be claimed back and what falls. */
export interface Account {
  readonly years: readonly YearDue[];
  readonly granted: Cents;
  readonly due: Cents;
  /** What was ordered, whether its return has come or not. */
  readonly paid: Cents;
  readonly excess: Cents;
  readonly released: Cents;
}

const ORDERED: readonly string[] = ['ordered', 'paid'];

function orderedOf(instalments: readonly Instalment[]): Cents {
  return addCents(
    ZERO,
    ...instalments.filter(instalment => ORDERED.includes(instalment.status)).map(instalment => instalment.liquidated),
  );
}

/**
 * The account of a grant, in cents. A year whose accounts were not accepted is due for no more than was paid for it
 * (loi 2000-321 art. 10). What is paid beyond what is due is the excess; what is granted and not paid is released.
 */
export function accountOf(state: DossierState, grant: Award, rules: Rules): Account {
  const years = openedYears(state, grant.id).map(opened => {
    const year = dueOfYear(state, grant, opened.year, rules);
    if (isAccountedFor(opened)) return year;
    const paid = orderedOf(instalmentsOfYear(state, grant.id, opened.year));
    return { ...year, due: cents(Math.min(year.due, paid)) };
  });
  const lines = instalmentsOfGrant(state, grant.id);
  const granted = addCents(ZERO, ...lines.map(line => line.amount));
  const [due, paid] = [addCents(ZERO, ...years.map(yearDue => yearDue.due)), orderedOf(lines)];
  const owed = cents(Math.min(due, granted - withdrawnOf(state, grant.id)));
  const excess = cents(Math.max(0, paid - owed));
  return { years, granted, due: owed, paid, excess, released: cents(granted - paid) };
}

/** What was claimed back of a grant so far, in cents, whether it is collected, waived, or still to be. */
export function claimedOf({ lifecycle }: DossierState, grant: string): Cents {
  const recovery = lifecycle.recoveries[grant];
  return recovery ? addCents(recovery.claimedBefore, recovery.amount) : ZERO;
}

/** What was ordered of a grant, in cents, whether its return has come or not. */
export const orderedFor = (state: DossierState, grant: string): Cents => orderedOf(instalmentsOfGrant(state, grant));

/**
 * What the accounted years of a grant leave in excess, in cents: what was ordered for each beyond what is due for it,
 * less what was claimed already. Nothing of a year whose accounts are awaited.
 */
export function knownExcess(state: DossierState, grant: Award, rules: Rules): Cents {
  const excesses = openedYears(state, grant.id)
    .filter(isAccountedFor)
    .map(({ year }) => {
      const paid = orderedOf(instalmentsOfYear(state, grant.id, year));
      return cents(Math.max(0, paid - dueOfYear(state, grant, year, rules).due));
    });
  return cents(Math.max(0, addCents(ZERO, ...excesses) - claimedOf(state, grant.id)));
}
