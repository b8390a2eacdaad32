import { addDays, daysBetween, type CivilDate } from '../kernel/civil-date.js';
import type { Due } from '../dossier/expectation.js';
import type { Suspension } from './slice.js';

/**
 * A due date through the suspensions of its dossier: it has no day while one runs, and is put back by the days of those
 * that are over, counted from the fact on which it rests. What was late before a suspension stays due when it was.
 */
export function throughSuspensions(due: Due, suspensions: readonly Suspension[]): Due {
  let on: CivilDate | null = due.on;
  for (const { from, to } of suspensions) {
    if (on === null || to === null) return { ...due, on: null };
    const start = due.since !== undefined && due.since > from ? due.since : from;
    if (on >= from && start < to) on = addDays(on, daysBetween(start, to));
  }
  return { ...due, on };
}
