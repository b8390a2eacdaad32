import type { EntityManager } from 'typeorm';
import { machineNow, type ClockMode } from '../clock/clock.js';
import { addSeconds, type Instant } from '../domain/kernel/paris.js';

/** Names the build of the stages that decides from now on: that of an upgrade, never of a mere boot. */
export async function nameStages(manager: EntityManager, stages: string): Promise<void> {
  await manager.query('UPDATE clock SET stages = $1', [stages]);
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
