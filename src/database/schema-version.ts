import type { DataSource } from 'typeorm';

/** How the schema of a database stands beside this program: by the names of migrations. */
export interface SchemaVersion {
  /** Migrations of this program that the database has not had. */
  readonly pending: readonly string[];
  /** Migrations of the database that this program does not know: a more recent one made them. */
  readonly unknown: readonly string[];
}

export async function schemaVersion(source: DataSource): Promise<SchemaVersion> {
  const known = source.migrations.map(migration => migration.name ?? migration.constructor.name);
  const done = await migrationsDone(source);
  return {
    pending: known.filter(name => !done.includes(name)),
    unknown: done.filter(name => !known.includes(name)),
  };
}

async function migrationsDone(source: DataSource): Promise<readonly string[]> {
  const [table] = await source.query<{ found: string | null }[]>(`SELECT to_regclass('migrations')::text AS found`);
  if (!table?.found) return [];
  return (await source.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id')).map(({ name }) => name);
}
