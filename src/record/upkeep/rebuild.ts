import type { DataSource, EntityManager } from 'typeorm';
import type { RuleBook } from '../../reglement/load.js';
import { nameOfPole, rebuildToldNames, toldNamesFollow } from '../bodies.js';
import { canonical } from '../journal/chain.js';
import { lockDossier, readDossier, type DossierRow } from '../dossiers.js';
import { foldOf, type Folded } from './folded.js';
import { readLines } from '../journal/journal.js';
import { NOTHING, project, projectionOf, readProjection, type Projection } from '../projections.js';
import { StatementBatch } from '../journal/statement-batch.js';

/** The rows that the journal of a dossier gives. */
async function wantedOf(
  manager: EntityManager,
  book: RuleBook,
  { id, reglement }: Pick<DossierRow, 'id' | 'reglement'>,
  { state }: Pick<Folded, 'state'>,
): Promise<Projection> {
  return projectionOf(state, await nameOfPole(manager, id), book.of(reglement));
}

/** The tables whose rows are not those that the journal of a dossier gives. */
export async function differences(
  manager: EntityManager,
  book: RuleBook,
  dossier: Pick<DossierRow, 'id' | 'reglement'>,
  folded: Folded,
): Promise<readonly string[]> {
  const wanted = await wantedOf(manager, book, dossier, folded);
  const found = await readProjection(manager, dossier.id);
  const tables = Object.keys(wanted) as (keyof Projection)[];
  return [
    ...tables.filter(table => canonical(sorted(wanted[table])) !== canonical(sorted(found[table]))),
    ...((await toldNamesFollow(manager, dossier.id)) ? [] : ['told_names']),
  ];
}

const sorted = (rows: readonly object[]) => rows.map(row => canonical(row)).sort();

/** Drops the rows of a dossier in every projection and writes them anew from its journal. */
export async function rebuildDossier(source: DataSource, book: RuleBook, poleId: string): Promise<void> {
  await source.transaction(async manager => {
    await lockDossier(manager, poleId);
    await rebuildWithin(manager, book, poleId);
  });
}

/** The same, in a transaction that holds the dossier. */
export async function rebuildWithin(manager: EntityManager, book: RuleBook, poleId: string): Promise<void> {
  await write(manager, await readProjection(manager, poleId), NOTHING);
  const folded = foldOf(poleId, await readLines(manager, poleId));
  await write(manager, NOTHING, await wantedOf(manager, book, await readDossier(manager, poleId), folded));
  await rebuildToldNames(manager, poleId);
}

async function write(manager: EntityManager, before: Projection, after: Projection): Promise<void> {
  const batch = new StatementBatch();
  project(batch, before, after);
  await batch.send(manager);
}
