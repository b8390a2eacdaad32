import type { EntityManager } from 'typeorm';
import { uuid7 } from '../src/clock/uuid7.js';
import { GENESIS } from '../src/record/journal/chain.js';
import { readDossier, saveDossier, type DossierRow } from '../src/record/dossiers.js';
import { appendEntries, hashOf, readRows, type JournalEntry, type JournalRow } from '../src/record/journal/journal.js';
import { StatementBatch } from '../src/record/journal/statement-batch.js';
import { NOTHING, project, readProjection, type Projection } from '../src/record/projections.js';
import type { Ground } from './ground.js';

const AT_ONCE = 100;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

interface Original {
  readonly row: DossierRow;
  readonly journal: readonly JournalRow[];
  readonly projection: Projection;
}

/** The same dossier under other identifiers: every row of it, its chain computed anew. What is kept private is left out. */
function sibling(original: Original): Original & { readonly entries: readonly JournalEntry[] } {
  const names = new Map<string, string>();
  const renamed = JSON.stringify(original).replace(UUID, id => {
    const name = names.get(id) ?? uuid7();
    names.set(id, name);
    return name;
  });
  const { row, journal, projection } = JSON.parse(renamed) as Original;
  let head = GENESIS;
  const chained = journal.map(line => {
    const publicRow = { ...line, private_digest: null };
    head = hashOf(head, publicRow);
    return { ...publicRow, hash: head };
  });
  const entries = chained.map(line => ({ row: line, sealed: null }));
  // The name of a pôle is kept private: a sibling has none.
  const pole_cards = projection.pole_cards.map(card => ({ ...card, name: '' }));
  const shown = { ...projection, pole_cards };
  return { row: { ...row, headHash: head, isNew: true }, journal: chained, projection: shown, entries };
}

/** Makes a crowd of one dossier: as many that stand where it stands, and ring when it rings. Returns their identifiers. */
export async function makeCrowd(
  { source }: Pick<Ground, 'source'>,
  poleId: string,
  count: number,
): Promise<readonly string[]> {
  const original = await source.transaction(async manager => readWhole(manager, poleId));
  const ids: string[] = [];
  for (let done = 0; done < count; done += AT_ONCE)
    await source.transaction(async manager => {
      for (let rank = done; rank < Math.min(count, done + AT_ONCE); rank++) {
        const { row, entries, projection } = sibling(original);
        const batch = new StatementBatch();
        saveDossier(batch, row);
        appendEntries(batch, entries);
        project(batch, NOTHING, projection);
        await batch.send(manager);
        ids.push(row.id);
      }
    });
  return ids;
}

async function readWhole(manager: EntityManager, poleId: string): Promise<Original> {
  return {
    row: await readDossier(manager, poleId),
    journal: await readRows(manager, poleId),
    projection: await readProjection(manager, poleId),
  };
}
