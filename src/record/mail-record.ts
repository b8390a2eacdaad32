import type { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { Claim, ClaimedRow, HandedMail, MailOutcome, Writer } from './mail.js';
import { notedOf, taskOf } from './mail-noting.js';
import { sorted } from './mail-sorting.js';
import { divertToDelegates, tellSuccessors } from './successors.js';
import { ANY_TO_LEAVE, CLAIM, CLAIMED, NOTED, RECOVERED } from './mail-statements.js';

/** What the postman writes: each step in one statement, whatever the number of mails. */
export class MailRecord {
  constructor(private readonly source: DataSource) {}

  /**
   * Takes mails to send, at most `most` of each sort: those that are planned for now, those to be tried again. What each
   * notice is about is looked at once more; what is met, withdrawn, waived, moved or suspended, or whose reader is gone,
   * is suppressed, and planned for whoever is by now. `leaseUntil` is an instant of the machine.
   */
  async claim<Letter>(writer: Writer<Letter>, leaseUntil: Instant, most: number): Promise<Claim<Letter>> {
    return this.source.transaction(async manager => {
      const clock = await readClock(manager);
      await divertToDelegates(manager, clock.today);
      const rows = await manager.query<ClaimedRow[]>(CLAIM, [clock.now, clock.today, most]);
      if (rows.length === 0) return { taken: [], suppressed: 0, poisoned: 0 };
      const { claim, notices, mails, tasks } = sorted(rows, writer, clock);
      await manager.query(CLAIMED, [...[notices, mails, tasks].map(one => JSON.stringify(one)), leaseUntil, clock.now]);
      await tellSuccessors(manager, rows, clock);
      return claim;
    });
  }

  /** Notes that mails are about to be handed to the server; answers those that may be: their lease still runs. */
  async hand(mails: readonly string[], leaseUntil: Instant): Promise<ReadonlySet<string>> {
    const [rows] = await this.source.query<[{ id: string }[], number]>(
      `UPDATE mails SET state = 'handed', attempts = attempts + 1
       WHERE id = ANY($1) AND state = 'leaving' AND lease_until = $2 RETURNING id`,
      [mails, leaseUntil],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Notes what became of mails. One that is to be tried again waits longer each time, and is given up in the end. */
  async note(outcomes: readonly { readonly mail: HandedMail; readonly outcome: MailOutcome }[]): Promise<void> {
    if (outcomes.length === 0) return;
    const { now } = await readClock(this.source.manager);
    const noted = outcomes.map(({ mail, outcome }) => notedOf(mail, outcome, now));
    const tasks = noted.flatMap(taskOf);
    await this.source.query(NOTED, [JSON.stringify(noted), JSON.stringify(tasks), now]);
  }

  /** Takes back what nobody had handed yet when its lease ended; answers what was handed, and not noted. */
  async recover(machineNow: Instant): Promise<readonly HandedMail[]> {
    const { now } = await readClock(this.source.manager);
    return this.source.query<HandedMail[]>(RECOVERED, [machineNow, now]);
  }

  /** Whether a mail is to leave now, or one that was taken is to be looked into. `machineNow` is an instant of the machine. */
  async anyToLeave(machineNow: Instant): Promise<boolean> {
    const { now } = await readClock(this.source.manager);
    const [row] = await this.source.query<{ any: boolean }[]>(ANY_TO_LEAVE, [now, machineNow]);
    return row?.any === true;
  }

  /** When a mail is to be tried again, after now; null when none waits. */
  async nextTry(): Promise<Instant | null> {
    const { now } = await readClock(this.source.manager);
    const [row] = await this.source.query<{ at: Instant | null }[]>(
      `SELECT min(next_try_at) AS at FROM mails WHERE state = 'waiting' AND next_try_at > $1`,
      [now],
    );
    return row?.at ?? null;
  }

  /** Does the work while no other process does; answers undefined at once when one does. */
  async alone<T>(work: () => Promise<T>): Promise<T | undefined> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      const [row] = await runner.manager.query<{ mine: boolean }[]>('SELECT pg_try_advisory_lock($1) AS mine', [
        POSTMAN,
      ]);
      if (row?.mine !== true) return undefined;
      try {
        return await work();
      } finally {
        // A session that was cut off has let go by itself.
        if (!runner.isReleased) await runner.query('SELECT pg_advisory_unlock($1)', [POSTMAN]);
      }
    } finally {
      await runner.release();
    }
  }
}

/** The number by which the database knows the one postman. */
const POSTMAN = 6_021_971;
