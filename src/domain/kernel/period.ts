import { cents, type Cents } from './cents.js';
import { addDays, daysBetween, type CivilDate } from './civil-date.js';
import { DomainError } from './domain-error.js';

/** From one civil day to another, both included. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate };

/** Refuses a period that ends before it begins. */
export function period(from: CivilDate, to: CivilDate): Period {
  if (to < from) throw new DomainError('period-reversed', 'Une période ne finit pas avant de commencer.');
  return { from, to };
}

export function overlaps(interval: Period, other: Period): boolean {
  return interval.from <= other.to && other.from <= interval.to;
}

export function contains({ from, to }: Period, date: CivilDate): boolean {
  return from <= date && date <= to;
}

export function daysIn({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

/**
 * What is withdrawn after a breach of the contrat d'engagement républicain: the share of the subsidised period still to
 * run at the day of the breach, in cents, rounded down (décret 2021-1947 art. 5). Nothing after the period's end.
 */
export function commitmentClawback(
  amount: Cents,
  subsidised: Period,
  breach: CivilDate,
  breachDayCounted: boolean,
): Cents {
  const first = breachDayCounted ? breach : addDays(breach, 1);
  const from = first < subsidised.from ? subsidised.from : first;
  const remainingDays = Math.max(0, daysIn({ from, to: subsidised.to }));
  return cents(Number((BigInt(amount) * BigInt(remainingDays)) / BigInt(daysIn(subsidised))));
}
