import { daysBetween, type CivilDate } from '../kernel/civil-date.js';
import { dueDate, type Delay } from '../kernel/delay.js';
import { byTerm, type Due } from '../dossier/expectation.js';
import { legalDelay, type Rules } from '../reglement/reglement.js';
import type { Award, PieceDemand } from './slice.js';
import { ascending } from '../kernel/ordering.js';

/** The demand for pieces that suspends the clock now, if any. */
export function pendingDemand(award: Award): PieceDemand | undefined {
  return award.demands.find(demand => demand.endedOn === null);
}

interface Suspension {
  readonly on: CivilDate;
  readonly endedOn: CivilDate | null;
}

/**
 * The last day of a term that demands of pieces suspend: each day of their union once, a demand made after the term
 * nothing at all (CRPA art. L114-5). Null while pieces are awaited.
 */
function termThrough(start: CivilDate, delay: Delay, demands: readonly Suspension[]): CivilDate | null {
  let [days, covered, term] = [0, start, dueDate(start, delay)];
  for (const { on, endedOn } of demands.toSorted(ascending(demand => demand.on))) {
    if (on > term) continue;
    if (endedOn === null) return null;
    days += Math.max(0, daysBetween(on > covered ? on : covered, endedOn));
    covered = endedOn > covered ? endedOn : covered;
    term = dueDate(start, delay, days);
  }
  return term;
}

/** The day on which the first administration seised received the request (CRPA art. L114-3). */
const firstReceivedOn = ({ receivedOn, receivedElsewhereOn }: Award): CivilDate =>
  receivedElsewhereOn !== null && receivedElsewhereOn < receivedOn ? receivedElsewhereOn : receivedOn;

/**
 * The last day on which silence is not yet a rejection: two months from the receipt of the request by the first
 * administration seised, shifted by its suspensions (CRPA art. L231-4 3°, L114-3, L114-5). Null when the law set no such
 * term, and for what the Région proposes itself, which nobody asked of it (art. L110-1); `on` is null while pieces are
 * awaited.
 */
export function decisionDue(award: Award, rules: Rules): Due | null {
  if (award.requestedBy === 'region') return null;
  const start = firstReceivedOn(award);
  const delay = legalDelay(rules.law, 'silence-is-rejection', start);
  return delay ? { on: termThrough(start, delay, award.demands), source: delay.source, law: 'term' } : null;
}

/** A due date by a legal delay counted from a fact; null when the fact is missing or the law did not exist. */
export function byLaw(rules: Rules, id: string, start: CivilDate | null): Due | null {
  if (start === null) return null;
  const delay = legalDelay(rules.law, id, start);
  return delay ? { on: dueDate(start, delay), source: delay.source, since: start, law: 'term' } : null;
}

/**
 * When a request must be acknowledged: within ten working days where it came electronically (CRPA art. R112-11-2); on
 * paper, or before that text, within the term that the règlement gives itself.
 */
export function acknowledgementDue({ channel, receivedOn }: Award, rules: Rules): Due | null {
  const byText = channel === 'electronic' ? byLaw(rules, 'request-acknowledgement', receivedOn) : null;
  return byText ?? byTerm(rules, 'acknowledgement', receivedOn);
}
