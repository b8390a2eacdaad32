import type { Fact } from '../src/domain/dossier/expectations.js';
import { closing } from './lifecycle.js';
import { pole } from './pole.js';
import type { Story } from './story/story.js';

/** The whole story: the life of a pôle until it is closed or ends early, then what an early end still calls for. */
export async function life(story: Story, wholeLife: typeof pole = pole): Promise<void> {
  if (chapterOf(story) === 'life') await story.tell(wholeLife);
  const ending = story.known('ending', '1');
  if (chapterOf(story) === 'closing' && ending !== undefined) await story.tell(dossier => closing(dossier, ending));
}

/** Tells facts to a story; an early end cuts the life of the pôle short, its closure cuts everything. */
export function hear(story: Story, facts: readonly Fact[]): void {
  const before = chapterOf(story);
  story.learn(facts);
  if (chapterOf(story) !== before) story.cut();
}

function chapterOf(story: Story): 'life' | 'closing' | 'over' {
  if (story.known('closure', '1') !== undefined) return 'over';
  return story.known('ending', '1') === undefined ? 'life' : 'closing';
}
