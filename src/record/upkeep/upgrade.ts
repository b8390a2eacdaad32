import type { DataSource } from 'typeorm';
import { nameStages } from '../clock-writes.js';
import { connect } from '../../database/connect.js';
import { migrate } from '../../database/migrate.js';
import { lockDossier, outgrownDossiers } from '../dossiers.js';
import { RuleBook } from '../../reglement/load.js';
import { STAGES } from '../../rehearsal/stages.js';
import { rebuildWithin } from './rebuild.js';
import { refold } from './refold.js';
import { quarantineIfAltered } from './quarantine.js';

/**
 * Folds anew, from their journal, the dossiers whose state was kept in an older shape, and their rows in the lists; one
 * whose journal was altered is set aside. Returns how many were outgrown.
 */
async function refoldDossiers(source: DataSource, book: RuleBook): Promise<number> {
  const outgrown = await outgrownDossiers(source.manager);
  for (const id of outgrown)
    await source.transaction(async manager => {
      const row = await lockDossier(manager, id);
      if (await quarantineIfAltered(manager, id)) return;
      await refold(manager, row);
      await rebuildWithin(manager, book, id);
    });
  return outgrown.length;
}

/**
 * Brings the schema up to date, then the states that depend on it; the stages of this program decide from now on. Doing it
 * again changes nothing.
 */
export async function upgradeHouse(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  const source = await connect(ownerUrl, 1);
  try {
    await refoldDossiers(source, RuleBook.load());
    await nameStages(source.manager, STAGES.id);
  } finally {
    await source.destroy();
  }
}
