import type { DataSource, EntityManager } from 'typeorm';
import type { RuleBook } from '../../reglement/load.js';
import { rehearse } from '../../rehearsal/rehearse.js';
import { canonical } from '../journal/chain.js';
import { headOf, wholeBreaches, type Breach } from '../journal/chain-check.js';
import { keptState, readDossier, type DossierRow } from '../dossiers.js';
import { foldOf, type Folded } from './folded.js';
import { readLines } from '../journal/journal.js';
import { openKeys } from '../../domain/reminders/openings.js';
import { differences } from './rebuild.js';
import { polesOfJournal } from './quarantine.js';

export type { Breach };

/** Every dossier of the house. */
export async function dossierIds(manager: EntityManager): Promise<readonly string[]> {
  return (await manager.query<{ id: string }[]>('SELECT id FROM dossiers ORDER BY id')).map(({ id }) => id);
}

const whole = (pole: string, detail: string): Breach => ({ pole, sequence: null, detail });

/** Whether what the row of a dossier keeps is what its journal comes to: the one place where they are compared. */
export function foldBreaches({ id, state, facts }: DossierRow, folded: Folded): readonly Breach[] {
  const breaches: Breach[] = [];
  if (canonical(keptState(folded)) !== canonical(state))
    breaches.push(whole(id, "l'état n'est pas le repli du journal"));
  if (canonical(folded.facts) !== canonical(facts)) breaches.push(whole(id, 'les faits ne sont pas ceux du journal'));
  return breaches;
}

/** Whether the open obligations of a dossier, whose story heard everything, are those of the rehearsal. */
export async function rehearsalBreaches({
  id,
  state,
  facts,
}: Pick<DossierRow, 'id' | 'state' | 'facts'>): Promise<readonly Breach[]> {
  const open = openKeys(state);
  const awaited = await rehearse(facts);
  if (canonical(open) === canonical(awaited)) return [];
  return [whole(id, `échéances ouvertes [${open.join(', ')}], répétition [${awaited.join(', ')}]`)];
}

/**
 * Journal, states, obligations and projections of every dossier, held against each other; a story that did not hear
 * everything is a breach too. Of a journal that is altered nothing more is asked.
 */
export async function verifyHouse(source: DataSource, book: RuleBook): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const id of await polesOfJournal(source.manager)) {
    const lines = await readLines(source.manager, id);
    const altered = wholeBreaches(id, lines, await headOf(source.manager, id));
    breaches.push(...altered);
    if (altered.length === 0) breaches.push(...(await dossierBreaches(source.manager, book, id, foldOf(id, lines))));
  }
  return breaches;
}

async function dossierBreaches(manager: EntityManager, book: RuleBook, id: string, folded: Folded) {
  const dossier = await readDossier(manager, id);
  const heard = dossier.seenVersion === dossier.version;
  const late = [whole(id, 'le récit est en retard sur le journal')];
  const tables = await differences(manager, book, dossier, folded);
  return [
    ...foldBreaches(dossier, folded),
    ...(heard ? await rehearsalBreaches(dossier) : late),
    ...tables.map(table => whole(id, `la projection ${table} n'est pas celle du journal`)),
  ];
}
