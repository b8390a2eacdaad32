import { Inject, Injectable } from '@nestjs/common';
import { StoryMemory } from '../temporal/story-memory.js';

/** Milliseconds for which an answer serves: the engine lists its stories no more often. */
const FRESH = 10_000;

/** Which stories the engine has lost, as whoever watches the house asks. */
@Injectable()
export class StoryHealth {
  private last: { readonly at: number; readonly answer: Promise<readonly string[] | null> } | undefined;

  constructor(@Inject(StoryMemory) private readonly memory: StoryMemory) {}

  /** The dossiers whose stories are lost; null when the engine does not answer. */
  lostDossiers(): Promise<readonly string[] | null> {
    if (this.last === undefined || performance.now() - this.last.at > FRESH)
      this.last = { at: performance.now(), answer: this.ask() };
    return this.last.answer;
  }

  /** How many they are; null when the engine does not answer. */
  async lost(): Promise<number | null> {
    return (await this.lostDossiers())?.length ?? null;
  }

  private async ask(): Promise<readonly string[] | null> {
    try {
      return await this.memory.lost();
    } catch {
      return null; // Told as an engine that is away.
    }
  }
}
