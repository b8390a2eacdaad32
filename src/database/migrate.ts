import { StartupError } from '../startup/startup-error.js';
import { connect } from './connect.js';
import { schemaVersion } from './schema-version.js';

/** Brings the schema up to date, as the role that owns it. Doing it again changes nothing. Refuses a more recent one. */
export async function migrate(ownerUrl: string): Promise<void> {
  const source = await connect(ownerUrl, 1);
  try {
    refuseNewer((await schemaVersion(source)).unknown);
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await source.destroy();
  }
}

/** Refuses a database to which a more recent program gave its schema. */
export function refuseNewer(unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  throw new StartupError(
    `La base de données est plus récente que ce programme (${unknown.join(', ')}) : mettez Jalon à jour, ou reprenez sa sauvegarde.`,
  );
}
