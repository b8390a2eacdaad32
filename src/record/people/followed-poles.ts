import type { EntityManager } from 'typeorm';
import { readClock } from '../../clock/clock.js';

/** Follows a pôle; followed already, nothing changes. */
export async function followPole(manager: EntityManager, account: string, poleId: string): Promise<void> {
  const { now } = await readClock(manager);
  await manager.query(
    'INSERT INTO followed_poles (account, pole_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [account, poleId, now],
  );
}

/** Follows a pôle no more. Answers whether it was followed. */
export async function leavePole(manager: EntityManager, account: string, poleId: string): Promise<boolean> {
  const [, deletedCount] = await manager.query<[object[], number]>(
    'DELETE FROM followed_poles WHERE account = $1 AND pole_id = $2',
    [account, poleId],
  );
  return deletedCount > 0;
}
