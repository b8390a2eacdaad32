import type { DataSource, EntityManager } from 'typeorm';
import { fold } from '../domain/dossier/state.js';
import { parisDate } from '../domain/kernel/paris.js';
import type { RuleBook } from '../reglement/load.js';
import { nameOfPole } from './bodies.js';
import { canonical } from './chain.js';
import { lockDossier, readDossier } from './dossiers.js';
import { readEvents } from './journal.js';
import { NOTHING, project, projectionOf, readProjection, type Projection } from './projections.js';
import { Writes } from './writes.js';

/** What a row says of the day on which it was written (whether a payment is held), it says of the last entry's. */
async function fromJournal(manager: EntityManager, book: RuleBook, poleId: string): Promise<Projection> {
  const { reglement } = await readDossier(manager, poleId);
  const events = await readEvents(manager, poleId);
  const last = events.at(-1);
  if (!last) throw new Error(`Journal vide : ${poleId}`);
  const name = await nameOfPole(manager, poleId);
  return projectionOf(fold(poleId, events), name, book.of(reglement), parisDate(last.recordedAt));
}

/** The tables whose rows are not those that the journal gives. */
export async function differences(manager: EntityManager, book: RuleBook, poleId: string): Promise<readonly string[]> {
  const wanted = await fromJournal(manager, book, poleId);
  const found = await readProjection(manager, poleId);
  const tables = Object.keys(wanted) as (keyof Projection)[];
  return tables.filter(table => canonical(sorted(wanted[table])) !== canonical(sorted(found[table])));
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
  await write(manager, NOTHING, await fromJournal(manager, book, poleId));
}

async function write(manager: EntityManager, before: Projection, after: Projection): Promise<void> {
  const writes = new Writes();
  project(writes, before, after);
  await writes.send(manager);
}
