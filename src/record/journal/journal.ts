import type { EntityManager } from 'typeorm';
import { JournalLine, type PrivateLine } from '../../database/entities/index.js';
import { columnsOf, type RowOf } from '../../database/entities/row-of.js';
import { EVENT_TYPES, type NewEvent, type RecordedEvent } from '../../domain/dossier/state.js';
import { canonical, digest, link, seal, type Sealed } from './chain.js';
import type { StatementBatch } from './statement-batch.js';

/** A line of the journal as the database gives it. */
export type JournalRow = RowOf<JournalLine>;

/** A line about to be written, with what goes beside it. */
export interface JournalEntry {
  readonly row: JournalRow;
  readonly sealed: Sealed | null;
}

const COLUMNS = columnsOf(JournalLine).join(', ');

/**
 * What the chain is computed on: the whole line but its own hash. A date known to the day says no precision, someone who
 * acts for themselves says in nobody's place.
 */
export function hashOf(
  previous: string,
  { hash: _hash, date_precision, instead_of, ...content }: Omit<JournalRow, 'hash'> & { hash?: string },
): string {
  return link(previous, {
    ...content,
    ...(date_precision === 'day' ? {} : { date_precision }),
    ...(instead_of === null ? {} : { instead_of }),
  });
}

/** Links an event behind the head of its dossier's chain. */
export function entryOf(poleId: string, event: RecordedEvent, secret: NewEvent['private'], head: string): JournalEntry {
  const sealed = secret === undefined ? null : seal(secret);
  const content: Omit<JournalRow, 'hash'> = {
    id: event.id,
    pole_id: poleId,
    sequence: event.sequence,
    fact_version: event.factVersion,
    type: event.type,
    schema_version: event.schemaVersion,
    act: event.act,
    actor: event.actor,
    role: event.role,
    on_behalf_of: event.onBehalfOf,
    instead_of: event.insteadOf,
    reglement: event.reglement,
    date: event.date,
    date_precision: event.precision,
    recorded_at: event.recordedAt,
    retracts: event.retracts,
    data: event.data,
    private_digest: sealed?.digest ?? null,
  };
  return { row: { ...content, hash: hashOf(head, content) }, sealed };
}

/** The event of a line, upcast from the schema version in which it was written. */
export function eventOf(row: JournalRow): RecordedEvent {
  const type = EVENT_TYPES[row.type as RecordedEvent['type']];
  if (!type) throw new Error(`Type d'événement inconnu dans le journal : ${row.type}`);
  let data = row.data;
  for (let version = row.schema_version; version < type.version; version++) {
    const upcast = type.upcast?.[version];
    if (!upcast) throw new Error(`${row.type} : aucune lecture de la version ${version}`);
    data = upcast(data);
  }
  // The journal is written by this module alone, from typed events: what it holds is what they were.
  return {
    id: row.id,
    sequence: row.sequence,
    factVersion: row.fact_version,
    schemaVersion: type.version,
    type: row.type,
    data,
    date: row.date,
    precision: row.date_precision,
    act: row.act,
    actor: row.actor,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
    insteadOf: row.instead_of,
    reglement: row.reglement,
    recordedAt: row.recorded_at,
    retracts: row.retracts,
  } as RecordedEvent;
}

/** Appends lines, and what goes beside them. */
export function appendEntries(batch: StatementBatch, entries: readonly JournalEntry[]): void {
  const lines = JSON.stringify(entries.map(({ row }) => row));
  batch.add(
    at =>
      `INSERT INTO journal (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::journal, ${at(lines)})`,
  );
  const secrets = entries.flatMap(({ row, sealed }): readonly RowOf<PrivateLine>[] =>
    sealed ? [{ event_id: row.id, salt: sealed.salt, data: sealed.data }] : [],
  );
  if (secrets.length > 0)
    batch.add(
      at =>
        `INSERT INTO journal_private SELECT * FROM jsonb_populate_recordset(NULL::journal_private, ${at(JSON.stringify(secrets))})`,
    );
}

/** A line of the journal, and the digest of what is kept beside it; null when nothing is. */
export interface Line {
  readonly row: JournalRow;
  readonly beside: string | null;
}

interface Beside {
  readonly beside_salt: PrivateLine['salt'] | null;
  readonly beside_data: PrivateLine['data'];
}

/** The lines of a dossier's journal after one of them, or all of them, with what is beside them, in order. */
export async function readLines(manager: EntityManager, poleId: string, after = 0): Promise<readonly Line[]> {
  const lines = await manager.query<(JournalRow & Beside)[]>(
    `SELECT ${columnsOf(JournalLine)
      .map(column => `j.${column}`)
      .join(', ')}, p.salt AS beside_salt, p.data AS beside_data
     FROM journal j LEFT JOIN journal_private p ON p.event_id = j.id
     WHERE j.pole_id = $1 AND j.sequence > $2 ORDER BY j.sequence`,
    [poleId, after],
  );
  return lines.map(({ beside_salt, beside_data, ...row }) => ({
    row,
    beside: beside_salt === null ? null : digest(beside_salt + canonical(beside_data)),
  }));
}

/** The whole journal of a dossier, in order. */
export async function readRows(manager: EntityManager, poleId: string): Promise<readonly JournalRow[]> {
  return manager.query<JournalRow[]>(`SELECT ${COLUMNS} FROM journal WHERE pole_id = $1 ORDER BY sequence`, [poleId]);
}

export async function readEvents(manager: EntityManager, poleId: string): Promise<readonly RecordedEvent[]> {
  return (await readRows(manager, poleId)).map(eventOf);
}

/** The facts recorded after a fact version, in order. */
export async function readFactsSince(
  manager: EntityManager,
  poleId: string,
  since: number,
): Promise<readonly RecordedEvent[]> {
  const rows = await manager.query<JournalRow[]>(
    `SELECT ${COLUMNS} FROM journal WHERE pole_id = $1 AND fact_version > $2 ORDER BY sequence`,
    [poleId, since],
  );
  return rows.map(eventOf);
}
