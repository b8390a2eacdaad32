import type { EntityManager } from 'typeorm';
import type { DossierLine } from '../database/entities/index.js';
import type { RowOf } from '../database/entities/row-of.js';
import type { FulfilledExpectation } from '../domain/dossier/expectations.js';
import { initialState, type DossierState } from '../domain/dossier/state.js';
import { keptObligations } from '../domain/obligations/slice.js';
import { digest, GENESIS } from './journal/chain.js';
import { openKeys } from '../domain/reminders/openings.js';
import { UnknownDossierError } from './refused.js';
import { standingOf } from './standing.js';
import type { StatementBatch } from './journal/statement-batch.js';

/** The locked row of a dossier. */
export interface DossierRow {
  readonly id: string;
  readonly reglement: string;
  readonly version: number;
  readonly sequence: number;
  readonly headHash: string;
  readonly state: DossierState;
  /** What the journal holds for the story: kept with the row so that no act reads the whole journal. */
  readonly facts: readonly FulfilledExpectation[];
  readonly seenVersion: number;
  readonly nextAlarm: string | null;
  /** When the job of the points is to look at it. */
  readonly nextPoint: string | null;
  /** The build of the stages that opened and withdrew last; null when another than the one that decides wrote since. */
  readonly stages: string | null;
  /** Why the dossier receives no act any more: its journal was altered. Null when it is whole. */
  readonly setAside: string | null;
  readonly isNew: boolean;
}

type Columns = RowOf<DossierLine>;

/** The shape of what is kept of a dossier: one more each time a slice or a projection changes; older ones are folded anew. */
export const STATE_SHAPE = 17;

const READ = [
  ...(['id', 'reglement', 'version', 'sequence', 'head_hash', 'state', 'facts', 'seen_version'] as const),
  ...(['next_alarm', 'next_point', 'stages', 'set_aside'] as const),
] satisfies readonly (keyof Columns)[];
type Row = Pick<Columns, (typeof READ)[number]>;

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
    nextPoint: row.next_point,
    stages: row.stages,
    setAside: row.set_aside,
    isNew: false,
  };
}

/** By what a dossier is found: itself, one of its awards, something owed in it. */
export type DossierLocator = { readonly pole: string } | { readonly award: string } | { readonly obligation: string };

const LOCATED: Readonly<Record<string, string>> = {
  pole: '$1',
  award: '(SELECT pole_id FROM awards WHERE id = $1)',
  obligation: '(SELECT pole_id FROM obligations WHERE id = $1)',
};

/** The row of a dossier, locked until the end of the transaction; undefined when there is none. */
export async function lockLocated(manager: EntityManager, locator: DossierLocator): Promise<DossierRow | undefined> {
  const [[by, id] = []] = Object.entries(locator) as [string, string][];
  const [row] = await manager.query<Row[]>(
    `SELECT ${READ.join(', ')} FROM dossiers WHERE id = ${LOCATED[by ?? '']}::uuid FOR UPDATE`,
    [id],
  );
  return row && dossierOf(row);
}

/** The same by its own identifier. Refuses an unknown one. */
export async function lockDossier(manager: EntityManager, poleId: string): Promise<DossierRow> {
  const row = await lockLocated(manager, { pole: poleId });
  if (!row) throw new UnknownDossierError();
  return row;
}

/** The row of a dossier as it stands, without a lock. Refuses an unknown one. */
export async function readDossier(manager: EntityManager, poleId: string): Promise<DossierRow> {
  const [row] = await manager.query<Row[]>(`SELECT ${READ.join(', ')} FROM dossiers WHERE id = $1`, [poleId]);
  if (!row) throw new UnknownDossierError();
  return dossierOf(row);
}

