import type { EntityManager } from 'typeorm';
import { addSeconds, fromEpochSeconds, parisDate, toEpochSeconds, type Instant } from '../domain/kernel/paris.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

export type ClockMode = 'running' | 'stepping';

/** What the house's one clock says: the instant, and the civil day of Paris. */
export interface Reading {
  readonly mode: ClockMode;
  readonly now: Instant;
  readonly today: CivilDate;
}

/** The clock as the database keeps it. */
export interface ClockRow {
  readonly mode: ClockMode;
  readonly stands_at: Instant;
  readonly offset_seconds: number;
}

/** The clock has no row yet. */
export class UnsetClockError extends Error {
  constructor() {
    super("L'horloge n'est pas réglée : la base n'a pas été préparée.");
    this.name = 'UnsetClockError';
  }
}

/** The present instant of the machine, in whole seconds. The only place of the house that reads it. */
export function machineNow(): Instant {
  return fromEpochSeconds(Math.floor(Date.now() / 1000));
}

/** Milliseconds of the machine, for identifiers and durations. */
export function machineMilliseconds(): number {
  return Date.now();
}

/** Reads the clock in the caller's transaction. Throws when it was never set. */
export async function readClock(manager: EntityManager): Promise<Reading> {
  const [row] = await manager.query<ClockRow[]>('SELECT mode, stands_at, offset_seconds FROM clock');
  if (!row) throw new UnsetClockError();
  return readingOf(row);
}

/** What the clock says by its row. */
export function readingOf(row: ClockRow): Reading {
  const now =
    row.mode === 'stepping' ? row.stands_at : fromEpochSeconds(toEpochSeconds(machineNow()) + row.offset_seconds);
  return { mode: row.mode, now, today: parisDate(now) };
}

/**
 * Sets the mode at boot. A running clock takes the given offset; a stepping one begins at that offset from now the
 * first time, then keeps standing where it stood.
 */
export async function setUpClock(manager: EntityManager, mode: ClockMode, offsetSeconds: number): Promise<void> {
  await manager.query(
    `INSERT INTO clock (mode, stands_at, offset_seconds) VALUES ($1, $2, $3)
     ON CONFLICT (only_one) DO UPDATE SET mode = excluded.mode, offset_seconds = excluded.offset_seconds`,
    [mode, addSeconds(machineNow(), offsetSeconds), offsetSeconds],
  );
}

/** Moves a stepping clock. It never goes back, and a running one is left alone: the caller has checked both. */
export async function moveClock(manager: EntityManager, to: Instant): Promise<void> {
  await manager.query(`UPDATE clock SET stands_at = $1 WHERE mode = 'stepping' AND stands_at <= $1`, [to]);
}
