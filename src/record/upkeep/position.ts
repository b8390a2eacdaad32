import type { EntityManager } from 'typeorm';
import {
  CLOCK_COLUMNS,
  machineNow,
  readingOf,
  UnsetClockError,
  type ClockRow,
  type Reading,
} from '../../clock/clock.js';
import type { Instant } from '../../domain/kernel/paris.js';
import { isBehind, waitsAt } from '../dossiers.js';
import { anyToLeave, nextTry } from '../mails/mail-sql.js';
import type { Digest } from '../mails/digests.js';

/** A dossier that waits for its story. */
export interface Waiting {
  readonly id: string;
  readonly version: number;
  /** Whether its story has not heard all that was recorded; else its alarm has passed. */
  readonly behind: boolean;
  readonly nextAlarm: Instant | null;
}

/** Where the house stands at an instant of its clock: what is to be done now, and what comes next. */
export interface Position {
  readonly clock: Reading;
  readonly waiting: readonly Waiting[];
  /** The dossiers that are set aside, and why. */
  readonly aside: readonly { readonly id: string; readonly reason: string }[];
  readonly anyToLeave: boolean;
  readonly nextAlarm: Instant | null;
  /** The earliest point of any dossier. */
  readonly nextPoint: Instant | null;
  /** When a mail, or the server, is to be tried again, after now. */
  readonly nextTry: Instant | null;
  /** Since when notices wait for each digest; a pace for which none waits is left out. */
  readonly forDigests: Readonly<Partial<Record<Digest, Instant>>>;
}

const isoInstant = (instant: string) => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The clock, moved to $1 if it steps and is told to, and all that is to be known there; $2 is the machine's, $3 is left out. */
const POSITION = `
  WITH moved AS (
    UPDATE clock SET stands_at = $1 WHERE mode = 'stepping' AND stands_at <= $1
    RETURNING ${CLOCK_COLUMNS}
  ), stands AS (
    TABLE moved UNION ALL SELECT ${CLOCK_COLUMNS} FROM clock WHERE NOT EXISTS (SELECT FROM moved)
  ), present AS (
    SELECT *, CASE mode WHEN 'stepping' THEN stands_at
      ELSE $2::timestamptz + offset_seconds * interval '1 second' END AS now FROM stands
  )
  SELECT ${CLOCK_COLUMNS},
    (SELECT coalesce(json_agg(json_build_object('id', id, 'version', version, 'behind', ${isBehind('present.stages')},
       'nextAlarm', ${isoInstant('next_alarm')}) ORDER BY next_alarm NULLS FIRST, id), '[]')
     FROM dossiers d WHERE ${waitsAt('now', 'present.stages')} AND NOT id = ANY($3)) AS waiting,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'reason', set_aside) ORDER BY id), '[]')
     FROM dossiers WHERE set_aside IS NOT NULL) AS aside,
    ${anyToLeave('now', '$2')} AS "anyToLeave",
    (SELECT min(next_alarm) FROM dossiers WHERE set_aside IS NULL AND NOT id = ANY($3)) AS "nextAlarm",
    (SELECT min(next_point) FROM dossiers WHERE set_aside IS NULL) AS "nextPoint",
    ${nextTry('now')} AS "nextTry",
    (SELECT coalesce(json_object_agg(pace, ${isoInstant('since')}), '{}') FROM (
       SELECT pace, min(planned_for) AS since FROM notices
       WHERE state = 'planned' AND mail_id IS NULL AND pace <> 'instant' GROUP BY pace) waits) AS "forDigests"
  FROM present`;

/** Where the house is to be looked at from, and what of it. */
interface Look {
  /** Moves a stepping clock there first; it never goes back. */
  readonly moveTo?: Instant;
  /** Dossiers that are neither told nor rung. */
  readonly leftOut?: Iterable<string>;
}

/** Where the house stands, in one statement. */
export async function readPosition(manager: EntityManager, { moveTo, leftOut = [] }: Look = {}): Promise<Position> {
  const values = [moveTo ?? null, machineNow(), [...leftOut]];
  const [row] = await manager.query<(ClockRow & Omit<Position, 'clock'>)[]>(POSITION, values);
  if (!row) throw new UnsetClockError();
  const { mode, stands_at, offset_seconds, stages, ...position } = row;
  return { clock: readingOf({ mode, stands_at, offset_seconds, stages }), ...position };
}
