import type { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';

/** What asks for a person, before it is written. One that is open already about the same thing is not opened twice. */
export interface NewTask {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly pole_id: string | null;
  readonly contact_id: string | null;
  readonly detail: string;
}

/** Opens the tasks at one place of a statement, at the instant at another. */
export const openTasks = (tasks: string, at: string) => `
  INSERT INTO tasks (id, kind, about, pole_id, contact_id, opened_at, detail)
  SELECT id, kind, about, pole_id, contact_id, ${at}, detail FROM jsonb_populate_recordset(NULL::tasks, ${tasks})
  ON CONFLICT (kind, about) WHERE closed_at IS NULL DO NOTHING`;

/** Closes a task; false when none is open under that identifier. */
export async function closeTask(source: DataSource, id: string): Promise<boolean> {
  const { now } = await readClock(source.manager);
  const [, closed] = await source.query<[unknown, number]>(
    'UPDATE tasks SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL',
    [id, now],
  );
  return closed === 1;
}
