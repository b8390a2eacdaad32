import { proxyActivities } from '@temporalio/workflow';
import type { ScheduledActivities } from './story/activities.js';

const { runJob } = proxyActivities<ScheduledActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes', maximumAttempts: 20 },
});

/** A job that the calendar starts, once for each of its days. */
export async function scheduledJob(name: string): Promise<void> {
  await runJob(name);
}
