import { cents } from '../../src/domain/kernel/cents.js';
import { COFUNDER, type DossierBuilder } from './dossier.js';
import { running } from './whole-life-dossiers.js';

/** Asks a co-funder for 9 000 €; of a convention in force when no dossier is given. */
export function cofunded(dossier: DossierBuilder = running()): DossierBuilder {
  return dossier.does('seek-cofunding', { cofunder: COFUNDER, amount: cents(900_000) });
}
