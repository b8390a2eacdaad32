import { addDays } from '../kernel/civil-date.js';
import { each, silenceDay, type Due, type Nothing } from '../dossier/expectation.js';
import type { NotifiedDecision } from './events.js';
import { broughtInForce } from './in-force.js';
import { deemedReceipt, NOTIFIED } from './notification.js';
import { awardIn, done, type OfAward } from './of-award.js';

/**
 * The last day on which a decision that nobody read is not yet notified (CRPA art. R112-20). Null when it was not made
 * available; `on` is null while an amendment can no longer take effect: nothing is notified by itself then.
 */
function lastUnread(owedBy: OfAward, decision: NotifiedDecision): Due | null {
  const award = awardIn(owedBy);
  const available = award.available[decision];
  const receipt = available && deemedReceipt(available, owedBy.rules);
  if (!receipt) return null;
  const { state, rules } = owedBy;
  const brought = broughtInForce(award, { state, rules, decision, on: receipt.on });
  const on = 'code' in brought ? null : addDays(receipt.on, -1);
  return { on, source: receipt.source, since: available.on, law: 'term' };
}

/** What the calendar notes of a decision made available that nobody read: it is notified, with what that brings. */
const deemed =
  (decision: NotifiedDecision) => (owedBy: OfAward & { readonly due: Parameters<typeof silenceDay>[0] }) => {
    const award = awardIn(owedBy);
    const on = silenceDay(owedBy.due);
    const receipt = award.available[decision] && deemedReceipt(award.available[decision], owedBy.rules);
    const { state, rules } = owedBy;
    const brought = broughtInForce(award, { state, rules, decision, on });
    if (!receipt || 'code' in brought) throw new Error(`Rien à notifier de ${award.id}`);
    return [{ type: NOTIFIED[decision], data: { award: award.id, ...receipt.data } }, ...brought];
  };

const received = (decision: NotifiedDecision) => ({
  capability: 'award' as const,
  due: (owedBy: OfAward) => lastUnread(owedBy, decision),
  silence: deemed(decision),
});

/** What was made available by an electronic process is notified when it is read, else by the calendar. */
export const receiptExpectations = {
  'grant-receipt': each('award').byCalendar<Nothing>({
    ...received('grant'),
    label: 'Lecture de la décision d’attribution mise à disposition',
    acts: ['notify-grant'],
    metBy: { 'grant-notified': done, 'amendment-lapsed': done },
  }),
  'refusal-receipt': each('award').byCalendar<Nothing>({
    ...received('refusal'),
    label: 'Lecture du refus mis à disposition',
    acts: ['notify-refusal'],
    metBy: { 'refusal-notified': done },
  }),
  'convention-receipt': each('award').byCalendar<Nothing>({
    ...received('convention'),
    label: 'Lecture de la convention signée mise à disposition',
    acts: ['notify-convention', 'lapse-amendment'],
    metBy: { 'convention-notified': done, 'amendment-lapsed': done },
  }),
};
