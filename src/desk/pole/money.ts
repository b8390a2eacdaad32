import type { DossierState } from '../../domain/dossier/state.js';
import { heldFrom } from '../../domain/dossier/held-from.js';
import { heldBecause } from '../../domain/dossier/holds.js';
import { dueOfYear } from '../../domain/funded-year/due.js';
import { exerciseRun } from '../../domain/funded-year/exercise.js';
import type { Instalment } from '../../domain/funded-year/slice.js';
import { addCents, cents, ZERO, type Cents } from '../../domain/kernel/cents.js';
import type { Period } from '../../domain/kernel/period.js';
import type { Refusal } from '../../domain/kernel/refusal.js';
import type { SeenPole } from '../../poles/pole-reader.js';

/** What the money of a year of a convention comes to, in cents. */
export interface YearMoney {
  readonly award: string;
  readonly year: number;
  readonly exercise: Period;
  readonly planned: Cents;
  readonly due: Cents;
  readonly liquidated: Cents;
  readonly paid: Cents;
  readonly held: Cents;
  /** What may still be paid. */
  readonly left: Cents;
}

/** An instalment that is held, and why. */
export interface HeldInstalment {
  readonly instalment: Instalment;
  readonly reasons: readonly Refusal[];
}

const sum = (instalments: readonly Instalment[], of: (instalment: Instalment) => Cents) =>
  addCents(ZERO, ...instalments.map(of));

/** The instalments that someone sees and that are held today, as the list of payments says it, and why. */
export function heldInstalments({
  dossier,
  seen,
  rules,
  today,
  grantedElsewhere,
}: SeenPole): readonly HeldInstalment[] {
  const { state } = dossier;
  const isHeld = (instalment: Instalment) => {
    const from = heldFrom(instalment, { state, rules });
    return from !== null && from <= today;
  };
  return Object.values(seen.instalments)
    .filter(isHeld)
    .map(instalment => ({ instalment, reasons: heldBecause(instalment, { state, rules, today, grantedElsewhere }) }));
}

/** The money of each year that is planned, in their order. */
export function moneyByYear(pole: SeenPole): readonly YearMoney[] {
  const { seen } = pole;
  const held = heldInstalments(pole).map(({ instalment }) => instalment);
  const every = Object.values(seen.instalments);
  const years = new Map(every.map(instalment => [`${instalment.award}/${instalment.year}`, instalment]));
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
      ...{ due, paid, left: cents(Math.max(0, due - paid)) },
    };
  });
}

/** What is due for an opened year; undefined before it opens. */
function dueIn({ dossier: { state }, rules }: SeenPole, { award, year }: Instalment): Cents | undefined {
  const convention = state.awards[award];
  return convention && isOpened(state, award, year) ? dueOfYear(state, convention, year, rules).due : undefined;
}

const isOpened = (state: DossierState, award: string, year: number) =>
  Object.values(state.years).some(opened => opened.award === award && opened.year === year);
