import type { Perimeter } from '../domain/dossier/reading.js';

/** Whether a pôle is in a perimeter, as `isWithin` says of its dossier: by its pays or by a body that has a part in it. */
export const isWithin = (pays: string, bodies: string): string =>
  `(card.pays_codes && ${pays} OR card.bodies && ${bodies})`;

/** What a query is given of a perimeter, in three values that follow each other; undefined, of who reads every dossier. */
export const valuesOfPerimeter = (perimeter: Perimeter | undefined) =>
  [perimeter === undefined, perimeter?.pays ?? [], perimeter?.bodies ?? []] as const;

/** Whether something of a pôle is read from a perimeter, whose values are given from a rank on. */
export const isReadFrom = (rank: number): string =>
  `($${rank}::boolean OR ${isWithin(`$${rank + 1}`, `$${rank + 2}`)})`;

/** Whether the whole of it is: by its pays, or by a body that holds it. */
export const isReadWholeFrom = (rank: number): string =>
  `($${rank}::boolean OR card.pays_codes && $${rank + 1} OR card.holders && $${rank + 2})`;
