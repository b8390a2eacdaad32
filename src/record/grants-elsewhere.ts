import type { EntityManager } from 'typeorm';
import { isInForce } from '../domain/award/slice.js';
import { hasConvention, type YearGrant } from '../domain/award/threshold.js';
import type { DossierState } from '../domain/dossier/state.js';

/**
 * What the Région granted, in other dossiers, to the bodies that hold an award of this one, by funded year; amounts in
 * cents. A body is counted whole, whichever of its establishments asks.
 */
export async function readGrantsElsewhere(
  manager: EntityManager,
  { id, awards }: Pick<DossierState, 'id' | 'awards'>,
): Promise<readonly YearGrant[]> {
  const bodies = bodiesOf({ awards });
  if (bodies.length === 0) return [];
  return manager.query<YearGrant[]>(
    `SELECT award_id AS award, applicant, starts_on AS "startsOn", amount FROM year_grants
     WHERE left(applicant, 9) = ANY($1) AND pole_id <> $2`,
    [bodies, id],
  );
}

/** The SIREN of the bodies that hold an award, each once. */
const bodiesOf = ({ awards }: Pick<DossierState, 'awards'>) => [
  ...new Set(Object.values(awards).map(({ applicant }) => applicant.slice(0, 9))),
];

/** The same, where a payment may hang on it: an award in force that no convention covers. */
export async function readGrantsThatCount(manager: EntityManager, state: DossierState): Promise<readonly YearGrant[]> {
  return hasUncovered(state) ? readGrantsElsewhere(manager, state) : [];
}

const hasUncovered = (state: DossierState) =>
  Object.values(state.awards).some(award => isInForce(award) && !hasConvention(state, award));

/**
 * The same for several dossiers, in one statement: what was granted elsewhere, by dossier, where a payment may hang on it.
 */
export async function readGrantsBeside(
  manager: EntityManager,
  states: readonly DossierState[],
): Promise<(state: DossierState) => readonly YearGrant[]> {
  const bodies = [...new Set(states.filter(hasUncovered).flatMap(bodiesOf))];
  if (bodies.length === 0) return () => [];
  const grants = await manager.query<(YearGrant & { readonly pole: string })[]>(
    `SELECT award_id AS award, applicant, starts_on AS "startsOn", amount, pole_id AS pole FROM year_grants
     WHERE left(applicant, 9) = ANY($1)`,
    [bodies],
  );
  return state => {
    const own = hasUncovered(state) ? bodiesOf(state) : [];
    return grants.filter(({ pole, applicant }) => pole !== state.id && own.includes(applicant.slice(0, 9)));
  };
}
