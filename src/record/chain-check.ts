import type { EntityManager } from 'typeorm';
import { factsOfEvent } from '../domain/dossier/expectations.js';
import { evolve, initialState } from '../domain/dossier/state.js';
import { canonical, digest, GENESIS } from './chain.js';
import { eventOf, hashOf, readRows, type JournalRow } from './journal.js';

/** Something that does not hold, in one sentence that names its dossier. */
export type Breach = string;

interface Head {
  readonly sequence: number;
  readonly version: number;
  readonly head_hash: string;
}

/**
 * Checks the journal of a dossier: no line missing, every link, every digest of what is kept beside it, the head that
 * the dossier holds, and that each line can be read. Names each line at fault; an unreadable one stops nothing.
 */
export async function chainBreaches(manager: EntityManager, poleId: string): Promise<readonly Breach[]> {
  const [head] = await manager.query<Head[]>('SELECT sequence, version, head_hash FROM dossiers WHERE id = $1', [
    poleId,
  ]);
  const rows = await readRows(manager, poleId);
  const faults = [...linkFaults(rows, await digestsBeside(manager, poleId)), ...headFaults(rows, head)];
  const told = faults.length > 0 ? faults : readingFaults(poleId, rows);
  return told.map(fault => `${poleId}, ${fault}`);
}

const named = ({ sequence, type }: JournalRow) => `entrée ${sequence} (${type})`;

async function digestsBeside(manager: EntityManager, poleId: string): Promise<ReadonlyMap<string, string>> {
  const beside = await manager.query<{ event_id: string; salt: string; data: object }[]>(
    'SELECT p.event_id, p.salt, p.data FROM journal_private p JOIN journal j ON j.id = p.event_id WHERE j.pole_id = $1',
    [poleId],
  );
  return new Map(beside.map(({ event_id, salt, data }) => [event_id, digest(salt + canonical(data))]));
}

/**
 * A line is at fault when neither the hash kept before it nor the one that the line before it should bear leads to its
 * own: so a change of one line, or of its hash alone, accuses that line and not the next one.
 */
function linkFaults(rows: readonly JournalRow[], beside: ReadonlyMap<string, string>): readonly string[] {
  const faults: string[] = [];
  let [expected, heads] = [1, [GENESIS]];
  for (const row of rows) {
    for (; expected < row.sequence; expected++, heads = []) faults.push(`entrée ${expected} : elle manque`);
    const led = heads.map(head => hashOf(head, row));
    const follows = led.includes(row.hash);
    if (led.length > 0 && !follows) faults.push(`${named(row)} : son contenu ou son empreinte a changé`);
    const digestBeside = beside.get(row.id);
    if (digestBeside !== undefined && digestBeside !== row.private_digest)
      faults.push(`${named(row)} : les données d'à côté ont changé`);
    heads = follows ? [row.hash] : [row.hash, ...led];
    expected = row.sequence + 1;
  }
  return faults;
}

function headFaults(rows: readonly JournalRow[], head: Head | undefined): readonly string[] {
  if (!head) return ['le dossier lui-même manque'];
  const last = rows.at(-1);
  const written = last?.sequence ?? 0;
  if (written !== head.sequence)
    return [`entrée ${Math.max(written, head.sequence)} : le dossier en tient ${head.sequence}, le journal ${written}`];
  if ((last?.hash ?? GENESIS) !== head.head_hash) return ["la tête de la chaîne n'est pas celle du dossier"];
  const version = Math.max(0, ...rows.map(row => row.fact_version ?? 0));
  return version === head.version
    ? []
    : [`le dossier est à la version ${head.version}, son journal à la version ${version}`];
}

/** The lines that this program cannot read, or that do not follow on what was before them. */
function readingFaults(poleId: string, rows: readonly JournalRow[]): readonly string[] {
  const retracted = new Set(rows.flatMap(({ retracts }) => (retracts === null ? [] : [retracts])));
  let state = initialState(poleId);
  for (const row of rows.filter(({ id }) => !retracted.has(id)))
    try {
      const event = eventOf(row);
      state = evolve(state, event);
      factsOfEvent(event);
    } catch (error) {
      return [`${named(row)} : elle ne se relit pas (${error instanceof Error ? error.message : String(error)})`];
    }
  return [];
}
