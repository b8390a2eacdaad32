import { heartbeat } from '@temporalio/activity';

const EVERY_MS = 5000;

/**
 * Does the work of an activity, saying all along that it goes on: should its worker die, another takes it up as soon as
 * that is noticed, instead of when its time is over.
 */
export async function beating<T>(work: () => Promise<T>): Promise<T> {
  const beats = setInterval(() => heartbeat(), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(beats);
  }
}
