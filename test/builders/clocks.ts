import type { BareHouse } from '../rig/bare-house.js';

/** Lets the clock of a house run with the machine, from an instant on. */
export async function runningFrom({ source }: Pick<BareHouse, 'source'>, at: string): Promise<void> {
  await source.query(
    `UPDATE clock SET mode = 'running', offset_seconds = extract(epoch FROM $1::timestamptz - now())::bigint`,
    [at],
  );
}
