import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import type { Due } from '../dossier/expectation.js';
import { legalDelay, type LegalTexts, type PaymentClause } from '../reglement/reglement.js';

/** The facts from which the term of a payment is counted. */
export interface PaymentFacts {
  readonly grantNotifiedOn: CivilDate | null;
  /** The event on which the convention may make the payment depend. */
  readonly claimedOn: CivilDate | null;
}

const LAW = 'payment-after-notification';

/**
 * By when the law wants an instalment paid: sixty days from the notification of the grant, unless the convention fixes
 * dates, or makes the payment depend on its claim (loi n° 2000-321 art. 10, grants notified from 3 July 2021). It then
 * waits for the claim, without a day; the delay runs from it, or from the notification where that comes after. Null where
 * the law sets no term.
 */
export function paymentDue(
  { grantNotifiedOn, claimedOn }: PaymentFacts,
  clause: PaymentClause,
  law: LegalTexts,
): Due | null {
  if (grantNotifiedOn === null || clause.mode === 'dates-fixed-by-convention') return null;
  const delay = legalDelay(law, LAW, grantNotifiedOn);
  if (!delay) return null;
  if (clause.mode !== 'on-claim')
    return { on: dueDate(grantNotifiedOn, delay), source: delay.source, since: grantNotifiedOn, law: 'term' };
  const length = clause.days ?? delay.length;
  const source = `Convention : versement dans les ${length} jours de la demande ; ${delay.source}`;
  const since = claimedOn === null ? null : latestOf(grantNotifiedOn, claimedOn);
  if (since === null) return { on: null, source, law: 'term' };
  return { on: dueDate(since, { ...delay, length, unit: 'days' }), source, since, law: 'term' };
}

/** Whether the law sets a term to a payment of a year that opens on a day, were its grant notified by then. */
export function isPaymentTimed({ mode }: PaymentClause, law: LegalTexts, on: CivilDate): boolean {
  return mode !== 'dates-fixed-by-convention' && legalDelay(law, LAW, on) !== undefined;
}
