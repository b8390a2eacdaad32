import type { DataSource } from 'typeorm';
import { readClock, type Reading } from '../../clock/clock.js';
import { addSeconds, type Instant } from '../../domain/kernel/paris.js';
import { whyNotLeave, type DepartureFacts } from '../../domain/reminders/departure.js';
import type { Claim, FoundRow, HandedMail, MailOutcome, ServerStanding, Writer } from './mail.js';
import { noteOf, serverRefuses, taskOf } from './mail-outcomes.js';
import { backoff } from './mail-backoff.js';
import { sortNotices } from './mail-claiming.js';
import { readToldDossiers } from '../dossiers.js';
import { divertToDelegates, reassignNotices } from './reassign-notices.js';
import { ABOUT_TO_BE_SAID, CLAIM, CLAIMED, EMPTY_DROPPED, HANDED, NOTED, RECOVERED } from './mail-sql.js';

export interface Outcome {
  readonly mail: HandedMail;
  readonly outcome: MailOutcome;
}

interface AboutToBeSaid {
  readonly mail: string;
  readonly facts: DepartureFacts;
}

/** What the postman writes: each step in one statement, or two, whatever the number of mails. */
export class MailRecord {
  constructor(
    private readonly source: DataSource,
    /** What the clock of the house says, where it stands still; else it is read at each step. */
    private readonly clock?: Reading,
  ) {}

  /** The same, at an instant at which the clock of the house stands still. */
  at(clock: Reading): MailRecord {
    return new MailRecord(this.source, clock);
  }

  private async reading(manager = this.source.manager): Promise<Reading> {
    return this.clock ?? readClock(manager);
  }

  /**
   * Takes mails to send, at most `most` of each sort: those that are planned for now, those to be tried again. What each
   * notice is about is looked at once more; what is met, withdrawn, waived, moved or suspended, or whose reader is gone,
   * is suppressed, and planned for whoever is by now. `leaseUntil` is an instant of the machine.
   */
  async claim<Letter>(writer: Writer<Letter>, leaseUntil: Instant, most: number): Promise<Claim<Letter>> {
    return this.source.transaction(async manager => {
      const clock = await this.reading(manager);
      await divertToDelegates(manager, clock.today);
      const found = await manager.query<FoundRow[]>(CLAIM, [clock.now, most]);
      if (found.length === 0) return { taken: [], suppressed: 0, poisoned: 0 };
      const dossiers = await readToldDossiers(manager, [...new Set(found.map(({ pole }) => pole))]);
      const rows = found.map(row => ({
        ...row,
        dossier: dossiers.get(row.pole) ?? null,
        reason: whyNotLeave(row.facts, clock.today),
      }));
      const { claim, notices, mails, tasks } = sortNotices(rows, writer, clock);
      await manager.query(CLAIMED, [
        ...[notices, mails, tasks].map(list => JSON.stringify(list)),
        leaseUntil,
        clock.now,
      ]);
      await reassignNotices(manager, rows, clock);
      return claim;
    });
  }

  /**
   * Notes that mails are about to be handed to the server; answers those that may be: their lease still runs, and all
   * that they say is still to be said.
   */
  async hand(mails: readonly string[], leaseUntil: Instant): Promise<ReadonlySet<string>> {
    const { now, today } = await this.reading();
    const notices = await this.source.query<AboutToBeSaid[]>(ABOUT_TO_BE_SAID, [mails]);
    const moved = notices.filter(({ facts }) => whyNotLeave(facts, today) !== null).map(({ mail }) => mail);
    const [handed] = await this.source.query<[{ id: string }[], number]>(HANDED, [mails, moved, leaseUntil, now]);
    return new Set(handed.map(({ id }) => id));
  }

  /** How the server of mail stands, by what was noted last. */
  async server(): Promise<ServerStanding & { readonly isHeld: boolean }> {
    const { now } = await this.reading();
    const [row] = await this.source.query<(ServerStanding & { readonly isHeld: boolean })[]>(
      `SELECT away_rounds AS "awayRounds", held_until AS "heldUntil", coalesce(held_until > $1, false) AS "isHeld"
       FROM mail_server`,
      [now],
    );
    if (!row) throw new Error('Le serveur de courrier n’a pas sa ligne.');
    return row;
  }

  /**
   * Notes what became of mails, and after how many rounds the server is still away, 0 when it serves. A mail that fails
   * by itself waits longer each time, and is given up in the end; the server that is away is left in peace, longer each
   * time too. One that `refusesAddresses`, several at once, is a task.
   */
  async note(outcomes: readonly Outcome[], awayRounds: number, refusesAddresses = false): Promise<void> {
    if (outcomes.length === 0) return;
    const { now } = await this.reading();
    const heldUntil = awayRounds === 0 ? null : addSeconds(now, backoff(awayRounds));
    const noted = outcomes.map(({ mail, outcome }) => noteOf(mail, outcome, now, heldUntil));
    const refusal = refusesAddresses ? noted.slice(0, 1).map(({ answer }) => serverRefuses(answer)) : [];
    const tasks = [...noted.flatMap(taskOf), ...refusal];
    await this.source.query(NOTED, [JSON.stringify(noted), JSON.stringify(tasks), now, awayRounds, heldUntil]);
  }

  /**
   * Takes back what nobody had handed yet when its lease ended, and drops what has nothing to say; answers what was
   * handed, and not noted.
   */
  async recover(machineNow: Instant): Promise<readonly HandedMail[]> {
    const { now } = await this.reading();
    await this.source.query(EMPTY_DROPPED);
    return this.source.query<HandedMail[]>(RECOVERED, [machineNow, now]);
  }

  /**
   * Does the work while no other process does; answers undefined at once when one does. One that is frozen, or cut off,
   * loses its turn after so many seconds: the database ends its session.
   */
  async alone<T>(seconds: number, work: () => Promise<T>): Promise<T | undefined> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      const [row] = await runner.manager.query<{ mine: boolean }[]>('SELECT pg_try_advisory_lock($1) AS mine', [
        POSTMAN,
      ]);
      if (row?.mine !== true) return undefined;
      await runner.query(`SELECT set_config('idle_session_timeout', $1, false)`, [String(seconds * 1000)]);
      try {
        return await work();
      } finally {
        // A session that was cut off has let go by itself.
        if (!runner.isReleased)
          await runner.query(`SELECT pg_advisory_unlock($1), set_config('idle_session_timeout', '0', false)`, [
            POSTMAN,
          ]);
      }
    } finally {
      await runner.release();
    }
  }
}

/** The number by which the database knows the one postman. */
const POSTMAN = 6_021_971;
