import type { EntityManager } from 'typeorm';
import type { RecordedEvent } from '../domain/dossier/state.js';

/** What an account did under a key. */
export interface DoneUnder {
  readonly poleId: string;
  readonly events: readonly RecordedEvent[];
}

/** What an account did under a key; undefined when it did nothing under it. */
export async function readDoneUnder(
  manager: EntityManager,
  account: string,
  key: string,
): Promise<DoneUnder | undefined> {
  const [row] = await manager.query<DoneUnder[]>(
    'SELECT pole_id AS "poleId", events FROM idempotency_keys WHERE account = $1 AND key = $2',
    [account, key],
  );
  return row;
}
