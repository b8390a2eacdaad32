import { Inject, Injectable } from '@nestjs/common';
import { StoryMemory } from '../temporal/story-memory.js';

/** Milliseconds for which an answer serves: the engine lists its stories no more often. */
const FRESH = 10_000;

/** How many stories the engine has lost, as whoever watches the house asks. */
@Injectable()
export class StoryHealth {
  private last: { readonly at: number; readonly answer: Promise<number | null> } | undefined;

  constructor(@Inject(StoryMemory) private readonly memory: StoryMemory) {}

  /** The stories that are lost; null when the engine does not answer. */
  lost(): Promise<number | null> {
    if (this.last === undefined || performance.now() - this.last.at > FRESH)
      this.last = { at: performance.now(), answer: this.count() };
    return this.last.answer;
  }

  private async count(): Promise<number | null> {
    try {
      return (await this.memory.lost()).length;
    } catch {
      return null; // Told as an engine that is away.
    }
  }
}
