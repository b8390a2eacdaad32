import { addDays, daysBetween, type CivilDate } from '../kernel/civil-date.js';
import type { Due } from '../dossier/expectation.js';
import type { Suspension } from './slice.js';

/**
 * A due date through the suspensions of its dossier. It has no day while one runs. Once they are over, a term counted
 * from a fact is put back by the days suspended since that fact, but for what was late before; a day of the calendar, and
 * a term that the law sets, stand where they stood.
 */
export function throughSuspensions(due: Due, suspensions: readonly Suspension[]): Due {
  if (suspensions.some(({ to }) => to === null)) return { ...due, on: null };
  const { on, since } = due;
  if (on === null || since === undefined || due.law === 'term') return due;
  return { ...due, on: suspensions.reduce((day, suspension) => putBack(day, since, suspension), on) };
}

function putBack(on: CivilDate, since: CivilDate, { from, to }: Suspension): CivilDate {
  const start = since > from ? since : from;
  return to !== null && on >= from && start < to ? addDays(on, daysBetween(start, to)) : on;
}
