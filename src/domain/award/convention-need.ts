import type { DossierState, NewEvent } from '../dossier/state.js';
import { yearOfConvention } from '../funded-year/exercise.js';
import type { Instalment, InstalmentStatus } from '../funded-year/slice.js';
import { isAlive } from '../lifecycle/slice.js';
import { legalThreshold, type Rules } from '../reglement/reglement.js';
import { conventionOf, isInForce, type Award } from './slice.js';
import { aboveNow, hasConvention, type YearAbove, type YearGrant } from './threshold.js';

/** The payments that a missing convention would still hold. */
const HELD: readonly InstalmentStatus[] = ['planned', 'claimed', 'prepared', 'liquidated'];

/**
 * What is to be noted of the grants that were made without a convention: those that come to need one, because their body
 * has more than the threshold for a year while they are still paid, and those that need none any more. Nothing is noted
 * twice. `grantedElsewhere`: what other dossiers grant the same bodies (loi n° 2000-321 art. 10, décret n° 2001-495 art. 1).
 */
export function conventionNeedChanges(
  state: DossierState,
  rules: Pick<Rules, 'law'>,
  grantedElsewhere: readonly YearGrant[],
): readonly NewEvent[] {
  return Object.values(state.awards).flatMap(award => {
    const { conventionNeed: need } = award;
    const isNoted = need?.endedOn === null;
    const above = needing(award, state, rules, grantedElsewhere);
    if (above && !isNoted) return [becameRequired(award, above)];
    if (above || !isNoted || award.conventionNotifiedOn !== null) return [];
    return [{ type: 'convention-no-longer-required', data: { award: award.id, time: need.time } } as const];
  });
}

function becameRequired({ id, conventionNeed }: Award, { civilYear, total }: YearAbove): NewEvent {
  const time = (conventionNeed?.time ?? 0) + 1;
  return { type: 'convention-became-required', data: { award: id, time, civilYear, total } };
}

/** The year for which a grant in force, that no convention covers and that is still paid, needs one. */
function needing(
  award: Award,
  state: DossierState,
  { law }: Pick<Rules, 'law'>,
  grantedElsewhere: readonly YearGrant[],
): YearAbove | undefined {
  const votedOn = award.vote?.on;
  if (votedOn === undefined || !isInForce(award) || hasConvention(state, award)) return undefined;
  if (!Object.values(state.instalments).some(instalment => isHeldFor(state, award, instalment))) return undefined;
  const threshold = legalThreshold(law, 'convention-required-above', votedOn);
  return threshold && aboveNow(award, state, threshold.amount, grantedElsewhere);
}

/** Whether an instalment of an award is still to be paid: once the dossier has ended, of the years that were opened alone. */
function isHeldFor(state: DossierState, of: Award, { award, year, status }: Instalment): boolean {
  if (award !== of.id || !HELD.includes(status)) return false;
  return isAlive(state.lifecycle.status) || yearOfConvention(state, conventionOf(of), year) !== undefined;
}
