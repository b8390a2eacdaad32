import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SendResult, MailTransport } from '../../src/mail/outgoing.js';
import type { DispatcherTime } from '../../src/mail/pace.js';
import { councillors, dispatcherOf, reminded } from '../builders/mail-fixtures.js';
import { bareHouse, type BareHouse } from '../rig/bare-house.js';
import { MailServer } from '../../src/simulation/mail-server.js';

let house: BareHouse;
let server: MailServer;

beforeEach(async () => {
  [house, server] = await Promise.all([bareHouse(), MailServer.start()]);
});

afterEach(async () => {
  await server.stop();
  await house.close();
});

/** A time that stands still while mails are under way, and goes on when the postman waits. */
class PacedTime implements DispatcherTime {
  readonly receivedAt: number[] = [];
  private readonly underWay = new Set<Promise<SendResult>>();
  private readonly waits: { readonly at: number; reached: () => void }[] = [];
  private now = Date.UTC(2026, 3, 20);

  /** Knows what is under way. */
  readonly watched = (transport: MailTransport): MailTransport => ({
    connections: transport.connections,
    send: letter => {
      const result = transport.send(letter);
      this.underWay.add(result);
      return result.finally(() => this.underWay.delete(result));
    },
    close: () => transport.close(),
  });

  milliseconds(): number {
    return this.now;
  }

  async wait(milliseconds: number): Promise<void> {
    const ownWait = { at: this.now + milliseconds, reached: () => undefined as void };
    const come = new Promise<void>(resolve => (ownWait.reached = resolve));
    this.waits.push(ownWait);
    if (this.waits.length === 1) void this.goOn();
    await come;
  }

  /** Goes from one instant that is waited for to the next, once what left at the one has come. */
  private async goOn(): Promise<void> {
    while (this.waits.length > 0) {
      await this.settled();
      const [first] = this.waits.sort((a, b) => a.at - b.at);
      if (!first) return;
      this.now = Math.max(this.now, first.at);
      first.reached();
      await this.settled();
      this.waits.splice(this.waits.indexOf(first), 1);
    }
  }

  /** Dates what the server received since the last time, once nothing is under way any more. */
  async settled(): Promise<void> {
    do {
      await new Promise(setImmediate);
      await Promise.all(this.underWay);
    } while (this.underWay.size > 0);
    while (this.receivedAt.length < server.received.length) this.receivedAt.push(this.now);
  }
}

describe('the pace of the postman', () => {
  it('never exceeds so many mails in any second, as the server counts them, and is not slower', async () => {
    await councillors(house, 20);
    await reminded(house);
    const time = new PacedTime();
    expect(await dispatcherOf(house, server, { perSecond: 5, time, watched: time.watched }).dispatch()).toMatchObject({
      sent: 20,
    });
    await time.settled();
    const instants = time.receivedAt;
    expect(instants.length).toBe(20);
    for (const from of instants)
      expect(instants.filter(at => at >= from && at < from + 1000).length).toBeLessThanOrEqual(5);
    expect((instants.at(-1) ?? 0) - (instants[0] ?? 0)).toBe(3800);
  });
});
