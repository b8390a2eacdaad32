import { ApplicationFailure } from '@temporalio/common';
import type { Declaration, News } from '../src/domain/dossier/news.js';
import type { Instant } from '../src/domain/kernel/paris.js';
import { UnknownDossierError } from '../src/record/refused.js';
import type { StoryRecord } from '../src/record/story-record.js';

/** The story's hands: short, idempotent trips to the record. */
export interface StoryActivities {
  readJournal(poleId: string, since: number): Promise<News>;
  declareExpectations(poleId: string, awaited: readonly string[], version: number): Promise<Declaration>;
  ringAlarm(poleId: string, at: Instant): Promise<News>;
}

/**
 * A dossier that does not exist will not exist later: nothing is retried. Anything else is, and says what happened
 * without the values of the query: they may be personal data, and this is logged and kept in the history.
 */
async function classified<T>(trip: () => Promise<T>): Promise<T> {
  try {
    return await trip();
  } catch (error) {
    if (error instanceof UnknownDossierError) throw ApplicationFailure.nonRetryable(error.message, error.name);
    throw withoutValues(error);
  }
}

/** What happened, without the values of a query: they may be personal data. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  const failure = ApplicationFailure.retryable(message, name);
  if (stack !== undefined) failure.stack = stack;
  return failure;
}

export function storyActivities(record: StoryRecord): StoryActivities {
  return {
    readJournal: (poleId, since) => classified(() => record.readJournal(poleId, since)),
    declareExpectations: (poleId, awaited, version) =>
      classified(() => record.declareExpectations(poleId, awaited, version)),
    ringAlarm: (poleId, at) => classified(() => record.ringAlarm(poleId, at)),
  };
}
