import type { DataSource, EntityManager } from 'typeorm';
import { factsOf } from '../domain/dossier/expectations.js';
import { fold } from '../domain/dossier/state.js';
import type { RuleBook } from '../reglement/load.js';
import { rehearse } from '../rehearsal/rehearse.js';
import { canonical } from './chain.js';
import { chainBreaches, type Breach } from './chain-check.js';
import { keptState, readDossier, type DossierRow } from './dossiers.js';
import { eventOf, readRows } from './journal.js';
import { openKeys } from './obligations.js';
import { differences } from './rebuild.js';
import { polesOfJournal } from './set-aside.js';

export { chainBreaches, type Breach };

/** Every dossier of the house. */
export async function dossierIds(manager: EntityManager): Promise<readonly string[]> {
  return (await manager.query<{ id: string }[]>('SELECT id FROM dossiers ORDER BY id')).map(({ id }) => id);
}

/** Whether what the row of a dossier keeps is the fold of its journal. */
export async function foldBreaches(manager: EntityManager, dossier: DossierRow): Promise<readonly Breach[]> {
  const events = (await readRows(manager, dossier.id)).map(eventOf);
  const breaches: Breach[] = [];
  const facts = factsOf(events);
  if (canonical(keptState({ state: fold(dossier.id, events), facts })) !== canonical(dossier.state))
    breaches.push(`${dossier.id} : l'état n'est pas le repli du journal`);
  if (canonical(facts) !== canonical(dossier.facts))
    breaches.push(`${dossier.id} : les faits ne sont pas ceux du journal`);
  return breaches;
}

/** Whether the open obligations of a dossier, whose story heard everything, are those of the rehearsal. */
export async function rehearsalBreaches({ id, state, facts }: DossierRow): Promise<readonly Breach[]> {
  const open = openKeys(state);
  const awaited = await rehearse(facts);
  if (canonical(open) === canonical(awaited)) return [];
  return [`${id} : échéances ouvertes [${open.join(', ')}], répétition [${awaited.join(', ')}]`];
}

/** Both; a story that did not hear everything is a breach of its own. */
export async function stateBreaches(manager: EntityManager, poleId: string): Promise<readonly Breach[]> {
  const dossier = await readDossier(manager, poleId);
  const heard = dossier.seenVersion === dossier.version;
  const late = [`${poleId} : le récit est en retard sur le journal`];
  return [...(await foldBreaches(manager, dossier)), ...(heard ? await rehearsalBreaches(dossier) : late)];
}

/**
 * Journal, states, obligations and projections of every dossier, held against each other. Of a journal that is altered
 * nothing more is asked.
 */
export async function verifyHouse(source: DataSource, book: RuleBook): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const id of await polesOfJournal(source.manager)) {
    const altered = await chainBreaches(source.manager, id);
    breaches.push(...altered);
    if (altered.length > 0) continue;
    breaches.push(...(await stateBreaches(source.manager, id)), ...(await projectionBreaches(source, book, id)));
  }
  return breaches;
}

async function projectionBreaches(source: DataSource, book: RuleBook, poleId: string): Promise<readonly Breach[]> {
  return (await differences(source.manager, book, poleId)).map(
    table => `${poleId} : la projection ${table} n'est pas celle du journal`,
  );
}
