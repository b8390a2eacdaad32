import type { EntityManager } from 'typeorm';
import { closeTasks, openTask, type Task } from '../record/tasks.js';

/** Something that a job found and that asks for a person; its kind without the prefix of the job's tasks. */
export type Finding = Task;

/**
 * Opens a task for each finding and closes, of the kinds that the job looks for, those that were not found again.
 * Answers how many were found, by kind; a kind of which there is none is left out.
 */
export async function settle(
  manager: EntityManager,
  prefix: string,
  kinds: readonly string[],
  found: readonly Finding[],
): Promise<Readonly<Record<string, number>>> {
  for (const finding of found) await openTask(manager, { ...finding, kind: `${prefix}-${finding.kind}` });
  const counts: Record<string, number> = {};
  for (const kind of kinds) {
    const about = found.filter(one => one.kind === kind).map(one => one.about);
    await closeTasks(manager, `${prefix}-${kind}`, about);
    if (about.length > 0) counts[kind] = about.length;
  }
  return counts;
}
