import type { DataSource, EntityManager } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { uuid7 } from '../clock/uuid7.js';

/** Something that asks for a person; one open task for one thing. */
export interface Task {
  readonly kind: string;
  readonly about: string;
  readonly pole?: string | null;
  readonly contact?: string | null;
  readonly detail: string;
}

/** Opens a task, unless the same is open already. */
export async function openTask(manager: EntityManager, { kind, about, pole, contact, detail }: Task): Promise<void> {
  const { now } = await readClock(manager);
  await manager.query(
    `INSERT INTO tasks (id, kind, about, pole_id, contact_id, opened_at, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (kind, about) WHERE closed_at IS NULL DO NOTHING`,
    [uuid7(), kind, about, pole ?? null, contact ?? null, now, detail],
  );
}

/** Closes the open tasks of a kind, but for those that are still about something. Returns how many. */
export async function closeTasks(manager: EntityManager, kind: string, still: readonly string[]): Promise<number> {
  const { now } = await readClock(manager);
  const closed = await manager.query<[object[], number]>(
    'UPDATE tasks SET closed_at = $3 WHERE kind = $1 AND closed_at IS NULL AND NOT about = ANY($2)',
    [kind, still, now],
  );
  return closed[1];
}
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
