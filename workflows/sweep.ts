import { proxyActivities } from '@temporalio/workflow';
import type { ScheduledActivities } from './story/activities.js';

const { sweep } = proxyActivities<ScheduledActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds', maximumAttempts: 5 },
});

/** Nudges the stories that are behind their journal, and rings the alarms that passed. */
export async function sweepStories(): Promise<void> {
  await sweep();
}
