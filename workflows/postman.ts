import { proxyActivities } from '@temporalio/workflow';
import type { ScheduledActivities } from './story/activities.js';

const { deliver } = proxyActivities<ScheduledActivities>({
  startToCloseTimeout: '20 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds', maximumAttempts: 5 },
});

/** Sends what is planned for now, and what is to be tried again. */
export async function postman(): Promise<void> {
  await deliver();
}
