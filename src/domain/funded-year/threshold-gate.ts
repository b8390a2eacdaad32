import { formatEuros } from '../kernel/cents.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { GateContext } from '../dossier/act.js';
import { absolute } from '../dossier/gates.js';
import { isInForce, type Award } from '../award/slice.js';
import { aboveNow, hasConvention, type YearAbove } from '../award/threshold.js';
import { legalThreshold } from '../reglement/reglement.js';
import { payingAward } from './gates.js';

/** What lifts it: the notification of a convention that both signed, else its signature. */
const nextStep = ({ carrierSignedOn, regionSignedOn }: Award) =>
  carrierSignedOn !== null && regionSignedOn !== null ? 'notify-convention' : 'sign-convention';

function aboveThreshold(situation: GateContext<'instalment'>): Refusal | undefined {
  const { state, rules, today, grantedElsewhere } = situation;
  const award = payingAward(situation);
  if (!isInForce(award) || hasConvention(state, award)) return undefined;
  const threshold = legalThreshold(rules.law, 'convention-required-above', award.vote?.on ?? today);
  const above = threshold && (aboveNow(award, state, threshold.amount, grantedElsewhere) ?? noted(situation, award));
  if (!above) return undefined;
  const [total, limit] = [formatEuros(above.total), formatEuros(threshold.amount)];
  return refuse(
    'convention-required-since',
    `Les subventions accordées à cet organisme pour ${above.civilYear} (${total}) dépassent ${limit} : une convention est à signer et à notifier avant tout autre versement.`,
    { source: threshold.source, liftedBy: nextStep(award) },
  );
}

/** Where the grants of other dossiers are not read, what the journal noted of them. */
function noted({ grantedElsewhere }: GateContext, { conventionNeed: need }: Award): YearAbove | undefined {
  return grantedElsewhere === undefined && need?.endedOn === null ? need : undefined;
}

/**
 * What was granted without a convention is looked at again before each payment: the body may have been granted more for
 * the same year since (loi n° 2000-321 art. 10, décret n° 2001-495 art. 1).
 */
export const conventionAboveThreshold = absolute<'instalment'>('convention-above-threshold', aboveThreshold);
