import { life } from '../../../workflows/life.js';
import { PoleWorkflow } from '../../../workflows/pole-workflow.js';
import { longerPole } from './pole.js';

/** The story that gained a step in its middle. */
export async function poleStory(poleId: string): Promise<void> {
  await new PoleWorkflow(poleId, story => life(story, longerPole)).run();
}
