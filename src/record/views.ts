import type { EntityManager } from 'typeorm';
import type { Actor } from '../domain/dossier/roles.js';
import { viewOf, type View } from '../domain/dossier/view.js';
import { readDossier } from './dossiers.js';

/** What someone may read of each of these dossiers; of those that they may not read at all, nothing. */
export async function readViews(
  manager: EntityManager,
  poleIds: readonly string[],
  actors: readonly Actor[],
): Promise<ReadonlyMap<string, View>> {
  const views = new Map<string, View>();
  for (const id of new Set(poleIds)) {
    const view = viewOf((await readDossier(manager, id)).state, actors);
    if (view !== undefined) views.set(id, view);
  }
  return views;
}
