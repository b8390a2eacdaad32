import type { Declaration, News } from '../../src/domain/dossier/news.js';
import type { Instant } from '../../src/domain/kernel/paris.js';

/** The trips of a story to the record: short, idempotent, local. */
export interface StoryActivities {
  readJournal(poleId: string, since: number): Promise<News>;
  declareExpectations(poleId: string, awaited: readonly string[], version: number): Promise<Declaration>;
  ringAlarm(poleId: string, at: Instant): Promise<News>;
}

/**
 * What the calendar starts, which may last and says all along that it goes on. What it answers is shown to the operator
 * of Temporal; no workflow reads it.
 */
export interface ScheduledActivities {
  sweep(): Promise<unknown>;
  runJob(name: string): Promise<unknown>;
  deliver(): Promise<unknown>;
}

/** Everything that the workflows ask of the worker. */
export type Activities = StoryActivities & ScheduledActivities;
