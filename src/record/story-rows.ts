import type { EntityManager } from 'typeorm';

/** What the record knows of a story: how far it has heard, and when it rings. */
export interface StoryRow {
  readonly id: string;
  readonly name: string | null;
  readonly stage: string | null;
  readonly version: number;
  readonly seenVersion: number;
  readonly nextAlarm: string | null;
  readonly setAside: string | null;
  /** How many obligations are open. */
  readonly open: number;
}

/** The stories of all dossiers, or of one, as the record knows them. */
export async function storyRows(manager: EntityManager, poleId?: string): Promise<readonly StoryRow[]> {
  return manager.query<StoryRow[]>(
    `SELECT d.id, c.name, c.stage, d.version, d.seen_version AS "seenVersion", d.next_alarm AS "nextAlarm",
       d.set_aside AS "setAside",
       (SELECT count(*)::int FROM obligations o WHERE o.pole_id = d.id AND o.state = 'open') AS open
     FROM dossiers d LEFT JOIN pole_cards c ON c.pole_id = d.id
     WHERE $1::uuid IS NULL OR d.id = $1 ORDER BY d.id`,
    [poleId ?? null],
  );
}

/** The dossiers of which a story is to be told: they await something, and their story has heard all that was recorded. */
export async function storiesAwaited(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM dossiers d WHERE set_aside IS NULL AND seen_version >= version
       AND EXISTS (SELECT FROM obligations o WHERE o.pole_id = d.id AND o.state = 'open') ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}
