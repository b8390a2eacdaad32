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
  const lines = await readSettings(manager);
  const altered = await streamFaults(manager, lines);
  return altered.length > 0 ? altered : projectionFaults(manager, lines);
}

async function streamFaults(manager: EntityManager, lines: readonly KnownLine[]): Promise<readonly string[]> {
  const [head] = await manager.query<{ sequence: number; hash: string }[]>('SELECT sequence, hash FROM settings_head');
  return [...linkFaults(lines), ...headFaults(lines, head)];
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

function headFaults(lines: readonly KnownLine[], head: { sequence: number; hash: string } | undefined) {
  const last = lines.at(-1)?.row ?? { sequence: 0, hash: GENESIS };
  return head?.sequence === last.sequence && head.hash === last.hash
    ? []
    : [`${NAME} : la dernière entrée n'est pas celle du journal des réglages`];
}

async function projectionFaults(manager: EntityManager, lines: readonly KnownLine[]): Promise<readonly string[]> {
  // The stream is written by typed entries alone: what it holds is what they were.
  const { rights, names } = settingsOf(lines.map(({ row }) => row as unknown as Setting));
  const held = await manager.query<Right[]>(
    'SELECT id, account, role, bodies, pays, valid_from AS "from" FROM mandates',
  );
  const named = await manager.query<OfficialName[]>('SELECT siret, name, rna, since AS "from" FROM bodies');
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
  const altered = await streamFaults(manager, await readSettings(manager));
  if (altered.length === 0) await manager.query('SELECT rebuild_settings()');
  return altered;
}
