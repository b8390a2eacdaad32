import { heartbeat } from '@temporalio/activity';
import { withoutValues } from '../../activities/story-activities.js';

const EVERY_MS = 5000;

/**
 * Does the work of an activity, saying all along that it goes on: should its worker die, another takes it up as soon as
 * that is noticed, instead of when its time is over. What fails is told without the values of the query.
 */
export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const beats = setInterval(() => heartbeat(), EVERY_MS);
  try {
    return await work();
  } catch (error) {
    throw withoutValues(error);
  } finally {
    clearInterval(beats);
  }
}
