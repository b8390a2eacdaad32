import type { FulfilledExpectation } from '../src/domain/dossier/expectations.js';
import { closing } from './lifecycle.js';
import { pole } from './pole.js';
import type { Story } from './story/story.js';

/** The whole story: the life of a pôle until it is closed or ends early, then what an early end still calls for. */
export async function life(story: Story, wholeLife: typeof pole = pole): Promise<void> {
  if (phaseOf(story) === 'life') await story.tell(wholeLife);
  const ending = story.known('ending');
  if (phaseOf(story) === 'closing' && ending !== undefined) await story.tell(dossier => closing(dossier, ending));
}

/** Tells facts to a story; an early end cuts the life of the pôle short, its closure cuts everything. */
export function applyFacts(story: Story, facts: readonly FulfilledExpectation[]): void {
  const before = phaseOf(story);
  story.applyFacts(facts);
  if (phaseOf(story) !== before) story.cancel();
}

function phaseOf(story: Story): 'life' | 'closing' | 'over' {
  if (story.known('closure') !== undefined) return 'over';
  return story.known('ending') === undefined ? 'life' : 'closing';
}
