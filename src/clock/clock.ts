import type { EntityManager } from 'typeorm';
import { fromEpochSeconds, parisDate, toEpochSeconds, type Instant } from '../domain/kernel/paris.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

export type ClockMode = 'running' | 'stepping';

/** What the house's one clock says: the instant, and the civil day of Paris. */
export interface Reading {
  readonly mode: ClockMode;
  readonly now: Instant;
  readonly today: CivilDate;
  /** The build of the stages that decides what is awaited; null when none was named. */
  readonly stages: string | null;
}

/** The seconds over which the mails of a morning are spread: none where the clock steps, so that a step says all at once. */
export function spreadOver({ mode }: Pick<Reading, 'mode'>, seconds: number): number {
  return mode === 'stepping' ? 0 : seconds;
}

/** The row of the clock, as a statement that reads it beside something else gives it. */
export interface ClockRow {
  readonly mode: ClockMode;
  readonly stands_at: Instant;
  readonly offset_seconds: number;
  readonly stages: string | null;
}

/** The columns of a row of the clock. */
export const CLOCK_COLUMNS = 'mode, stands_at, offset_seconds, stages';

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
  const [row] = await manager.query<ClockRow[]>(`SELECT ${CLOCK_COLUMNS} FROM clock`);
  return readingOf(row);
}

/** What a row of the clock says now. Throws when it was never set. */
export function readingOf(row: ClockRow | undefined): Reading {
  if (!row) throw new UnsetClockError();
  const { mode, stands_at, offset_seconds, stages } = row;
  const now = mode === 'stepping' ? stands_at : fromEpochSeconds(toEpochSeconds(machineNow()) + offset_seconds);
  return { mode, now, today: parisDate(now), stages };
}
