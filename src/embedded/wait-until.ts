import { setTimeout as delay } from 'node:timers/promises';

const ASK_EVERY_MS = 100;

interface WaitOptions {
  readonly withinMs: number;
  /** The error when it never came. */
  readonly otherwise: () => Error;
  /** Ends the wait as soon as it fails. */
  readonly failure: Promise<never>;
  /** Gives the wait up. */
  readonly signal?: AbortSignal | undefined;
}

/** Asks again and again until the answer is yes; fails when the time is over or what is waited for has failed. */
export async function waitUntil(ask: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const over = new AbortController();
  try {
    await Promise.race([poll(ask, options, over.signal), options.failure]);
  } finally {
    over.abort();
  }
}

async function poll(ask: () => Promise<boolean>, options: WaitOptions, over: AbortSignal): Promise<void> {
  const deadline = process.hrtime.bigint() + BigInt(options.withinMs) * 1_000_000n;
  while (!over.aborted && !(await ask())) {
    options.signal?.throwIfAborted();
    if (process.hrtime.bigint() > deadline) throw options.otherwise();
    await delay(ASK_EVERY_MS);
  }
}
