import type { EntityManager } from 'typeorm';
import { NotAuthorisedError } from '../../access/people.js';
import { readClock } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import { SettingLine, type SettingPrivateLine } from '../../database/entities/index.js';
import { columnsOf, type RowOf } from '../../database/entities/row-of.js';
import type { PrivateData } from '../../domain/dossier/event.js';
import type { ActingRole } from '../../domain/dossier/roles.js';
import type { Setting } from '../../domain/settings/events.js';
import { canonical, digest, link, seal } from '../journal/chain.js';
import { KeyReusedError } from '../refused.js';

/** Who sets something, and under which key when it is asked over the API. */
export interface SettingAuthor {
  readonly account: string;
  readonly role: ActingRole;
  readonly asked?: AskedUnderKey;
}

/** What was asked, and the UUID under which the same, sent again, is answered the same. */
export interface AskedUnderKey {
  readonly key: string;
  readonly request: object;
}

/** The house itself. */
export const HOUSE: SettingAuthor = { account: 'jalon', role: 'engine' };

/** What is about to be said; `private` is free text, kept beside the stream. */
export type NewSetting = Setting & { readonly private?: PrivateData };

type Row = RowOf<SettingLine>;

/**
 * The settings are decided and written one after the other, each held against all those before it. Refuses an author
 * whose right was ended while they waited.
 */
export async function holdSettings(manager: EntityManager, { account, role }: SettingAuthor): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('settings', 0))`);
  if (role === HOUSE.role) return;
  const held = await manager.query<object[]>('SELECT FROM mandates WHERE account = $1 AND role = $2 LIMIT 1', [
    ...[account, role],
  ]);
  if (held.length === 0) throw new NotAuthorisedError('Ce rôle vient de vous être retiré.');
}

/**
 * Appends lines to the stream of the settings, in one statement, and what they come to. The schema does it: no other way
 * is open to the application, and it refuses what is not the author's to set.
 */
export async function appendSettings(
  manager: EntityManager,
  settings: readonly NewSetting[],
  { account, role, asked }: SettingAuthor,
): Promise<void> {
  if (settings.length === 0) return;
  const { now } = await readClock(manager);
  const entries = settings.map(({ type, data, private: secret }) => ({
    ...{ id: uuid7(), type, schema_version: 1, actor: account, role, recorded_at: now, data },
    ...(asked ? { key: asked.key, request: digestOf(asked) } : {}),
    ...(secret ? { sealed: seal(secret) } : {}),
  }));
  await manager.query(
    `SELECT record_setting(entry) FROM (
       SELECT entry FROM jsonb_array_elements($1) WITH ORDINALITY AS said (entry, rank) ORDER BY rank) in_order`,
    [JSON.stringify(entries)],
  );
}

const digestOf = ({ request }: AskedUnderKey) => digest(canonical(request));

/** What was said under a key by the same account; refuses a key that served for something else. */
export async function saidUnder(
  manager: EntityManager,
  { account, asked }: SettingAuthor,
): Promise<Setting | undefined> {
  if (!asked) return undefined;
  const [known] = await manager.query<(Setting & Pick<Row, 'request'>)[]>(
    'SELECT type, data, request FROM settings_journal WHERE actor = $1 AND key = $2',
    [account, asked.key],
  );
  if (known && known.request !== digestOf(asked)) throw new KeyReusedError();
  return known;
}

/** A line of the stream as the database gives it, and the digest of what is kept beside it; null when nothing is. */
export interface KnownLine {
  readonly row: Row;
  readonly beside: string | null;
}

const COLUMNS = columnsOf(SettingLine).map(column => `line.${column}`);

/** The whole stream of the settings, in order. */
export async function readSettings(manager: EntityManager): Promise<readonly KnownLine[]> {
  type Beside = { readonly salt: SettingPrivateLine['salt'] | null; readonly told: SettingPrivateLine['data'] };
  const lines = await manager.query<(Row & Beside)[]>(
    `SELECT ${COLUMNS.join(', ')}, told.salt, told.data AS told
     FROM settings_journal line LEFT JOIN settings_private told ON told.event_id = line.id ORDER BY line.sequence`,
  );
  return lines.map(({ salt, told, ...row }) => ({
    row,
    beside: salt === null ? null : digest(salt + canonical(told)),
  }));
}

/** The hash of a line: that of the line before it, and everything that the line says. */
export function settingHash(previous: string, { hash: _hash, ...content }: Row): string {
  return link(previous, content);
}
