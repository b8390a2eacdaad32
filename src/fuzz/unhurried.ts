import { setTimeout as passed } from 'node:timers/promises';
import type { Courier } from '../simulation/house-client.js';

const TOO_MANY = 429;

/** Carries a request, and carries it again, when it may, where the house says that there were too many. */
export const unhurried: Courier = async (url, init) => {
  for (;;) {
    const answer = await fetch(url, init);
    if (answer.status !== TOO_MANY) return answer;
    await passed(1000 * (Number(answer.headers.get('retry-after')) || 1));
  }
};
