import type { Fact } from '../src/domain/dossier/expectations.js';
import { closing } from './lifecycle.js';
import { pole } from './pole.js';
import type { Story } from './story/story.js';

/** The whole story: the life of a pôle until its term or its early end, then what an early end still calls for. */
export async function life(story: Story): Promise<void> {
  if (story.known('ending', '1') === undefined) await story.tell(pole);
  const ending = story.known('ending', '1');
  if (ending !== undefined) await story.tell(dossier => closing(dossier, ending));
}

/** Tells facts to a story; an early end cuts the life of the pôle short. */
export function hear(story: Story, facts: readonly Fact[]): void {
  const alive = story.known('ending', '1') === undefined;
  story.learn(facts);
  if (alive && story.known('ending', '1') !== undefined) story.cut();
}
