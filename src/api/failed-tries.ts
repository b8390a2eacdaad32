import type { Request } from 'express';
import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';
import { problem, ProblemException, type Problem } from './problem.js';

/** The milliseconds over which requests and failed tries are counted. */
export const MINUTE = 60_000;
/** Failed tries of an address in a minute: a colleague whose session ended makes a few, a guesser thousands. */
const FAILURES_PER_MINUTE = 30;

/** Where a request comes from: an IPv4 address, or the network of 56 bits of an IPv6 one, which a subscriber holds whole. */
export const originOf = ({ ip }: Request): string => ipKeyGenerator(ip ?? '');

/** What is answered to whoever asks too often. */
export const tooMany = (detail: string): Problem => problem('too-many-requests', 429, 'Trop de demandes', detail);

/** The tries that failed, by address and minute: beyond thirty, the address waits for the minute to end. */
export class FailedTries {
  private readonly store = new MemoryStore();

  constructor() {
    this.store.init({ windowMs: MINUTE } as Options);
  }

  /** Counts a failed try. Throws a 429 once there are too many. */
  async count(request: Request): Promise<void> {
    await this.store.increment(originOf(request));
    await this.refuseBeyond(request);
  }

  /** Throws a 429 when too many tries of this address failed. */
  async refuseBeyond(request: Request): Promise<void> {
    const tries = await this.store.get(originOf(request));
    if (tries === undefined || tries.totalHits <= FAILURES_PER_MINUTE) return;
    throw new ProblemException(tooMany("Trop d'identifications ont échoué : réessayez dans une minute."), {
      'Retry-After': String(MINUTE / 1000),
    });
  }
}
