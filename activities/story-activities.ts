import { ApplicationFailure } from '@temporalio/common';
import { UnknownDossierError } from '../src/record/refused.js';
import type { StoryRecord } from '../src/record/story-record.js';
import type { StoryActivities } from '../workflows/story/activities.js';

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

/** The trips of the stories, which answer the same the second time. */
export function storyActivities(record: StoryRecord): StoryActivities {
  return {
    readJournal: (poleId, since) => classified(() => record.readJournal(poleId, since)),
    declareExpectations: (poleId, awaited, version) =>
      classified(() => record.declareExpectations(poleId, awaited, version)),
    ringAlarm: (poleId, at) => classified(() => record.ringAlarm(poleId, at)),
  };
}
