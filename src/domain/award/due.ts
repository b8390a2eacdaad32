import { daysBetween, latestOf, type CivilDate } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import type { Due } from '../dossier/expectation.js';
import { legalDelay, type Rules } from '../reglement/reglement.js';
import type { Award, PieceDemand } from './slice.js';

/** The demand for pieces that suspends the clock now, if any. */
export function pendingDemand(award: Award): PieceDemand | undefined {
  return award.demands.find(demand => demand.endedOn === null);
}

/**
 * Days during which the term of the decision did not run: from each demand to its pieces or its term (CRPA L114-5), those
 * on which two demands ran counted once.
 */
export function suspendedDays({ demands }: Pick<Award, 'demands'>): number {
  let counted: CivilDate | null = null;
  let days = 0;
  for (const { on, endedOn } of demands.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const from = latestOf(on, counted) ?? on;
    if (endedOn === null || endedOn <= from) continue;
    days += daysBetween(from, endedOn);
    counted = endedOn;
  }
  return days;
}

/**
 * The last day on which silence is not yet a rejection: two months from the receipt of the request, shifted by its
 * suspensions (CRPA art. L231-4 3°). Null when the law set no such term; `on` is null while pieces are awaited.
 */
export function decisionDue(award: Award, rules: Rules): Due | null {
  const delay = legalDelay(rules.law, 'silence-is-rejection', award.receivedOn);
  if (!delay) return null;
  const on = pendingDemand(award) ? null : dueDate(award.receivedOn, delay, suspendedDays(award));
  return { on, source: delay.source, law: 'term' };
}

/** A due date by a legal delay counted from a fact; null when the fact is missing or the law did not exist. */
export function byLaw(rules: Rules, id: string, start: CivilDate | null): Due | null {
  if (start === null) return null;
  const delay = legalDelay(rules.law, id, start);
  return delay ? { on: dueDate(start, delay), source: delay.source, since: start, law: 'term' } : null;
}
