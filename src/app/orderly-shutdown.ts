import type { OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import type { ApiParts } from './compose.js';

/** Milliseconds in which the last words are told before the API leaves; the sweep tells the others. */
const WORDS_LEFT = 3000;

/**
 * Stops the parts of the API in the house's own order, as Nest's application closes: the clock moves no further, then
 * Nest answers its last requests, then the stories hear the last words, and what was opened is closed.
 */
export class OrderlyShutdown implements OnModuleDestroy, OnApplicationShutdown {
  private failure: unknown;

  constructor(
    private readonly parts: Pick<ApiParts, 'close'> & {
      readonly clock: Pick<ApiParts['clock'], 'stop'>;
      readonly nudger: Pick<ApiParts['nudger'], 'drained' | 'stop'>;
    },
  ) {}

  onModuleDestroy(): void {
    this.parts.clock.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    const { nudger, close } = this.parts;
    try {
      await nudger.drained(WORDS_LEFT);
      nudger.stop();
      await close();
    } catch (error) {
      this.failure = error;
    }
  }

  /** Throws what kept a part from stopping: Nest keeps to itself what its hooks throw. */
  requireDone(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}
