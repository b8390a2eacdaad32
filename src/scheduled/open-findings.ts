import type { Task } from '../record/reminders/tasks.js';

/** How many things were found, by kind; a kind of which there is none is left out. */
export function countsOf(found: readonly Pick<Task, 'kind'>[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** What a job found that asks for a person, under the kind of the tasks of that job. */
export const tasksOf = (prefix: string, found: readonly Task[]): readonly Task[] =>
  found.map(task => ({ ...task, kind: `${prefix}-${task.kind}` }));
