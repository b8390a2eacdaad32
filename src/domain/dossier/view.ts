import { conventionOf, type Award } from '../award/slice.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { holdersOf } from './parties.js';
import { isWithin, mayRead, perimeterOf } from './reading.js';
import type { Actor, Party } from './roles.js';
import type { DossierState } from './state.js';

/** What is theirs in a dossier that someone does not read whole. */
export interface Part {
  readonly bodies: readonly string[];
  /** Their awards, and the last day on which they carried those that they handed over. */
  readonly awards: ReadonlyMap<string, CivilDate | undefined>;
  /** The numbers of the contributions asked of them. */
  readonly contributions: readonly number[];
}

export type View = 'whole' | Part;

/**
 * What someone may read of a dossier: the whole for the Région, the CRESS, the pays and the bodies that hold it today;
 * for the applicant of a rejected award, a former carrier or a co-funder, what is theirs; nothing for anyone else.
 */
export function viewOf(state: DossierState, actors: readonly Actor[]): View | undefined {
  if (!mayRead(state, ...actors)) return undefined;
  const perimeter = perimeterOf(actors);
  const isWhole = isWithin(perimeter, { pays: state.initiative.paysCodes, bodies: holdersOf(state) });
  return isWhole ? 'whole' : partOf(state, perimeter?.bodies ?? []);
}

function partOf(state: DossierState, bodies: readonly string[]): Part {
  const awards = Object.values(state.awards).flatMap(award => {
    const until = handedOverOn(award, state, bodies);
    const isTheirs = bodies.includes(award.applicant) || (until !== undefined && award.receivedOn <= until);
    return isTheirs ? [[award.id, until] as const] : [];
  });
  const contributions = Object.values(state.contributions).filter(({ cofunder }) => bodies.includes(cofunder));
  return { bodies, awards: new Map(awards), contributions: contributions.map(({ number }) => number) };
}

/** The day on which these bodies handed over an award with its convention; undefined while it is theirs. */
function handedOverOn(award: Award, { lifecycle }: DossierState, bodies: readonly string[]): CivilDate | undefined {
  if (bodies.includes(award.applicant)) return undefined;
  const convention = conventionOf(award);
  return lifecycle.transfers.findLast(transfer => transfer.award === convention && bodies.includes(transfer.from))?.on;
}

/** Whether an award is in a view, still theirs or once. */
export const seesAward = (view: View | undefined, award: string): boolean =>
  view === 'whole' || (view !== undefined && view.awards.has(award));

/** Whether a day of the life of an award is in a view: those of a convention handed over end with it. */
export function seesDayOf(view: View | undefined, award: string, day: CivilDate | null): boolean {
  if (view === 'whole') return true;
  if (view === undefined || !view.awards.has(award)) return false;
  const until = view.awards.get(award);
  return until === undefined || (day !== null && day <= until);
}

/** Whether a contribution of a co-funder is in a view. */
export const seesContribution = (view: View | undefined, contribution: number): boolean =>
  view === 'whole' || (view !== undefined && view.contributions.includes(contribution));

/** Whether one of these parties is a body of the view; what names no body is owed by or to who holds the dossier. */
export const seesParties = (view: View | undefined, ...parties: readonly (Party | null | undefined)[]): boolean =>
  view === 'whole' || (view !== undefined && parties.some(party => view.bodies.includes(party?.body ?? '')));

/** Whether what is owed is in a view: owed by its bodies, or to them. */
export const seesObligation = (
  view: View | undefined,
  { debtor, creditor }: { readonly debtor: Party; readonly creditor: Party | null },
): boolean => seesParties(view, debtor, creditor);
