import { heldFrom } from '../../domain/dossier/held-from.js';
import { heldBecause } from '../../domain/dossier/holds.js';
import { dueOfYear } from '../../domain/funded-year/due.js';
import { exerciseRun } from '../../domain/funded-year/exercise.js';
import type { Instalment } from '../../domain/funded-year/slice.js';
import { yearKey } from '../../domain/funded-year/years-slice.js';
import { addCents, cents, ZERO, type Cents } from '../../domain/kernel/cents.js';
import type { Period } from '../../domain/kernel/period.js';
import type { SeenPole } from '../../poles/pole-reader.js';

/** What the money of a year of a convention comes to, in cents. */
export interface YearMoney {
  readonly award: string;
  readonly year: number;
  readonly exercise: Period;
  readonly planned: Cents;
  readonly liquidated: Cents;
  readonly paid: Cents;
  readonly held: Cents;
  /** What may still be paid. */
  readonly left: Cents;
}

const sum = (instalments: readonly Instalment[], of: (instalment: Instalment) => Cents) =>
  addCents(ZERO, ...instalments.map(of));

/** The instalments that someone sees and that are held today, as the list of payments says it. */
export function heldInstalments({ dossier: { state }, seen, rules, today }: SeenPole): readonly Instalment[] {
  return Object.values(seen.instalments).filter(instalment => {
    const from = heldFrom(instalment, { state, rules });
    return from !== null && from <= today;
  });
}

/** Why an instalment is held. */
export function whyHeld({ dossier, rules, today, grantedElsewhere }: SeenPole, instalment: Instalment) {
  return heldBecause(instalment, { state: dossier.state, rules, today, grantedElsewhere });
}

/** The money of each year that is planned, in their order. */
export function moneyByYear(pole: SeenPole, held: readonly Instalment[]): readonly YearMoney[] {
  const { seen } = pole;
  const every = Object.values(seen.instalments);
  const years = new Map(every.map(instalment => [yearKey(instalment.award, instalment.year), instalment]));
  return [...years.values()].flatMap(first => {
    const instalments = every.filter(({ award, year }) => award === first.award && year === first.year);
    const convention = seen.awards[first.award];
    if (!convention) return [];
    const paid = sum(instalments, ({ paid: amount }) => amount);
    const due = dueIn(pole, first) ?? sum(instalments, ({ amount }) => amount);
    return {
      ...{ award: first.award, year: first.year, exercise: exerciseRun(pole.dossier.state, convention, first.year) },
      planned: sum(instalments, ({ amount }) => amount),
      liquidated: sum(instalments, ({ liquidated }) => liquidated),
      held: sum(
        instalments.filter(instalment => held.includes(instalment)),
        ({ amount }) => amount,
      ),
      ...{ paid, left: cents(Math.max(0, due - paid)) },
    };
  });
}

/** What is due for an opened year; undefined before it opens. */
function dueIn({ dossier: { state }, rules }: SeenPole, { award, year }: Instalment): Cents | undefined {
  const convention = state.awards[award];
  const isOpened = state.years[yearKey(award, year)] !== undefined;
  return convention && isOpened ? dueOfYear(state, convention, year, rules).due : undefined;
}
