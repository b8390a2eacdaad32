import type { DataSource, EntityManager } from 'typeorm';
import { readClock } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import type { TaskColumns } from './rows.js';
import type { Instant } from '../../domain/kernel/paris.js';

/** Something that asks for a person; one open task for one thing. */
export interface Task {
  readonly kind: string;
  readonly about: string;
  readonly pole?: string | null;
  readonly contact?: string | null;
  readonly detail: string;
}

/** Opens a task, unless the same is open already. */
export async function openTask(manager: EntityManager, task: Task, now: Instant): Promise<void> {
  await manager.query(`WITH opened AS (${openTasks('$1', '$2')}) SELECT`, [JSON.stringify([rowOf(task)]), now]);
}

/**
 * Makes the open tasks of some kinds those that are still about something, in one statement: opens what lacks, closes the
 * others but what is `still` to be open. What is open already keeps the words with which it was opened.
 */
export async function settleTasks(
  manager: EntityManager,
  kinds: readonly string[],
  tasks: readonly Task[],
  now: Instant,
  still: readonly Pick<Task, 'kind' | 'about'>[] = tasks,
): Promise<void> {
  const stays = still.map(({ kind, about }) => ({ kind, about }));
  await manager.query(
    `WITH closed AS (
       UPDATE tasks t SET closed_at = $2 WHERE t.kind = ANY($3) AND t.closed_at IS NULL AND NOT EXISTS (
         SELECT FROM jsonb_to_recordset($4) AS still(kind text, about text)
         WHERE still.kind = t.kind AND still.about = t.about)
     ), opened AS (${openTasks('$1', '$2')})
     SELECT`,
    [JSON.stringify(tasks.map(rowOf)), now, kinds, JSON.stringify(stays)],
  );
}

/** What asks for a person, before it is written. One that is open already about the same thing is not opened twice. */
export type NewTask = Omit<TaskColumns, 'opened_at' | 'closed_at'>;

const rowOf = ({ kind, about, pole, contact, detail }: Task): NewTask => ({
  id: uuid7(),
  kind,
  about,
  pole_id: pole ?? null,
  contact_id: contact ?? null,
  detail,
});

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
