import type { EntityManager } from 'typeorm';
import type { Fact } from '../domain/dossier/expectations.js';
import { initialState, type DossierState } from '../domain/dossier/state.js';
import { GENESIS } from './chain.js';
import { UnknownDossierError } from './refused.js';
import type { Writes } from './writes.js';

/** The locked row of a dossier. */
export interface DossierRow {
  readonly id: string;
  readonly reglement: string;
  readonly version: number;
  readonly sequence: number;
  readonly headHash: string;
  readonly state: DossierState;
  /** What the journal holds for the story: kept with the row so that no act reads the whole journal. */
  readonly facts: readonly Fact[];
  readonly seenVersion: number;
  readonly nextAlarm: string | null;
  /** Why the dossier receives no act any more: its journal was altered. Null when it is whole. */
  readonly setAside: string | null;
  readonly isNew: boolean;
}

interface Row {
  readonly id: string;
  readonly reglement: string;
  readonly version: number;
  readonly sequence: number;
  readonly head_hash: string;
  readonly state: DossierState;
  readonly facts: readonly Fact[];
  readonly seen_version: number;
  readonly next_alarm: string | null;
  readonly set_aside: string | null;
}

/** The shape of the states kept with the rows: one more each time a slice changes; older rows are folded anew. */
export const STATE_SHAPE = 8;

const COLUMNS = 'id, reglement, version, sequence, head_hash, state, facts, seen_version, next_alarm, shape';

function dossierOf(row: Row): DossierRow {
  return {
    id: row.id,
    reglement: row.reglement,
    version: row.version,
    sequence: row.sequence,
    headHash: row.head_hash,
    state: row.state,
    facts: row.facts,
    seenVersion: row.seen_version,
    nextAlarm: row.next_alarm,
    setAside: row.set_aside,
    isNew: false,
  };
}

/** The row of a dossier, locked until the end of the transaction. Refuses an unknown one. */
export async function lockDossier(manager: EntityManager, poleId: string): Promise<DossierRow> {
  const [row] = await manager.query<Row[]>(`SELECT ${COLUMNS}, set_aside FROM dossiers WHERE id = $1 FOR UPDATE`, [
    poleId,
  ]);
  if (!row) throw new UnknownDossierError();
  return dossierOf(row);
}

/** The row of a dossier as it stands, without a lock. Refuses an unknown one. */
export async function readDossier(manager: EntityManager, poleId: string): Promise<DossierRow> {
  const [row] = await manager.query<Row[]>(`SELECT ${COLUMNS}, set_aside FROM dossiers WHERE id = $1`, [poleId]);
  if (!row) throw new UnknownDossierError();
  return dossierOf(row);
}

/** A dossier that does not exist yet. */
export function newDossier(id: string, reglement: string): DossierRow {
  return {
    id,
    reglement,
    version: 0,
    sequence: 0,
    headHash: GENESIS,
    state: initialState(id),
    facts: [],
    seenVersion: 0,
    nextAlarm: null,
    setAside: null,
    isNew: true,
  };
}

export function saveDossier(writes: Writes, row: DossierRow): void {
  const { id, reglement, version, sequence, headHash, state, facts, seenVersion, nextAlarm } = row;
  const kept = [JSON.stringify(state), JSON.stringify(facts)];
  const said = [reglement, version, sequence, headHash, ...kept, seenVersion, nextAlarm, STATE_SHAPE];
  writes.add(at =>
    row.isNew
      ? `INSERT INTO dossiers (${COLUMNS}) VALUES (${[id, ...said].map(at).join(', ')})`
      : `UPDATE dossiers SET (${COLUMNS.slice('id, '.length)}) = (${said.map(at).join(', ')}) WHERE id = ${at(id)}`,
  );
}

/** The pôle of an award, if there is such an award. */
export async function poleOfAward(manager: EntityManager, awardId: string): Promise<string | undefined> {
  const [row] = await manager.query<{ pole_id: string }[]>('SELECT pole_id FROM awards WHERE id = $1', [awardId]);
  return row?.pole_id;
}

/** The pôle of something owed, if there is such a thing. */
export async function poleOfObligation(manager: EntityManager, id: string): Promise<string | undefined> {
  const [row] = await manager.query<{ pole_id: string }[]>('SELECT pole_id FROM obligations WHERE id = $1', [id]);
  return row?.pole_id;
}

/** Whether a story is to be told what it has not heard. */
export const BEHIND = 'seen_version < version';

/** Whether a dossier waits for its story at an instant: it is behind its journal, or its alarm has passed; none that is set aside. */
export const waitsAt = (now: string): string => `(${BEHIND} OR next_alarm <= ${now}) AND set_aside IS NULL`;

/** The dossiers that wait for their story at an instant. */
export async function dossiersToNudge(manager: EntityManager, now: string): Promise<{ readonly behind: boolean }[]> {
  return manager.query(`SELECT ${BEHIND} AS behind FROM dossiers WHERE ${waitsAt('$1')}`, [now]);
}

/** The earliest alarm of any dossier that is not set aside. */
export async function earliestAlarm(manager: EntityManager): Promise<string | null> {
  const [row] = await manager.query<{ at: string | null }[]>(
    'SELECT min(next_alarm) AS at FROM dossiers WHERE set_aside IS NULL',
  );
  return row?.at ?? null;
}

/** Every dossier that is not set aside, in the order of their identifiers, or those after one. */
export async function dossiersAfter(manager: EntityManager, after: string | undefined): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM dossiers WHERE ($1::uuid IS NULL OR id > $1) AND set_aside IS NULL ORDER BY id',
    [after ?? null],
  );
  return rows.map(({ id }) => id);
}

/** Some dossier and its version, but those left out; undefined when there is none. */
export async function anyDossierBut(
  manager: EntityManager,
  leftOut: readonly string[],
): Promise<{ readonly id: string; readonly version: number } | undefined> {
  const [row] = await manager.query<{ id: string; version: number }[]>(
    'SELECT id, version FROM dossiers WHERE set_aside IS NULL AND NOT id = ANY($1) LIMIT 1',
    [leftOut],
  );
  return row;
}

/** The dossiers whose state was kept in an older shape; none that is set aside. */
export async function outgrownDossiers(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM dossiers WHERE shape < $1 AND set_aside IS NULL ORDER BY id',
    [STATE_SHAPE],
  );
  return rows.map(({ id }) => id);
}
