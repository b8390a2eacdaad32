import type { EntityManager } from 'typeorm';
import { factsOfEvent } from '../../domain/dossier/expectations.js';
import { evolve, initialState } from '../../domain/dossier/state.js';
import { GENESIS } from './chain.js';
import { eventOf, hashOf, readLines, type JournalRow, type Line } from './journal.js';
import { notRetracted } from '../../domain/dossier/retracted.js';

/** What does not hold in a dossier. */
interface Fault {
  /** The line at fault; null when it is the dossier as a whole. */
  readonly sequence: number | null;
  /** The type of that line; absent when there is no such line. */
  readonly type?: string;
  /** What is wrong with it, in French. */
  readonly detail: string;
}

/** The same, with the dossier in which it is found. */
export interface Breach extends Fault {
  readonly pole: string;
}

/** What does not hold in a dossier that is known, as whoever looks into it reads it. */
export function faultSentence({ sequence, type, detail }: Fault): string {
  if (sequence === null) return detail;
  return type === undefined ? `entrée ${sequence} : ${detail}` : `entrée ${sequence} (${type}) : ${detail}`;
}

/** The same, which names the dossier first. */
export function breachSentence(breach: Breach): string {
  return `${breach.pole}, ${faultSentence(breach)}`;
}

/** Where a chain stands at one of its lines: its number, the version of its last fact, its hash. */
export interface Head {
  readonly sequence: number;
  readonly version: number;
  readonly hash: string;
}

/** Before the first line. */
export const BEGINNING: Head = { sequence: 0, version: 0, hash: GENESIS };

/**
 * Checks the journal of a dossier: no line missing, every link, every digest of what is kept beside it, the head that
 * the dossier holds, and that each line can be read. Names each line at fault; an unreadable one stops nothing.
 */
export async function chainBreaches(manager: EntityManager, poleId: string): Promise<readonly Breach[]> {
  const head = await headOf(manager, poleId);
  return wholeBreaches(poleId, await readLines(manager, poleId), head);
}

/** The head of the chain that a dossier holds; undefined when there is no such dossier. */
export async function headOf(manager: EntityManager, poleId: string): Promise<Head | undefined> {
  const [head] = await manager.query<Head[]>(
    'SELECT sequence, version, head_hash AS hash FROM dossiers WHERE id = $1',
    [poleId],
  );
  return head;
}

/** The same, of all the lines of a journal, held against the head that its dossier holds. */
export function wholeBreaches(poleId: string, lines: readonly Line[], head: Head | undefined): readonly Breach[] {
  const faults = chainFaults(lines, head);
  const findings = faults.length > 0 ? faults : readingFaults(poleId, lines);
  return findings.map(fault => ({ pole: poleId, ...fault }));
}

/** What is wrong with the chain of the lines that follow on one found whole, up to the head that the dossier holds. */
export function chainFaults(lines: readonly Line[], head: Head | undefined, from = BEGINNING): readonly Fault[] {
  return [...linkFaults(lines, from), ...headFaults(lines, head, from)];
}

const faultOf = ({ sequence, type }: JournalRow, detail: string): Fault => ({ sequence, type, detail });
const wholeFault = (detail: string): Fault => ({ sequence: null, detail });

/**
 * A line is at fault when neither the hash kept before it nor the one that the line before it should bear leads to its
 * own: so a change of one line, or of its hash alone, accuses that line and not the next one.
 */
function linkFaults(lines: readonly Line[], from: Head): readonly Fault[] {
  const faults: Fault[] = [];
  let [expected, heads] = [from.sequence + 1, [from.hash]];
  for (const { row, beside } of lines) {
    for (; expected < row.sequence; expected++, heads = []) faults.push({ sequence: expected, detail: 'elle manque' });
    const led = heads.map(head => hashOf(head, row));
    const follows = led.includes(row.hash);
    if (led.length > 0 && !follows) faults.push(faultOf(row, 'son contenu ou son empreinte a changé'));
    if (beside !== null && beside !== row.private_digest) faults.push(faultOf(row, "les données d'à côté ont changé"));
    heads = follows ? [row.hash] : [row.hash, ...led];
    expected = row.sequence + 1;
  }
  return faults;
}

function headFaults(lines: readonly Line[], head: Head | undefined, from: Head): readonly Fault[] {
  if (!head) return [wholeFault('le dossier lui-même manque')];
  const last = lines.at(-1)?.row ?? from;
  if (last.sequence !== head.sequence) {
    const at = Math.max(last.sequence, head.sequence);
    return [{ sequence: at, detail: `le dossier en tient ${head.sequence}, le journal ${last.sequence}` }];
  }
  if (last.hash !== head.hash) return [wholeFault("la tête de la chaîne n'est pas celle du dossier")];
  const version = Math.max(from.version, ...lines.map(({ row }) => row.fact_version ?? 0));
  return version === head.version
    ? []
    : [wholeFault(`le dossier est à la version ${head.version}, son journal à la version ${version}`)];
}

/** The lines that this program cannot read, or that do not follow on what was before them. */
function readingFaults(poleId: string, lines: readonly Line[]): readonly Fault[] {
  const rows = lines.map(({ row }) => row);
  let state = initialState(poleId);
  for (const row of notRetracted(rows))
    try {
      const event = eventOf(row);
      state = evolve(state, event);
      factsOfEvent(event);
    } catch (error) {
      return [faultOf(row, `elle ne se relit pas (${error instanceof Error ? error.message : String(error)})`)];
    }
  return [];
}
