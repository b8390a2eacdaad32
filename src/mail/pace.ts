import { machineMilliseconds } from '../clock/clock.js';

/** The time by which mails are spaced and leases end: that of the machine, whatever the clock of the house says. */
export interface DispatcherTime {
  milliseconds(): number;
  wait(milliseconds: number): Promise<void>;
}

export const MACHINE_TIME: DispatcherTime = {
  milliseconds: machineMilliseconds,
  wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
};

const SECOND = 1000;

/** Lets mails leave evenly, and never more than so many in any second; all at once when there is no rate. */
export class Pace {
  private turns: Promise<void> = Promise.resolve();
  /** When the last of them left, as many as a second may hold. */
  private readonly departures: number[] = [];
  private next = 0;

  constructor(
    private readonly perSecond: number | null,
    private readonly time: DispatcherTime,
  ) {}

  /** Waits for the next turn. */
  turn(): Promise<void> {
    const { perSecond } = this;
    if (perSecond !== null) this.turns = this.turns.then(() => this.leave(perSecond));
    return this.turns;
  }

  private async leave(perSecond: number): Promise<void> {
    const full = this.departures.length === perSecond ? (this.departures.shift() ?? 0) + SECOND : 0;
    const at = Math.max(this.next, full);
    for (let remaining = at - this.time.milliseconds(); remaining > 0; remaining = at - this.time.milliseconds())
      await this.time.wait(Math.ceil(remaining));
    const now = this.time.milliseconds();
    const gap = SECOND / perSecond;
    this.departures.push(now);
    this.next = Math.max(at, now - gap) + gap;
  }
}
