import type { EntityManager } from 'typeorm';
import { sirensOf } from '../domain/award/bodies-moved.js';
import { isInForce } from '../domain/award/slice.js';
import { bodyOf, hasConvention, type YearGrant } from '../domain/award/threshold.js';
import type { DossierState } from '../domain/dossier/state.js';
import type { StatementBatch } from './journal/statement-batch.js';

const GRANTS = `SELECT award_id AS award, applicant, starts_on AS "startsOn", amount, pole_id AS pole FROM year_grants
  WHERE left(applicant, 9) = ANY($1)`;

/**
 * What the Région granted, in other dossiers, to the bodies that hold an award of this one, by funded year; amounts in
 * cents. A body is counted whole, whichever of its establishments asks.
 */
export async function readGrantsElsewhere(
  manager: EntityManager,
  { id, awards }: Pick<DossierState, 'id' | 'awards'>,
): Promise<readonly YearGrant[]> {
  const bodies = sirensOf(Object.values(awards));
  if (bodies.length === 0) return [];
  return manager.query<YearGrant[]>(`${GRANTS} AND pole_id <> $2`, [bodies, id]);
}

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
  const bodies = [...new Set(states.filter(hasUncovered).flatMap(({ awards }) => sirensOf(Object.values(awards))))];
  if (bodies.length === 0) return () => [];
  const grants = await manager.query<(YearGrant & { readonly pole: string })[]>(GRANTS, [bodies]);
  return state => {
    const own = hasUncovered(state) ? sirensOf(Object.values(state.awards)) : [];
    return grants.filter(({ pole, applicant }) => pole !== state.id && own.includes(bodyOf(applicant)));
  };
}

/** Notes that the other dossiers of some bodies are to be looked at. */
export function noteGrantsMoved(batch: StatementBatch, poleId: string, bodies: readonly string[]): void {
  batch.add(
    at => `INSERT INTO grants_moved (pole_id) SELECT DISTINCT pole_id FROM year_grants
      WHERE left(applicant, 9) = ANY(${at(bodies)}) AND pole_id <> ${at(poleId)}`,
  );
}
