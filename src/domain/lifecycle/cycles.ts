import { isInForce, type Award } from '../award/slice.js';
import type { DossierState } from '../dossier/state.js';
import { instalmentsOfGrant } from '../funded-year/due.js';
import { openedYears } from '../funded-year/exercise.js';
import { instalmentKey } from '../funded-year/slice.js';
import type { ReportKind } from '../reglement/reglement.js';
import type { CycleLeft } from './slice.js';

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

/** What an early end leaves to account for, grant by grant. */
export function cyclesLeft(state: DossierState): readonly CycleLeft[] {
  return openGrants(state).map(grant => ({
    award: grant.id,
    years: openedYears(state, grant.id).map(({ year, reports }) => ({
      year,
      reports: Object.keys(reports) as ReportKind[],
    })),
    payments: paymentsUnderWay(state, grant),
  }));
}
