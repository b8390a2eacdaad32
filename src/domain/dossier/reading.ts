import { bodiesOfDossier } from './parties.js';
import { sightOf, type Actor } from './roles.js';
import type { DossierState } from './state.js';

/** Which dossiers someone may read, when not all: those of these pays, and those in which these bodies have a part. */
export interface Perimeter {
  readonly pays: readonly string[];
  readonly bodies: readonly string[];
}

/** The perimeter of someone's roles; undefined when one of them sees every dossier. */
export function perimeterOf(actors: readonly Actor[]): Perimeter | undefined {
  const seeing = (sight: string) => actors.filter(({ role }) => sightOf(role) === sight);
  if (seeing('all').length > 0) return undefined;
  return {
    pays: seeing('own-pays').flatMap(({ pays }) => pays),
    bodies: seeing('own-bodies').flatMap(({ bodies }) => bodies),
  };
}

/** Whether a dossier is in a perimeter. The lists ask the same of their projection in SQL (`src/database/perimeter.ts`). */
export function isWithin(perimeter: Perimeter | undefined, { pays, bodies }: Perimeter): boolean {
  if (perimeter === undefined) return true;
  return pays.some(code => perimeter.pays.includes(code)) || bodies.some(body => perimeter.bodies.includes(body));
}

/** Whether someone may read something of the dossier: it is then in their list. */
export function mayRead(state: DossierState, ...actors: readonly Actor[]): boolean {
  return isWithin(perimeterOf(actors), { pays: state.initiative.paysCodes, bodies: bodiesOfDossier(state) });
}
