import { isInForce, type Award } from '../award/slice.js';
import type { DossierState } from '../dossier/state.js';
import { instalmentsOfGrant } from '../funded-year/due.js';
import { openedYears, yearOfConvention } from '../funded-year/exercise.js';
import { instalmentKey, type InstalmentStatus } from '../funded-year/slice.js';
import type { ReportKind } from '../reglement/reglement.js';
import type { CycleLeft, LeftAtEnd, Recovery, RecoveryStatus } from './slice.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { cited, type Citing } from '../reglement/references.js';

/** The grants of a dossier that were in force and whose account is still open: a study's, a convention's. */
export function openGrants(state: DossierState): readonly Award[] {
  return Object.values(state.awards).filter(
    award => (award.kind === 'study' || award.kind === 'convention') && isInForce(award) && award.settledOn === null,
  );
}

const UNPAID: readonly InstalmentStatus[] = ['planned', 'claimed', 'prepared', 'liquidated', 'ordered'];

/** The payments of the opened years of a grant that are under way, or may be asked for: `award/year/number/payment`. */
function paymentsLeft(state: DossierState, { id }: Award): readonly string[] {
  return instalmentsOfGrant(state, id)
    .filter(instalment => UNPAID.includes(instalment.status) && yearOfConvention(state, id, instalment.year))
    .map(instalment => `${instalmentKey(instalment.award, instalment.year, instalment.number)}/${instalment.payment}`);
}

/** What an early end leaves to be done: the accounts, and the duties that the law, a transfer or a settlement set before it. */
export function leftAtEnd(state: DossierState): LeftAtEnd {
  return {
    cycles: cyclesLeft(state),
    publications: unpublished(state),
    formerCarriers: formerCarriersOpen(state),
    recoveries: unrecovered(state).flatMap(([grant, { rank, hearing }]) => (hearing ? [] : [claimName(grant, rank)])),
    claims: unrecovered(state).flatMap(([grant, { rank, hearing }]) => (hearing ? [claimName(grant, rank)] : [])),
  };
}

/** The name of a claim: its grant, and its rank from the second on. */
export const claimName = (grant: string, rank: number): string => (rank === 1 ? grant : `${grant}/${rank}`);

const TO_RECOVER: readonly RecoveryStatus[] = ['claimed', 'ordered'];

/** What was paid beyond what was due, and is neither collected nor waived, grant by grant. */
function unrecovered({ lifecycle }: DossierState): readonly (readonly [grant: string, Recovery])[] {
  return Object.entries(lifecycle.recoveries).filter(([, { status }]) => TO_RECOVER.includes(status));
}

/**
 * Why nothing is closed while an excess is left to recover, of one grant or of any: its claim is to be ordered, or what was
 * ordered to be collected (CGCT art. L1617-5).
 */
export function excessOutstanding(
  situation: Citing & { readonly state: DossierState },
  grant?: string,
): Refusal | undefined {
  const outstanding = unrecovered(situation.state).find(([award]) => grant === undefined || award === grant);
  if (!outstanding) return undefined;
  const [, { status }] = outstanding;
  return refuse('excess-outstanding', 'Un trop-perçu reste à recouvrer.', {
    source: cited(situation, 'recovery'),
    liftedBy: status === 'claimed' ? 'record-recovery-order' : 'record-recovery',
  });
}

/**
 * The awards that both parties signed and whose essential data are not published: no end of the convention lifts that
 * duty (loi 2000-321 art. 10, décret 2017-779).
 */
function unpublished({ awards }: DossierState): readonly string[] {
  return Object.values(awards)
    .filter(
      award => award.carrierSignedOn && award.regionSignedOn && !award.dataPublishedOn && award.status !== 'lapsed',
    )
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
    payments: paymentsLeft(state, grant),
  }));
}
