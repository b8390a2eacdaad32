import { conventionOf } from '../award/slice.js';
import type { Instalment } from '../funded-year/slice.js';
import { addDays, civilDate, dayNumber, fromDayNumber, type CivilDate } from '../kernel/civil-date.js';
import { isAlive } from '../lifecycle/slice.js';
import { keyOf, openObligations, type Obligation } from '../obligations/slice.js';
import type { Rules } from '../reglement/reglement.js';
import { partsOf } from './expectations.js';
import { kindsHolding } from './held-for.js';
import { heldOnDays, nextActOf } from './holds.js';
import type { DossierState } from './state.js';

/** Before the first fact of any journal, and after the last: what holds on both holds on every day. */
export const EVER = civilDate('1900-01-01');
const NEVER = civilDate('2200-01-01');

/** What a payment waits for in the ordinary course of a convention: it is held only once that is late. */
const WAITED_FOR = ['convention-not-in-force', 'year-not-open', 'reports-not-accepted', 'study-not-validated'];

/** Of these, what is lifted by what is owed, whose lateness holds the payment. */
const HELD_WHEN_LATE = ['reports-not-accepted', 'study-not-validated'];

interface Given {
  readonly state: DossierState;
  readonly rules: Rules;
}

/**
 * The first day from which an instalment is held if nothing happens; null when it never is. One that is planned is held
 * when it comes next in its year and a condition other than its turn closes it, or when a report or a study that it waits
 * for is late. A function of the dossier alone, whatever the day: `EVER` where the reason bears on no day.
 */
export function heldFrom(instalment: Instalment, given: Given): CivilDate | null {
  const { state } = given;
  if (!isAlive(state.lifecycle.status) || nextActOf(instalment) === undefined) return null;
  if (instalment.status === 'planned' && !comesNext(instalment, state)) return null;
  const reasonsOn = heldOnDays(instalment, given);
  const codesOn = (day: CivilDate) => reasonsOn(day).map(({ code }) => code);
  const reasons = codesOn(NEVER);
  if (reasons.includes('year-not-open')) return null;
  const waitedFor = reasons.filter(code => HELD_WHEN_LATE.includes(code)).flatMap(kindsHolding);
  const late = lateFrom(instalment, waitedFor, state);
  const blocked = isBlocking(reasons) ? blockedFrom(day => isBlocking(codesOn(day))) : null;
  const days = [late, blocked].filter(day => day !== null);
  return days.toSorted()[0] ?? null;
}

/** Whether it is the first of its year that is not on its way yet. */
function comesNext({ award, year, number }: Instalment, { instalments }: DossierState): boolean {
  const [first] = Object.values(instalments)
    .filter(line => line.award === award && line.year === year && line.status === 'planned')
    .map(line => line.number)
    .toSorted((a, b) => a - b);
  return first === number;
}

const isBlocking = (codes: readonly string[]): boolean => codes.some(code => !WAITED_FOR.includes(code));

/** The first day of the last stretch of days on which it is blocked: the conditions that hang on the day begin and stay. */
function blockedFrom(isBlocked: (day: CivilDate) => boolean): CivilDate {
  if (isBlocked(EVER)) return EVER;
  let [free, blocked] = [dayNumber(EVER), dayNumber(NEVER)];
  while (blocked - free > 1) {
    const middle = Math.floor((free + blocked) / 2);
    if (isBlocked(fromDayNumber(middle))) blocked = middle;
    else free = middle;
  }
  return fromDayNumber(blocked);
}

/** The day after the first term of what it waits for, of some kinds. */
function lateFrom({ award, year }: Instalment, kinds: readonly string[], state: DossierState): CivilDate | null {
  const paying = state.awards[award];
  const grant = paying ? conventionOf(paying) : award;
  const isWaitedFor = (owed: Obligation) => {
    if (!kinds.includes(owed.kind)) return false;
    const parts = partsOf(keyOf(owed));
    return (parts.award ?? grant) === grant && (parts.year ?? year) === year;
  };
  const [first] = openObligations(state)
    .filter(isWaitedFor)
    .flatMap(({ due }) => due ?? [])
    .toSorted();
  return first === undefined ? null : addDays(first, 1);
}
