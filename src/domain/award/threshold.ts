import { addCents, cents, ZERO, type Cents } from '../kernel/cents.js';
import { yearOf, type CivilDate } from '../kernel/civil-date.js';
import type { DossierState } from '../dossier/state.js';
import { exerciseOf, stoppedOn } from '../funded-year/exercise.js';
import type { Award, AwardStatus } from './slice.js';

/** What the Région granted a body for one funded year, in cents, as the threshold of the convention counts it. */
export interface YearGrant {
  /** The award that pays the year. */
  readonly award: string;
  /** SIRET of the body. */
  readonly applicant: string;
  /** The first day of the funded year: it belongs to the civil year in which it begins. */
  readonly startsOn: CivilDate;
  readonly amount: Cents;
}

/** The awards that grant nothing, or nothing any more. */
const GRANTING_NOTHING: readonly AwardStatus[] = ['rejected', 'lapsed'];
const VOTED: readonly AwardStatus[] = ['adopted', 'executory'];

/**
 * What the awards of a dossier grant by funded year, in cents, each in the amount of its vote and of the amendments voted
 * since, even before they bind. Of a dossier that has ended, the years that had begun; of a grant withdrawn whole, none.
 */
export function yearGrantsOf(state: DossierState): readonly YearGrant[] {
  const stopped = stoppedOn(state);
  return Object.values(state.awards)
    .filter(award => isGranting(award) && !isWithdrawn(state, award))
    .flatMap(award => yearsOf(award, plannedOf(state, award)))
    .filter(({ startsOn }) => stopped === null || startsOn <= stopped);
}

const isGranting = ({ kind, granted, status }: Award) =>
  kind !== 'amendment' && granted !== null && !GRANTING_NOTHING.includes(status);

/** Whether the whole of a grant was withdrawn: it is held never to have been made. */
const isWithdrawn = ({ lifecycle }: DossierState, { id, parent }: Award) =>
  lifecycle.withdrawals.some(({ award, whole }) => whole && (award === id || award === parent));

interface Planned {
  readonly year: number;
  readonly amount: Cents;
}

/** What some instalments of an award grant, by funded year. */
export function yearsOf(award: Award, instalments: readonly Planned[]): readonly YearGrant[] {
  const years = [...new Set(instalments.map(({ year }) => year))];
  return years.map(year => ({
    award: award.id,
    applicant: award.applicant,
    startsOn: award.kind === 'year' ? award.period.from : exerciseOf(award, year).from,
    amount: addCents(ZERO, ...instalments.filter(line => line.year === year).map(({ amount }) => amount)),
  }));
}

/** The instalments of an award, as an amendment that was voted and does not bind yet will make them. */
function plannedOf({ awards, instalments }: DossierState, award: Award): readonly Planned[] {
  const current = Object.values(instalments).filter(line => line.award === award.id);
  const amendment = Object.values(awards).find(({ parent, kind, status }) => {
    return parent === award.id && kind === 'amendment' && VOTED.includes(status);
  });
  const schedule = amendment?.changes?.schedule;
  if (!schedule) return current;
  const claimed = current.filter(({ status }) => status !== 'planned');
  const isClaimed = ({ year, number }: { readonly year: number; readonly number: number }) =>
    claimed.some(line => line.year === year && line.number === number);
  return [...claimed, ...schedule.filter(line => !isClaimed(line))];
}

/** The body, whichever of its establishments asks: the SIREN of a SIRET. */
export const bodyOf = (siret: string) => siret.slice(0, 9);

/** What was granted to the body of a year's grant for the civil year in which that year begins, in cents. */
export function grantedWith(grant: YearGrant, grants: readonly YearGrant[]): Cents {
  const counted = grants.filter(
    ({ applicant, startsOn }) =>
      bodyOf(applicant) === bodyOf(grant.applicant) && yearOf(startsOn) === yearOf(grant.startsOn),
  );
  return cents(counted.reduce((sum, { amount }) => sum + amount, 0));
}

/**
 * The first year of an award for which its body has more than a threshold, strictly, all grants of that civil year
 * together; undefined when no year has (loi n° 2000-321 art. 10, décret n° 2001-495 art. 1: an annual amount).
 */
export function yearAbove(award: string, grants: readonly YearGrant[], threshold: Cents): YearGrant | undefined {
  return grants.find(grant => grant.award === award && grantedWith(grant, grants) > threshold);
}

/** A civil year for which a body has more than the threshold, and what it has for it, in cents. */
export interface YearAbove {
  readonly civilYear: number;
  readonly total: Cents;
}

/** The first civil year that takes the body of an award above a threshold, what its other dossiers grant it counted where it is known. */
export function aboveNow(
  { id }: Award,
  state: DossierState,
  threshold: Cents,
  grantedElsewhere: readonly YearGrant[] = [],
): YearAbove | undefined {
  const grants = [...yearGrantsOf(state), ...grantedElsewhere];
  const grant = yearAbove(id, grants, threshold);
  return grant && { civilYear: yearOf(grant.startsOn), total: grantedWith(grant, grants) };
}

/** Whether a convention signed and notified covers an award: its own, or that of which it pays a year. */
export function hasConvention({ awards }: Pick<DossierState, 'awards'>, award: Award): boolean {
  const parent = award.parent === null ? undefined : awards[award.parent];
  return award.conventionNotifiedOn !== null || (parent?.conventionNotifiedOn ?? null) !== null;
}
