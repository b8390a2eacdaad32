import type { EntityManager } from 'typeorm';
import type { ToldNameRow } from '../database/entities/index.js';
import type { RowOf } from '../database/entities/row-of.js';
import type { JournalEntry } from './journal/journal.js';
import type { StatementBatch } from './journal/statement-batch.js';

/** How an event names a body of its dossier: by SIRET in the journal, by the name told beside it. */
function toldIn({ row, sealed }: JournalEntry): readonly RowOf<ToldNameRow>[] {
  const data = row.data as { readonly applicant?: string; readonly carrier?: string };
  const siret = data.applicant ?? data.carrier;
  const name = sealed?.data['bodyName'];
  return siret === undefined || name === undefined ? [] : [{ pole_id: row.pole_id, siret, name }];
}

/** Keeps the last name told of each body in a dossier: it names the body there, and nowhere else. */
export function keepToldNames(batch: StatementBatch, entries: readonly JournalEntry[]): void {
  const last = new Map(entries.flatMap(toldIn).map(told => [told.siret, told]));
  for (const { pole_id, siret, name } of last.values())
    batch.add(
      at => `INSERT INTO told_names (pole_id, siret, name) VALUES (${at(pole_id)}, ${at(siret)}, ${at(name)})
       ON CONFLICT (pole_id, siret) DO UPDATE SET name = excluded.name`,
    );
}

/** The last name told of each body of the dossier $1, in what its journal still holds as said. */
const TOLD = `
  SELECT DISTINCT ON (siret) j.pole_id, coalesce(j.data->>'applicant', j.data->>'carrier') AS siret, p.data->>'bodyName' AS name
  FROM journal j JOIN journal_private p ON p.event_id = j.id
  WHERE j.pole_id = $1 AND p.data ? 'bodyName' AND coalesce(j.data->>'applicant', j.data->>'carrier') IS NOT NULL
    AND NOT EXISTS (SELECT FROM journal later WHERE later.retracts = j.id)
  ORDER BY siret, j.sequence DESC`;

/** Writes anew the names told in a dossier: a fact that is retracted takes the name that it told with it. */
export async function rebuildToldNames(manager: EntityManager, poleId: string): Promise<void> {
  await manager.query('DELETE FROM told_names WHERE pole_id = $1', [poleId]);
  await manager.query(`INSERT INTO told_names (pole_id, siret, name) ${TOLD}`, [poleId]);
}

/** Whether the names told in a dossier are those of its journal. */
export async function toldNamesFollow(manager: EntityManager, poleId: string): Promise<boolean> {
  const storedNames = 'SELECT pole_id, siret, name FROM told_names WHERE pole_id = $1';
  const [row] = await manager.query<{ follow: boolean }[]>(
    `WITH told AS (${TOLD}), kept AS (${storedNames})
     SELECT NOT EXISTS ((TABLE told EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE told)) AS follow`,
    [poleId],
  );
  return row?.follow ?? false;
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
