import type { EntityManager } from 'typeorm';
import type { BodyRow } from '../database/entities/index.js';
import type { RowOf } from '../database/entities/row-of.js';
import type { JournalEntry } from './journal/journal.js';
import type { StatementBatch } from './journal/statement-batch.js';

/** Who an event names: its body, by SIRET, and the name told beside the journal. */
function identified({ row, sealed }: JournalEntry): readonly RowOf<BodyRow>[] {
  const data = row.data as { readonly applicant?: string; readonly carrier?: string };
  const siret = data.applicant ?? data.carrier;
  const name = sealed?.data['bodyName'];
  return siret === undefined || name === undefined ? [] : [{ siret, name, rna: sealed?.data['bodyRna'] ?? null }];
}

/** Keeps the last name told of each body. */
export function registerBodies(batch: StatementBatch, entries: readonly JournalEntry[]): void {
  for (const { siret, name, rna } of entries.flatMap(identified))
    batch.add(
      at => `INSERT INTO bodies (siret, name, rna) VALUES (${at(siret)}, ${at(name)}, ${at(rna)})
       ON CONFLICT (siret) DO UPDATE SET name = excluded.name, rna = coalesce(excluded.rna, bodies.rna)`,
    );
}

/** The name of a pôle: that of its initiating group, told when it was declared. */
export async function nameOfPole(manager: EntityManager, poleId: string): Promise<string> {
  const [row] = await manager.query<{ name: string | null }[]>(
    `SELECT told.data->>'groupName' AS name FROM journal JOIN journal_private told ON told.event_id = journal.id
     WHERE journal.pole_id = $1 AND journal.type = 'initiative-declared'`,
    [poleId],
  );
  return row?.name ?? '';
}
