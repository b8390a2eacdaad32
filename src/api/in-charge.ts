import type { Actor } from '../domain/dossier/roles.js';

/** The account that a list is asked for by `referent`: `me` is the reader. */
export const accountInCharge = (referent: string, actors: readonly Actor[]): string =>
  referent === 'me' ? (actors[0]?.account ?? '') : referent;
