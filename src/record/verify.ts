import type { DataSource, EntityManager } from 'typeorm';
import { factsOf } from '../domain/dossier/expectations.js';
import { fold } from '../domain/dossier/state.js';
import type { RuleBook } from '../reglement/load.js';
import { rehearse } from '../rehearsal/rehearse.js';
import { canonical, digest, GENESIS } from './chain.js';
import { readDossier } from './dossiers.js';
import { eventOf, hashOf, readRows, type JournalRow } from './journal.js';
import { keyOf, openObligations } from './obligations.js';
import { differences } from './rebuild.js';

/** Something that does not hold, in one sentence that names its dossier. */
export type Breach = string;

interface PrivateRow {
  readonly event_id: string;
  readonly salt: string;
  readonly data: object;
}

/** Every dossier of the house. */
export async function dossierIds(manager: EntityManager): Promise<readonly string[]> {
  return (await manager.query<{ id: string }[]>('SELECT id FROM dossiers ORDER BY id')).map(({ id }) => id);
}

/** Checks the chain of a dossier: every link, every digest of what is kept beside it, no gap, no lost head. */
export async function chainBreaches(manager: EntityManager, poleId: string): Promise<readonly Breach[]> {
  const rows = await readRows(manager, poleId);
  const secrets = await manager.query<PrivateRow[]>(
    'SELECT p.event_id, p.salt, p.data FROM journal_private p JOIN journal j ON j.id = p.event_id WHERE j.pole_id = $1',
    [poleId],
  );
  const digests = new Map(secrets.map(({ event_id, salt, data }) => [event_id, digest(salt + canonical(data))]));
  let head = GENESIS;
  for (const [index, row] of rows.entries()) {
    const fault = linkFault(row, index + 1, head, digests);
    if (fault) return [`${poleId}, entrée ${row.sequence} : ${fault}`];
    head = row.hash;
  }
  const dossier = await readDossier(manager, poleId);
  return dossier.headHash === head ? [] : [`${poleId} : la tête de la chaîne n'est pas celle du dossier`];
}

function linkFault(row: JournalRow, sequence: number, head: string, digests: ReadonlyMap<string, string>) {
  if (row.sequence !== sequence) return `le numéro ${sequence} manque`;
  if (hashOf(head, row) !== row.hash) return 'la chaîne est rompue';
  const beside = digests.get(row.id);
  if (beside !== undefined && beside !== row.private_digest) return "les données d'à côté ont changé";
  return undefined;
}

/** Checks that the row of a dossier is the fold of its journal, and its open obligations those of the rehearsal. */
export async function stateBreaches(manager: EntityManager, poleId: string): Promise<readonly Breach[]> {
  const events = (await readRows(manager, poleId)).map(eventOf);
  const dossier = await readDossier(manager, poleId);
  const breaches: Breach[] = [];
  if (canonical(fold(poleId, events)) !== canonical(dossier.state))
    breaches.push(`${poleId} : l'état n'est pas le repli du journal`);
  if (canonical(factsOf(events)) !== canonical(dossier.facts))
    breaches.push(`${poleId} : les faits ne sont pas ceux du journal`);
  if (dossier.seenVersion !== dossier.version)
    return [...breaches, `${poleId} : le récit est en retard sur le journal`];
  const open = openObligations(dossier.state).map(keyOf).sort();
  const awaited = await rehearse(dossier.facts);
  if (canonical(open) !== canonical(awaited))
    breaches.push(`${poleId} : échéances ouvertes [${open.join(', ')}], répétition [${awaited.join(', ')}]`);
  return breaches;
}

/** The chain of every dossier of the house. */
export async function verifyJournal(source: DataSource): Promise<readonly Breach[]> {
  const ids = await dossierIds(source.manager);
  const found = await Promise.all(ids.map(id => chainBreaches(source.manager, id)));
  return found.flat();
}

/** Journal, states, obligations and projections of every dossier, held against each other. */
export async function verifyHouse(source: DataSource, book: RuleBook): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const id of await dossierIds(source.manager)) {
    breaches.push(...(await chainBreaches(source.manager, id)), ...(await stateBreaches(source.manager, id)));
    breaches.push(...(await projectionBreaches(source, book, id)));
  }
  return breaches;
}

async function projectionBreaches(source: DataSource, book: RuleBook, poleId: string): Promise<readonly Breach[]> {
  return (await differences(source.manager, book, poleId)).map(
    table => `${poleId} : la projection ${table} n'est pas celle du journal`,
  );
}
