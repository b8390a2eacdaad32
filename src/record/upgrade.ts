import type { DataSource } from 'typeorm';
import { dataSource } from '../database/data-source.js';
import { migrate } from '../database/migrate.js';
import { factsOf } from '../domain/dossier/expectations.js';
import { fold } from '../domain/dossier/state.js';
import { lockDossier, outgrownDossiers, saveDossier } from './dossiers.js';
import { readEvents } from './journal.js';

/** Folds anew, from their journal, the dossiers whose state was kept in an older shape. Returns how many. */
export async function refoldDossiers(source: DataSource): Promise<number> {
  const outgrown = await outgrownDossiers(source.manager);
  for (const id of outgrown)
    await source.transaction(async manager => {
      const row = await lockDossier(manager, id);
      const events = await readEvents(manager, id);
      await saveDossier(manager, { ...row, state: fold(id, events), facts: factsOf(events) });
    });
  return outgrown.length;
}

/** Brings the schema up to date, then the states that depend on it. Doing it again changes nothing. */
export async function upgradeHouse(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  const source = await dataSource(ownerUrl, 1).initialize();
  try {
    await refoldDossiers(source);
  } finally {
    await source.destroy();
  }
}
