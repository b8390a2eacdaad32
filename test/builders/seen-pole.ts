import { factsOf } from '../../src/domain/dossier/expectations.js';
import type { Actor } from '../../src/domain/dossier/roles.js';
import { seenState } from '../../src/domain/dossier/seen-state.js';
import { viewOf } from '../../src/domain/dossier/view.js';
import { newDossier } from '../../src/record/dossiers.js';
import type { SeenPole } from '../../src/poles/pole-reader.js';
import { BEARER, CARRIER, COFUNDER, type DossierBuilder } from './dossier.js';

/** What the bodies of the dossiers built here are called. */
const BODY_NAMES: ReadonlyMap<string, string> = new Map([
  [CARRIER, 'Structure du pôle'],
  [BEARER, 'Structure de l’étude'],
  [COFUNDER, 'Cofinanceur'],
]);

/** A pôle as someone reads it on a page, without a house. */
export function seenPole(dossier: DossierBuilder, actors: readonly Actor[]): SeenPole {
  const { id, events, rules, today, state } = dossier;
  const view = viewOf(state, actors);
  if (view === undefined) throw new Error('Ce dossier n’est lu de personne ici.');
  const row = { ...newDossier(id, rules.reglement.id), state, facts: factsOf(events), isNew: false };
  return {
    ...{ dossier: row, view, seen: seenState(view, state), rules, today, actors },
    ...{ name: 'Pôle fictif', names: BODY_NAMES, pays: ['Pays de Brest'], grantedElsewhere: [] },
  };
}
