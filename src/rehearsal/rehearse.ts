import { setImmediate } from 'node:timers/promises';
import type { FulfilledExpectation } from '../domain/dossier/expectations.js';
import { applyFacts, life } from '../../workflows/life.js';
import { Story } from '../../workflows/story/story.js';

/** What the story (that of the house, or another) expects on these facts, told in memory: the keys owed, sorted. */
export async function rehearse(
  facts: readonly FulfilledExpectation[],
  lived: (story: Story) => Promise<void> = life,
): Promise<readonly string[]> {
  const story = new Story();
  applyFacts(story, facts);
  const completion = lived(story);
  await setImmediate();
  const owed = story.owed();
  story.cancel();
  await completion;
  return owed;
}
