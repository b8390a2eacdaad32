import type { EntityManager } from 'typeorm';
import { factsOf } from '../../domain/dossier/expectations.js';
import { fold } from '../../domain/dossier/state.js';
import { saveDossier, type DossierRow } from '../dossiers.js';
import { readEvents } from '../journal/journal.js';
import { StatementBatch } from '../journal/statement-batch.js';

/** Folds a locked dossier anew from its journal. */
export async function refold(manager: EntityManager, row: DossierRow): Promise<void> {
  const events = await readEvents(manager, row.id);
  const batch = new StatementBatch();
  saveDossier(batch, { ...row, state: fold(row.id, events), facts: factsOf(events) });
  await batch.send(manager);
}
