import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { ApplicationFailure } from '@temporalio/common';
import { storyActivities } from '../../../activities/story-activities.js';
import { toldError } from '../../../src/commands/logger.js';
import type { StoryRecord } from '../../../src/record/story-record.js';

const failed = new QueryFailedError('INSERT INTO journal_private VALUES ($1)', ['FR76 3000'], new Error('refused'));

describe('a failed query', () => {
  it('is logged without its values', () => {
    expect(toldError(new Error('act', { cause: failed }))).toMatchObject({
      message: 'act',
      cause: { message: 'refused' },
    });
    expect(JSON.stringify(toldError(failed))).not.toContain('FR76');
  });

  it('reaches the engine without its values, to be tried again', async () => {
    const record = { ringAlarm: () => Promise.reject(failed) } as unknown as StoryRecord;
    const failure = await storyActivities(record)
      .ringAlarm('', '' as never)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: 'refused', type: 'QueryFailedError', nonRetryable: false });
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(JSON.stringify({ ...(failure as object) })).not.toContain('FR76');
  });
});
