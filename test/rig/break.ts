import type { DataSource, EntityManager } from 'typeorm';

const GUARDED = ['journal', 'journal_private', 'dossiers', 'ledger', 'awards', 'obligations'];

/** Does, as the owner of the schema, what its triggers refuse: they are put off, then back. */
export async function behindTheTriggers(
  owner: DataSource | EntityManager,
  ...statements: readonly string[]
): Promise<void> {
  await owner.query(
    [
      ...GUARDED.map(table => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
      ...statements,
      ...GUARDED.map(table => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
    ].join(';\n'),
  );
}
