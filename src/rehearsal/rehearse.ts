import { setImmediate } from 'node:timers/promises';
import type { Fact } from '../domain/dossier/expectations.js';
import { hear, life } from '../../workflows/life.js';
import { Story } from '../../workflows/story/story.js';

/** What the story (that of the house, or another) expects on these facts, told in memory: the keys owed, sorted. */
export async function rehearse(
  facts: readonly Fact[],
  lived: (story: Story) => Promise<void> = life,
): Promise<readonly string[]> {
  const story = new Story();
  hear(story, facts);
  const told = lived(story);
  await setImmediate();
  const owed = story.owed();
  story.cut();
  await told;
  return owed;
}
