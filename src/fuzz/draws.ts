import type { Chance } from '../simulation/chance.js';

/** One of some things; there is at least one. */
export function oneOf<Thing>(chance: Chance, things: readonly Thing[]): Thing {
  const thing = things[chance.between(0, things.length - 1)];
  if (thing === undefined) throw new Error('Rien à choisir.');
  return thing;
}

/** An identifier drawn by chance: the same seed gives the same. */
export function drawnUuid(chance: Chance): string {
  const digits = (count: number) => Array.from({ length: count }, () => chance.between(0, 15).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
}
