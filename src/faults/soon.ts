import { setTimeout as delay } from 'node:timers/promises';

const ASK_EVERY_MS = 50;

/** Asks until the answer is yes; throws, naming what was waited for, when it never comes. A question that fails is a no. */
export async function soon(what: string, ask: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await ask().catch(() => false))) {
    if (performance.now() > end) throw new Error(`${what} : toujours pas après ${withinMs / 1000} s.`);
    await delay(ASK_EVERY_MS);
  }
}
