import { setImmediate } from 'node:timers/promises';
import type { Fact } from '../domain/dossier/expectations.js';
import { hear, life } from '../../workflows/life.js';
import { Story } from '../../workflows/story/story.js';

/** What the story expects on these facts, told in memory: the keys `kind/instance` owed, sorted. */
export async function rehearse(facts: readonly Fact[]): Promise<readonly string[]> {
  const story = new Story();
  hear(story, facts);
  const told = life(story);
  await setImmediate();
  const owed = story.owed();
  story.cut();
  await told;
  return owed;
}
