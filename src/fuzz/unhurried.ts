import { setTimeout as passed } from 'node:timers/promises';
import type { Courier } from '../simulation/house-client.js';

/** Carries a request, and carries it again, when it may, as long as the house says that there were too many. */
export const unhurried: Courier = async (url, init) => {
  let answer = await fetch(url, init);
  while (answer.status === 429) {
    await passed(1000 * (Number(answer.headers.get('retry-after')) || 1));
    answer = await fetch(url, init);
  }
  return answer;
};
