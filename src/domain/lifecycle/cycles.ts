import { isInForce, type Award } from '../award/slice.js';
import type { DossierState } from '../dossier/state.js';
import { instalmentsOfGrant } from '../funded-year/due.js';
import { openedYears } from '../funded-year/exercise.js';
import { instalmentKey } from '../funded-year/slice.js';
import type { ReportKind } from '../reglement/reglement.js';
import type { CycleLeft, LeftAtEnd } from './slice.js';

/** The grants of a dossier that were in force and whose account is still open: a study's, a convention's. */
export function openGrants(state: DossierState): readonly Award[] {
  return Object.values(state.awards).filter(
    award => (award.kind === 'study' || award.kind === 'convention') && isInForce(award) && award.settledOn === null,
  );
}

/** The payments ordered for a grant whose return has not come: `award/year/number/payment`. */
function paymentsUnderWay(state: DossierState, { id }: Award): readonly string[] {
  return instalmentsOfGrant(state, id)
    .filter(one => one.status === 'ordered')
    .map(one => `${instalmentKey(one.award, one.year, one.number)}/${one.payment}`);
}

/** What an early end leaves to be done: the accounts, and the duties that the law or a transfer set before it. */
export function leftAtEnd(state: DossierState): LeftAtEnd {
  return { cycles: cyclesLeft(state), publications: unpublished(state), formerCarriers: formerCarriersOpen(state) };
}

/**
 * The awards that both parties signed and whose essential data are not published: no end of the convention lifts that
 * duty (loi 2000-321 art. 10, décret 2017-779).
 */
function unpublished({ awards }: DossierState): readonly string[] {
  return Object.values(awards)
    .filter(one => one.carrierSignedOn && one.regionSignedOn && !one.dataPublishedOn && one.status !== 'lapsed')
    .map(({ id }) => id);
}

function formerCarriersOpen({ lifecycle }: DossierState): readonly string[] {
  return lifecycle.transfers.filter(({ settledOn }) => settledOn === null).map(({ amendment }) => amendment);
}

/** What it leaves to account for, grant by grant. */
function cyclesLeft(state: DossierState): readonly CycleLeft[] {
  return openGrants(state).map(grant => ({
    award: grant.id,
    years: openedYears(state, grant.id).map(({ year, reports }) => ({
      year,
      reports: Object.keys(reports) as ReportKind[],
    })),
    payments: paymentsUnderWay(state, grant),
  }));
}
