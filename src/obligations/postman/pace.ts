import { machineMilliseconds } from '../../clock/clock.js';

/** The time by which mails are spaced and leases end: that of the machine, whatever the clock of the house says. */
export interface PostmanTime {
  milliseconds(): number;
  wait(milliseconds: number): Promise<void>;
}

export const MACHINE_TIME: PostmanTime = {
  milliseconds: machineMilliseconds,
  wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
};

/** Lets one mail leave at a time, evenly, so many per second and never more; all at once when there is no rate. */
export class Pace {
  private next = 0;

  constructor(
    private readonly perSecond: number | null,
    private readonly time: PostmanTime,
  ) {}

  /** Waits for the next turn. */
  async turn(): Promise<void> {
    if (this.perSecond === null) return;
    const now = this.time.milliseconds();
    const mine = Math.max(now, this.next);
    this.next = mine + 1000 / this.perSecond;
    if (mine > now) await this.time.wait(mine - now);
  }
}
