import type { EntityManager } from 'typeorm';
import { GENESIS } from '../journal/chain.js';
import { hashOf, readLines } from '../journal/journal.js';
import { SETTINGS_HEAD, type HeadMark, type Heads, type OutsideAnchor } from '../journal/outside-anchor.js';
import { readSettings, settingHash } from '../settings/stream.js';

/** The heads of all chains now, but those that no longer go through where they were anchored: these stay where they were. */
export interface HeadsNow {
  readonly heads: Heads;
  readonly broken: readonly string[];
}

/** Reads the heads of all the chains, and whether each still goes through its last anchored head, in one statement. */
export async function headsNow(manager: EntityManager, anchored: Heads): Promise<HeadsNow> {
  const marks = Object.entries(anchored).map(([id, [sequence, hash]]) => ({ id, sequence, hash }));
  const rows = await manager.query<{ id: string; sequence: number; hash: string; holds: boolean }[]>(
    `WITH anchored AS (SELECT * FROM jsonb_to_recordset($1) AS mark (id text, sequence int, hash text)),
       standing AS (
         SELECT id::text, sequence, head_hash AS hash FROM dossiers
         UNION ALL SELECT '${SETTINGS_HEAD}', sequence, hash FROM settings_head WHERE sequence > 0)
     SELECT coalesce(s.id, a.id) AS id, s.sequence, s.hash, a.id IS NULL OR CASE a.id
       WHEN '${SETTINGS_HEAD}' THEN EXISTS (SELECT FROM settings_journal l WHERE l.sequence = a.sequence AND l.hash = a.hash)
       ELSE EXISTS (SELECT FROM journal j WHERE j.pole_id::text = a.id AND j.sequence = a.sequence AND j.hash = a.hash)
       END AS holds
     FROM standing s FULL JOIN anchored a ON a.id = s.id ORDER BY 1`,
    [JSON.stringify(marks)],
  );
  const broken = rows.filter(({ holds }) => !holds).map(({ id }) => id);
  const standing = rows.map(({ id, sequence, hash }): [string, HeadMark] => [id, [sequence, hash]]);
  const rewritten = Object.entries(anchored).filter(([id]) => broken.includes(id));
  return { heads: Object.fromEntries([...standing, ...rewritten]), broken };
}

/**
 * Holds every chain against all that was anchored of it, a French sentence for each that does not go through it: whoever
 * owns the database may rewrite a line and all the hashes after it, not what was anchored outside.
 */
export async function rewrittenChains(
  manager: EntityManager,
  anchors: readonly OutsideAnchor[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [id, marks] of marksByChain(anchors)) {
    const hashes = id === SETTINGS_HEAD ? await settingHashes(manager) : await dossierHashes(manager, id);
    const broken = marks.find(({ head: [sequence, hash] }) => hashes.get(sequence) !== hash);
    if (!broken) continue;
    const [sequence] = broken.head;
    const name = id === SETTINGS_HEAD ? 'Réglages' : id;
    faults.push(
      `${name}, entrée ${sequence} : elle n'est pas celle qui fut ancrée le ${broken.at} ; le passé a été réécrit`,
    );
  }
  return faults;
}

interface Mark {
  readonly at: string;
  readonly head: HeadMark;
}

function marksByChain(anchors: readonly OutsideAnchor[]): ReadonlyMap<string, readonly Mark[]> {
  const chains = new Map<string, Mark[]>();
  for (const { at, moved } of anchors)
    for (const [id, head] of Object.entries(moved)) chains.set(id, [...(chains.get(id) ?? []), { at, head }]);
  return chains;
}

/** The hash of each line, reckoned from the first one on; those that the lines bear are not looked at. */
async function dossierHashes(manager: EntityManager, id: string): Promise<ReadonlyMap<number, string>> {
  let previous = GENESIS;
  const lines = await readLines(manager, id);
  return new Map(lines.map(({ row }) => [row.sequence, (previous = hashOf(previous, row))]));
}

async function settingHashes(manager: EntityManager): Promise<ReadonlyMap<number, string>> {
  let previous = GENESIS;
  const lines = await readSettings(manager);
  return new Map(lines.map(({ row }) => [row.sequence, (previous = settingHash(previous, row))]));
}
