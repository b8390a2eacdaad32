import type { EntityManager } from 'typeorm';
import { NotAuthorisedError } from '../access/people.js';
import { CLOCK_COLUMNS, machineNow, readingOf, type ClockRow, type Reading } from '../clock/clock.js';
import { delegatedTo, type DelegatedMandate } from '../database/mandate-reads.js';
import { isRole, type Actor } from '../domain/dossier/roles.js';
import type { RecordedEvent } from '../domain/dossier/state.js';

/** What was recorded under a key. */
export interface KnownKey {
  readonly payload_hash: string;
  readonly pole_id: string;
  readonly version: number;
  readonly events: readonly RecordedEvent[];
}

/** What a transaction knows of who asks, once it holds the dossier: the hour, what they asked before, as whom they may act. */
export interface CallerContext {
  readonly clock: Reading;
  readonly known: KnownKey | undefined;
  readonly actors: readonly Actor[];
}

type Mandate = Pick<DelegatedMandate, 'role' | 'bodies' | 'pays'> & Partial<Pick<DelegatedMandate, 'insteadOf'>>;

interface Row extends ClockRow {
  readonly known: KnownKey | null;
  readonly own: readonly Mandate[] | null;
  readonly lent: readonly Mandate[] | null;
}

const TODAY = `((CASE mode WHEN 'stepping' THEN stands_at ELSE $3::timestamptz + make_interval(secs => offset_seconds) END)
  AT TIME ZONE 'Europe/Paris')::date`;

const CALLER = `
  SELECT ${CLOCK_COLUMNS},
    (SELECT json_build_object('payload_hash', payload_hash, 'pole_id', pole_id, 'version', version, 'events', events)
     FROM idempotency_keys WHERE account = $1 AND key = $2) AS known,
    (SELECT json_agg(own ORDER BY role) FROM (SELECT role, bodies, pays FROM mandates WHERE account = $1 AND valid_from <= today) own) AS own,
    (SELECT json_agg(lent) FROM (${delegatedTo('$1', 'today')}) lent) AS lent
  FROM clock, LATERAL (SELECT ${TODAY} AS today) day`;

/** Reads it in one statement: the roles of the account, then those that people absent today lend it. */
export async function readCaller(manager: EntityManager, account: string, key: string): Promise<CallerContext> {
  const [row] = await manager.query<Row[]>(CALLER, [account, key, machineNow()]);
  const mandates = [...(row?.own ?? []), ...(row?.lent ?? [])];
  const actors = mandates.flatMap(({ role, ...rest }) => (isRole(role) ? [{ account, role, ...rest }] : []));
  return { clock: readingOf(row), known: row?.known ?? undefined, actors };
}

/** Refuses an account that holds no role. */
export function requireRole(actors: readonly Actor[]): void {
  if (actors.length === 0) throw new NotAuthorisedError("Ce compte n'a pas de rôle dans Jalon.");
}