/** The states of some dossiers, in one statement. */
export async function readStates(
  manager: EntityManager,
  poleIds: readonly string[],
): Promise<ReadonlyMap<string, DossierState>> {
  const rows = await manager.query<Pick<Row, 'id' | 'state'>[]>('SELECT id, state FROM dossiers WHERE id = ANY($1)', [
    poleIds,
  ]);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** What some dossiers are and by which règlement they go, in one statement: as mails tell of them. */
export async function readToldDossiers(
  manager: EntityManager,
  poleIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<DossierRow, 'state' | 'reglement'>>> {
  const rows = await manager.query<Pick<Row, 'id' | 'state' | 'reglement'>[]>(
    'SELECT id, state, reglement FROM dossiers WHERE id = ANY($1)',
    [poleIds],
  );
  return new Map(rows.map(({ id, state, reglement }) => [id, { state, reglement }]));
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
    nextPoint: null,
    stages: null,
    setAside: null,
    isNew: true,
  };
}

/** The state as it is kept with its row: without what is closed and cannot be owed again. */
export function keptState({ state, facts }: Pick<DossierRow, 'state' | 'facts'>): DossierState {
  return { ...state, obligations: keptObligations(state.obligations, facts) };
}

/** The digest of keys that are awaited: a story and its dossier that have the same await the same. */
export function digestOfAwaited(keys: readonly string[]): string {
  return digest(keys.join('\n'));
}

/** Writes a row, with what is said of it in the story's name: what is awaited, by its digest, and what the operator sees. */
export function saveDossier(batch: StatementBatch, row: DossierRow): void {
  if (!row.isNew) return update(batch, row.id, { ...foldedOf(row), ...notedOf(row) });
  const columns = { id: row.id, ...foldedOf(row), ...notedOf(row) };
  batch.add(
    at => `INSERT INTO dossiers (${Object.keys(columns).join(', ')}) VALUES (${paramsOf(columns).map(at).join(', ')})`,
  );
}

/** Writes how far its story has heard a dossier to which nothing was added, and when it rings. */
export function noteDossier(batch: StatementBatch, row: DossierRow): void {
  update(batch, row.id, notedOf(row));
}

function update(batch: StatementBatch, id: string, columns: Partial<Columns>): void {
  batch.add(
    at =>
      `UPDATE dossiers SET (${Object.keys(columns).join(', ')}) = (${paramsOf(columns).map(at).join(', ')}) WHERE id = ${at(id)}`,
  );
}

/** What is not a text or a number travels as JSON. */
const paramsOf = (columns: Partial<Columns>): readonly unknown[] =>
  Object.values(columns).map(value => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value));

type Noted = Pick<Columns, 'seen_version' | 'next_alarm' | 'next_point' | 'standing' | 'stages'>;

function foldedOf(row: DossierRow): Omit<Columns, 'id' | 'set_aside' | keyof Noted> {
  return {
    reglement: row.reglement,
    version: row.version,
    sequence: row.sequence,
    head_hash: row.headHash,
    state: keptState(row),
    facts: row.facts,
    shape: STATE_SHAPE,
    open_digest: digestOfAwaited(openKeys(row.state)),
  };
}

const notedOf = ({ seenVersion, nextAlarm, nextPoint, state, stages }: DossierRow): Noted => ({
  seen_version: seenVersion,
  next_alarm: nextAlarm,
  next_point: nextPoint,
  standing: standingOf(state, nextAlarm),
  stages,
});

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

/**
 * Whether the story of a dossier `d` is to be told that there is something to hear: it has not heard all of its journal,
 * or the build that decides (at a place of the statement) has not spoken since another wrote.
 */
export const isBehind = (stages: string): string =>
  `(d.seen_version < d.version OR ${stages} IS NOT NULL AND d.stages IS DISTINCT FROM ${stages})`;

/** Whether a dossier `d` waits for its story at an instant: it is behind, or its alarm has passed; none that is set aside. */
export const waitsAt = (now: string, stages: string): string =>
  `(${isBehind(stages)} OR d.next_alarm <= ${now}) AND d.set_aside IS NULL`;

/** The dossiers that wait for their story at an instant. */
export async function dossiersToNudge(
  manager: EntityManager,
  now: string,
): Promise<readonly { readonly id: string; readonly behind: boolean }[]> {
  return manager.query(
    `SELECT d.id, ${isBehind('clock.stages')} AS behind FROM dossiers d CROSS JOIN clock WHERE ${waitsAt('$1', 'clock.stages')}`,
    [now],
  );
}

/** Which of some dossiers have a story that heard all up to a version of theirs, or is not waited for: it is set aside. */
export async function dossiersHeard(
  manager: EntityManager,
  words: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT d.id FROM dossiers d JOIN unnest($1::uuid[], $2::int[]) AS word (id, version) ON word.id = d.id
     WHERE d.seen_version >= word.version OR d.set_aside IS NOT NULL`,
    [[...words.keys()], [...words.values()]],
  );
  return rows.map(({ id }) => id);
}

/** The dossiers of which a point is to be said at an instant, in the order of their identifiers; none that is set aside. */
export async function dossiersAtPoint(manager: EntityManager, now: string): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM dossiers WHERE next_point <= $1 AND set_aside IS NULL ORDER BY id',
    [now],
  );
  return rows.map(({ id }) => id);
}

/** The earliest alarm or point of any dossier that is not set aside. */
export async function earliestAlarm(manager: EntityManager): Promise<string | null> {
  const [row] = await manager.query<{ at: string | null }[]>(
    'SELECT least(min(next_alarm), min(next_point)) AS at FROM dossiers WHERE set_aside IS NULL',
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
