import { proxyActivities } from '@temporalio/workflow';

interface Sweeping {
  sweep(): Promise<unknown>;
}

const { sweep } = proxyActivities<Sweeping>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds', maximumAttempts: 5 },
});

/** Nudges the stories that are behind their journal, and rings the alarms that passed. */
export async function sweepStories(): Promise<void> {
  await sweep();
}
