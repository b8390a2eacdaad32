import type { EntityManager } from 'typeorm';
import type { Actor } from '../domain/dossier/roles.js';
import { viewOf, type View } from '../domain/dossier/view.js';
import { readStates } from './dossiers.js';

/** What someone may read of each of these dossiers, in one statement; of those that they may not read at all, nothing. */
export async function readViews(
  manager: EntityManager,
  poleIds: readonly string[],
  actors: readonly Actor[],
): Promise<ReadonlyMap<string, View>> {
  if (poleIds.length === 0) return new Map();
  const states = await readStates(manager, [...new Set(poleIds)]);
  return new Map(
    [...states].flatMap(([id, state]) => {
      const view = viewOf(state, actors);
      return view === undefined ? [] : [[id, view] as const];
    }),
  );
}
