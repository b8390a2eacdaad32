import { setTimeout as passed } from 'node:timers/promises';
import type { Courier } from '../simulation/house-client.js';

/** Carries a request, and carries it again, when it may, where the house says that there were too many. */
export const unhurried: Courier = async (url, init, account) => {
  const answer = await fetch(url, init);
  if (answer.status !== 429) return answer;
  await passed(1000 * (Number(answer.headers.get('retry-after')) || 1));
  return unhurried(url, init, account);
};
