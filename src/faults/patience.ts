import { setTimeout as delay } from 'node:timers/promises';
import type { Courier } from '../simulation/house-client.js';

const AGAIN_AFTER = 150;

/** A courier that sends the same request again, under the same key, until the house answers it. */
export function patient(courier: Courier, withinMs: number): Courier {
  return async (url, init, account) => {
    const end = performance.now() + withinMs;
    for (;;) {
      const answer = await attempt(courier, url, init, account);
      if (answer !== undefined && answer.status !== 503) return answer;
      if (performance.now() > end) throw new Error(`${url} : sans réponse après ${withinMs / 1000} s.`);
      await delay(AGAIN_AFTER);
    }
  };
}

/** The answer, or undefined when the connection was lost. */
async function attempt(...[courier, url, init, account]: [Courier, ...Parameters<Courier>]) {
  try {
    return await courier(url, init, account);
  } catch (error) {
    if (isUnanswered(error)) return undefined;
    throw error;
  }
}

/** What `fetch` throws when nobody answers, in whichever realm its errors are made. */
function isUnanswered(error: unknown): boolean {
  return (error as { name?: unknown }).name === 'TypeError';
}
