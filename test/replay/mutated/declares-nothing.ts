import { condition, setHandler } from '@temporalio/workflow';
import { nudge, ring } from '../../../workflows/story/telling.js';

/** The story that lost its steps: it hears, reads and declares nothing. */
export async function poleStory(): Promise<void> {
  const heard = () => ({ version: 0, outcome: 'told' as const });
  setHandler(nudge, heard);
  setHandler(ring, heard);
  await condition(() => false);
}
