import { cancellationSignal, heartbeat } from '@temporalio/activity';
import type { ScheduledActivities } from '../workflows/story/activities.js';
import { withoutValues } from './story-activities.js';

const EVERY_MS = 5000;

/** What the calendar starts, as the worker holds it. */
export interface ScheduledWork {
  sweep(): Promise<unknown>;
  runJob(name: string): Promise<unknown>;
  /** Stops as soon as it can when it is told to. */
  deliver(stop: AbortSignal): Promise<unknown>;
}

/** What the calendar starts. `stopping` ends what is being delivered: the worker is to stop. */
export function scheduledActivities(work: ScheduledWork, stopping: AbortSignal): ScheduledActivities {
  return {
    sweep: () => withHeartbeat(work.sweep),
    runJob: name => withHeartbeat(() => work.runJob(name)),
    deliver: () => withHeartbeat(() => work.deliver(AbortSignal.any([stopping, cancellationSignal()]))),
  };
}

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
