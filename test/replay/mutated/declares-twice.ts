import { proxyLocalActivities } from '@temporalio/workflow';
import type { StoryActivities } from '../../../activities/story-activities.js';
import { Telling } from '../../../workflows/story/telling.js';

const { declareExpectations } = proxyLocalActivities<StoryActivities>({ startToCloseTimeout: '30 seconds' });

/** The story that declares before it has heard anything: the same steps in another order. */
export async function poleStory(poleId: string): Promise<void> {
  await declareExpectations(poleId, [], 0);
  await new Telling(poleId).tell();
}
