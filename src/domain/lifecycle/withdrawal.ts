import { addCents, cents, ZERO, type Cents } from '../kernel/cents.js';
import { daysIn, type Period } from '../kernel/period.js';
import type { CivilDate } from '../kernel/civil-date.js';

/**
 * What a breach of the contrat d'engagement républicain withdraws, in cents: the grant pro rata of the period still to run
 * on the day of the breach, that day included, rounded down. All of it where the breach precedes the period, nothing
 * where it follows it (décret n° 2021-1947 art. 5).
 */
export function commitmentClawback(granted: Cents, period: Period, breachOn: CivilDate): Cents {
  if (breachOn > period.to) return ZERO;
  const left = daysIn({ from: breachOn > period.from ? breachOn : period.from, to: period.to });
  return cents(Number((BigInt(granted) * BigInt(left)) / BigInt(daysIn(period))));
}

/** What a withdrawal makes due back: what was paid beyond what stays granted and was not claimed yet, in cents. */
export function toReturn(given: {
  readonly granted: Cents;
  readonly withdrawn: Cents;
  readonly paid: Cents;
  readonly claimed?: Cents;
}): Cents {
  const { granted, withdrawn, paid, claimed = ZERO } = given;
  return cents(Math.max(0, paid + withdrawn - addCents(granted, claimed)));
}
