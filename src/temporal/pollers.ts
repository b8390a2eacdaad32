import type { Client } from '@temporalio/client';
import type { TemporalSettings } from './connection.js';

/** `TASK_QUEUE_TYPE_WORKFLOW` of the service's protocol. */
const WORKFLOW_TASKS = 1;
/** A worker that lives asks at least once a minute. */
const ALIVE_WITHIN_SECONDS = 70;

/** The identities of the workers that take the stories. */
export async function pollersOf(
  { connection }: Client,
  { namespace, taskQueue }: TemporalSettings,
): Promise<readonly string[]> {
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: WORKFLOW_TASKS,
  });
  const since = performance.timeOrigin / 1000 + performance.now() / 1000 - ALIVE_WITHIN_SECONDS;
  return (pollers ?? [])
    .filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > since)
    .map(({ identity }) => identity ?? '');
}
