import { setTimeout as delay } from 'node:timers/promises';
import type { Chance } from '../simulation/chance.js';
import { demoSiret } from '../access/demo-accounts.js';
import type { Answer } from '../simulation/house-client.js';
import type { FaultHouse } from './fault-house.js';
import { soon } from './soon.js';
import type { Exchange } from './traffic-log.js';

/** A time during which some answers are not those of a house in order. */
interface Outage {
  readonly from: number;
  to: number;
  readonly excuses: (exchange: Exchange) => boolean;
}

/** How long things last at most, in milliseconds. */
export interface Limits {
  /** An outage. */
  readonly outageMs: number;
  /** What it takes until a house that goes on by itself is said to be stuck. */
  readonly recoveryMs: number;
}

/** Long enough for a story to hear of an act, and short beside an outage. */
export const A_MOMENT_MS = 300;

const DECLARATION = { paysCodes: ['21'], initiator: 'ess-actors', groupName: 'Sonde', groupSiret: demoSiret(99) };

const isClock = ({ path }: Exchange) => path === '/api/clock';

/** Where a fault strikes: a house at work, how long, by what chance, and what is seen to be wrong. */
export class Scene {
  readonly breaches: string[] = [];
  /** Milliseconds that acts took while the engine was known to be away. */
  readonly lateAnswers: number[] = [];
  private readonly outages: Outage[] = [];

  constructor(
    readonly house: FaultHouse,
    readonly chance: Chance,
    private readonly limits: Limits,
  ) {}

  /** Waits as long as an outage lasts. */
  async pass(): Promise<void> {
    const { outageMs } = this.limits;
    await delay(this.chance.between(Math.min(200, outageMs), outageMs));
  }

  breach(sentence: string): void {
    this.breaches.push(sentence);
  }

  /** While the work is done, the API or its database may be away: 503, or no answer at all. */
  async anythingMayFail(work: () => Promise<void>): Promise<void> {
    await this.during(() => true, work);
  }

  /** While the work is done, the clock alone may refuse to move: acts and readings go on. */
  async theClockMayWait(work: () => Promise<void>): Promise<void> {
    await this.during(isClock, work);
  }

  /** Whether an answer falls in an outage that excuses it. */
  mayBeAway(exchange: Exchange): boolean {
    const { sentAt, answeredAt } = exchange;
    return this.outages.some(({ from, to, excuses }) => sentAt <= to && answeredAt >= from && excuses(exchange));
  }

  /** Somebody declares a pôle, and takes the first answer. */
  async probe(): Promise<Answer> {
    return this.house.hasty.act('instructrice', '/api/poles', DECLARATION);
  }

  /** Acts and stories go on by themselves. */
  async recovers(): Promise<void> {
    await this.awaits(
      'un acte que son récit suit',
      async () => {
        const { status, body } = await this.probe();
        return status === 201 && body.engine === undefined && (await this.follows(body.poleId));
      },
      this.limits.recoveryMs,
    );
  }

  /** Asks until the answer is yes; that it never comes is a breach, and stops nothing. */
  async awaits(what: string, ask: () => Promise<boolean>, withinMs: number): Promise<void> {
    await soon(what, ask, withinMs).catch((error: unknown) =>
      this.breach(error instanceof Error ? error.message : String(error)),
    );
  }

  /** Whether the story of a pôle has heard of it, a moment after an act. */
  private async follows(poleId: string): Promise<boolean> {
    await delay(A_MOMENT_MS);
    const { status, body } = await this.house.hasty.read('instructrice', `/api/poles/${poleId}`);
    return status === 200 && body.storyUpToDate;
  }

  private async during(excuses: (exchange: Exchange) => boolean, work: () => Promise<void>): Promise<void> {
    const outage = { from: performance.now(), to: Infinity, excuses };
    this.outages.push(outage);
    try {
      await work();
    } finally {
      outage.to = performance.now();
    }
  }
}
