import type { Instant } from '../kernel/paris.js';
import type { FulfilledExpectation } from './expectations.js';

/** What a story hears: the facts recorded between two fact versions of its dossier. */
export interface News {
  readonly since: number;
  readonly version: number;
  readonly facts: readonly FulfilledExpectation[];
  /** Whether a fact was retracted meanwhile: the story must be told again from the start. */
  readonly turnPage: boolean;
  /** What the record holds when it has nothing to hear from the story: one that awaits the same is at rest. */
  readonly rest?: Rest;
}

/** Where a dossier rests: what is awaited, when it rings, what the operator is shown. */
export interface Rest {
  /** The keys awaited, sorted. */
  readonly awaited: readonly string[];
  readonly alarm: Alarm | null;
  readonly standing: StoryStanding;
}

/** When the story must ring, on the house's clock, and in how much real time (null when the clock steps). */
export interface Alarm {
  readonly at: Instant;
  readonly inSeconds: number | null;
}

/** The answer to a declaration: made, or refused because the facts have moved since. */
export type Declaration =
  | {
      readonly declared: true;
      /** The version that was declared; absent from the answers of before. */
      readonly version?: number;
      readonly alarm: Alarm | null;
      readonly standing: StoryStanding;
    }
  | { readonly declared: false; readonly news: News };

/** What an operator reads of a story in the Temporal UI: no personal data. */
export interface StoryStanding {
  readonly stage: string;
  readonly nextDue: string | null;
  readonly budgetYear: number | null;
  /** French lines: what is awaited, from whom, by when. */
  readonly details: string;
}
