import type { DataSource } from 'typeorm';
import { canonical, digest } from '../record/journal/chain.js';

const TABLES = [
  ...['journal', 'journal_private', 'dossiers', 'pole_cards', 'awards', 'year_grants', 'ledger'],
  ...['obligations', 'notices'],
];

/** The digest of every row of every table that holds what happened, was decided or is owed: equal when none has changed. */
export async function standing(source: DataSource): Promise<Readonly<Record<string, string>>> {
  const digests = await Promise.all(
    TABLES.map(async table => {
      const rows = await source.query<{ row: object }[]>(
        `SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)`,
      );
      return [table, digest(canonical(rows))] as const;
    }),
  );
  return Object.fromEntries(digests);
}
