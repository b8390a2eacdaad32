import type { EntityManager } from 'typeorm';
import { settingsOf, type OfficialName, type Right, type Setting } from '../../domain/settings/events.js';
import { canonical, GENESIS } from '../journal/chain.js';
import { readSettings, settingHash, type KnownLine } from './stream.js';

/** How the stream of the settings is named where its faults are told. */
const NAME = 'Réglages';

/**
 * What does not hold in the settings, a French sentence each: a line missing or altered, what is kept beside one, the
 * end of the stream; and, of a stream that is whole, the rights and the names of bodies when they are not those that it
 * comes to.
 */
export async function settingsFaults(manager: EntityManager): Promise<readonly string[]> {
  const [lines, kept] = [await readSettings(manager), await readKept(manager)];
  const altered = [...linkFaults(lines), ...headFaults(lines, kept.head)];
  return altered.length > 0 ? altered : projectionFaults(lines, kept);
}

/** What the house keeps of the stream: its end, and what it comes to. */
interface Kept {
  readonly head: { readonly sequence: number; readonly hash: string } | null;
  readonly held: readonly Right[];
  readonly named: readonly OfficialName[];
}

async function readKept(manager: EntityManager): Promise<Kept> {
  const [kept] = await manager.query<Kept[]>(
    `SELECT (SELECT row_to_json(head) FROM settings_head head) AS head,
       (SELECT coalesce(json_agg(held), '[]') FROM (
         SELECT id, account, role, bodies, pays, valid_from AS "from" FROM mandates) held) AS held,
       (SELECT coalesce(json_agg(named), '[]') FROM (SELECT siret, name, rna, since AS "from" FROM bodies) named) AS named`,
  );
  return kept ?? { head: null, held: [], named: [] };
}

const faultOf = (line: number, detail: string) => `${NAME}, entrée ${line} : ${detail}`;

function linkFaults(lines: readonly KnownLine[]): readonly string[] {
  const faults: string[] = [];
  let [expected, previous] = [1, GENESIS];
  for (const { row, beside } of lines) {
    for (; expected < row.sequence; expected++) faults.push(faultOf(expected, 'elle manque'));
    if (settingHash(previous, row) !== row.hash)
      faults.push(faultOf(row.sequence, 'son contenu ou son empreinte a changé'));
    if (beside !== null && beside !== row.private_digest)
      faults.push(faultOf(row.sequence, "les données d'à côté ont changé"));
    [expected, previous] = [row.sequence + 1, row.hash];
  }
  return faults;
}

function headFaults(lines: readonly KnownLine[], head: Kept['head']) {
  const last = lines.at(-1)?.row ?? { sequence: 0, hash: GENESIS };
  return head?.sequence === last.sequence && head.hash === last.hash
    ? []
    : [`${NAME} : la dernière entrée n'est pas celle du journal des réglages`];
}

function projectionFaults(lines: readonly KnownLine[], { held, named }: Kept): readonly string[] {
  // The stream is written by typed entries alone: what it holds is what they were.
  const { rights, names } = settingsOf(lines.map(({ row }) => row as unknown as Setting));
  return [
    ...(isSame(held, [...rights.values()]) ? [] : [`${NAME} : les droits tenus ne sont pas ceux que le journal donne`]),
    ...(isSame(named, [...names.values()]) ? [] : [`${NAME} : le registre des organismes n'est pas celui du journal`]),
  ];
}

function isSame(rows: readonly object[], wanted: readonly object[]): boolean {
  const [found, expected] = [rows, wanted].map(list => list.map(canonical).sort().join('\n'));
  return found === expected;
}

/** Makes the rights and the names of bodies anew from the stream; answers why not when it was altered. */
export async function rebuildSettings(manager: EntityManager): Promise<readonly string[]> {
  const [lines, { head }] = [await readSettings(manager), await readKept(manager)];
  const altered = [...linkFaults(lines), ...headFaults(lines, head)];
  if (altered.length === 0) await manager.query('SELECT rebuild_settings()');
  return altered;
}
