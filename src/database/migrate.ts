import { dataSource } from './data-source.js';

/** Brings the schema up to date, as the role that owns it. Doing it again changes nothing. */
export async function migrate(ownerUrl: string): Promise<void> {
  const source = dataSource(ownerUrl, 1);
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await source.destroy();
  }
}
