import type { Reading } from '../clock/clock.js';
import { fromEpochSeconds, type Instant } from '../domain/kernel/paris.js';
import type { ClaimedMail, MailOutcome, Taken, Writer } from '../record/mails/mail.js';
import type { MailRecord, Outcome } from '../record/mails/mail-record.js';
import type { Letter, Letters } from './letter.js';
import type { Handing, Outgoing, Trace } from './outgoing.js';
import { MACHINE_TIME, Pace, type PostmanTime } from './pace.js';
import { Round } from './send-run.js';

/** What became of a bag. */
export interface Emptied {
  readonly sent: number;
  readonly suppressed: number;
  readonly refused: number;
  /** To be tried again. */
  readonly later: number;
  /** Nobody knows whether they left. */
  readonly uncertain: number;
  /** They could not be written. */
  readonly poisoned: number;
}

export interface PostmanOptions {
  /** The most mails per second; null for as fast as the server takes them. */
  readonly perSecond: number | null;
  readonly trace?: Trace;
  readonly time?: PostmanTime;
  /** After how many seconds of silence the database gives his turn to another. */
  readonly turnSeconds?: number;
}

const BATCH = 100;
/** Longer than a batch may take, a server that answers its last mail at the end of its patience included. */
const LEASE_SECONDS = 900;
/** How long one emptying goes on taking mails: the next one goes on. */
const BUDGET = 240_000;
/** How long connections are kept for the round that may follow. */
const KEPT_MS = 2000;
const OTHER_POSTMAN = { tries: 240, every: 250 } as const;
/** Milliseconds before what could not be noted is noted again, twice as long each time. */
const NOTING = { first: 100, longest: 5000 } as const;

type Counts = { -readonly [K in keyof Emptied]: number };
const nothing = (): Counts => ({ sent: 0, suppressed: 0, refused: 0, later: 0, uncertain: 0, poisoned: 0 });

/** Delivers what was planned, in small batches: one at a time for the whole house. */
export class Postman {
  private readonly pace: Pace;
  private readonly time: PostmanTime;
  private readonly writer: Writer<Letter>;
  private kept: { readonly outgoing: Outgoing; readonly timer: NodeJS.Timeout } | undefined;

  constructor(
    private readonly record: MailRecord,
    letters: Letters,
    private readonly open: () => Outgoing,
    private readonly options: PostmanOptions,
  ) {
    this.time = options.time ?? MACHINE_TIME;
    this.pace = new Pace(options.perSecond, this.time);
    this.writer = {
      messageId: id => letters.messageId(id),
      write: (mail, { now, today }) => letters.write(mail, now, today),
    };
  }

  /**
   * Sends what is to leave now; undefined when another postman is at it. Once told to stop, he gives nothing more: what
   * he had taken waits untried. `clock` is what the clock of the house says, where it stands still.
   */
  async empty(stop: AbortSignal = NEVER, clock?: Reading): Promise<Emptied | undefined> {
    const record = clock ? this.record.at(clock) : this.record;
    return record.alone(this.options.turnSeconds ?? LEASE_SECONDS, async () => {
      const counts = nothing();
      const { awayRounds, isHeld } = await record.server();
      await this.recover(record, counts, awayRounds);
      if (isHeld) return counts;
      const outgoing = this.line();
      const round = new Round(outgoing, this.pace, Math.min(outgoing.lanes, this.options.perSecond ?? outgoing.lanes));
      try {
        const until = this.time.milliseconds() + BUDGET;
        while (!stop.aborted && !round.isAway && this.time.milliseconds() < until) {
          const lease = this.lease();
          const { taken, suppressed, poisoned } = await record.claim(this.writer, lease, this.batch());
          counts.suppressed += suppressed;
          counts.poisoned += poisoned;
          if (taken.length + suppressed + poisoned === 0) break;
          await this.deliver({ record, taken, lease, round, awayRounds, stop, counts });
        }
      } finally {
        this.keep(outgoing, round.isAway);
      }
      return counts;
    });
  }

  /** The same, after another postman that would be at it. */
  async emptyInTurn(stop: AbortSignal = NEVER, clock?: Reading): Promise<Emptied> {
    for (let tries = OTHER_POSTMAN.tries; tries > 0 && !stop.aborted; tries--) {
      const emptied = await this.empty(stop, clock);
      if (emptied) return emptied;
      await this.time.wait(OTHER_POSTMAN.every);
    }
    return nothing();
  }

  /** Lets go of the server of mail. */
  close(): void {
    clearTimeout(this.kept?.timer);
    this.kept?.outgoing.close();
    this.kept = undefined;
  }

  /** The connections to the server: those of the round before, if it was just over. */
  private line(): Outgoing {
    clearTimeout(this.kept?.timer);
    const outgoing = this.kept?.outgoing ?? this.open();
    this.kept = undefined;
    return outgoing;
  }

  /** Rounds that follow each other, as when the clock steps, go on with the same connections. */
  private keep(outgoing: Outgoing, isAway: boolean): void {
    if (isAway) return outgoing.close();
    this.kept = { outgoing, timer: setTimeout(() => this.close(), KEPT_MS).unref() };
  }

  private batch(): number {
    return Math.min(BATCH, Math.max(1, (this.options.perSecond ?? BATCH) * 60));
  }

  private now(): Instant {
    return fromEpochSeconds(Math.floor(this.time.milliseconds() / 1000));
  }

  private lease(): Instant {
    return fromEpochSeconds(Math.floor(this.time.milliseconds() / 1000) + LEASE_SECONDS);
  }

  /** What a postman who died had handed left or not: the server is asked where it can be, else a person. */
  private async recover(record: MailRecord, counts: Counts, awayRounds: number): Promise<void> {
    const handed = await record.recover(this.now());
    const outcomes = await Promise.all(handed.map(async mail => ({ mail, outcome: await this.traced(mail, '') })));
    for (const { outcome } of outcomes) count(counts, outcome);
    await record.note(outcomes, awayRounds);
  }

  private async traced({ messageId }: Pick<ClaimedMail, 'messageId'>, answer: string): Promise<MailOutcome> {
    if (!this.options.trace) return { became: 'uncertain', answer };
    const found = await this.options.trace.find(messageId);
    return found ? { became: 'sent', answer } : { became: 'later', answer, tried: false };
  }

  /** Sends a batch, as many at a time as may be in doubt together; what is not given in the end waits untried. */
  private async deliver({ record, taken, lease, round, awayRounds, stop, counts }: Delivery): Promise<void> {
    let from = 0;
    let noting: Promise<void> = Promise.resolve();
    while (from < taken.length && !round.isAway && !stop.aborted) {
      const slice = taken.slice(from, from + round.width);
      from += slice.length;
      const mine = await this.handed(record, slice, lease, noting);
      const handings = await round.hand(slice.filter(({ mail }) => mine.has(mail.id)));
      const outcomes = await Promise.all(
        handings.map(async ({ mail, handing }) => ({ mail, outcome: await this.outcomeOf(mail, handing) })),
      );
      for (const { outcome } of outcomes) count(counts, outcome);
      noting = this.note(record, outcomes, round.isAway ? awayRounds + 1 : 0, lease);
    }
    await noting;
    const left = taken.slice(from).map(({ mail }) => ({ mail, outcome: UNTRIED }));
    for (const { outcome } of left) count(counts, outcome);
    await this.note(record, left, round.isAway ? awayRounds + 1 : awayRounds, lease);
  }

  /**
   * Those of a slice that may be given, once what came before is noted: both are written at the same time. Should that
   * fail, nothing of the slice was begun, and nothing of it is in doubt.
   */
  private async handed(record: MailRecord, slice: readonly Taken<Letter>[], lease: Instant, noting: Promise<void>) {
    const ids = slice.map(({ mail }) => mail.id);
    const [mine, noted] = await Promise.allSettled([record.hand(ids, lease), noting]);
    if (noted.status === 'rejected') throw noted.reason;
    if (mine.status === 'fulfilled') return mine.value;
    const unbegun = slice.map(({ mail }) => ({ mail, outcome: UNTRIED }));
    await this.note(record, unbegun, 0, lease);
    throw mine.reason;
  }

  /** Notes what is known, again and again while the database is away: what is not noted would be in doubt. */
  private async note(
    record: MailRecord,
    outcomes: readonly Outcome[],
    awayRounds: number,
    lease: Instant,
  ): Promise<void> {
    for (let wait: number = NOTING.first; ; wait = Math.min(wait * 2, NOTING.longest)) {
      try {
        return await record.note(outcomes, awayRounds);
      } catch (error) {
        if (this.now() >= lease) throw error;
        await this.time.wait(wait);
      }
    }
  }

  private async outcomeOf(mail: ClaimedMail, handing: Handing | undefined): Promise<MailOutcome> {
    if (handing === undefined) return UNTRIED;
    if (handing.became === 'doubtful') return this.traced(mail, handing.answer);
    if (handing.became === 'later') return { became: 'later', answer: handing.answer, tried: handing.by !== 'server' };
    return handing;
  }
}

interface Delivery {
  readonly record: MailRecord;
  readonly taken: readonly Taken<Letter>[];
  readonly lease: Instant;
  readonly round: Round;
  /** The rounds in a row that found the server away, before this one. */
  readonly awayRounds: number;
  readonly stop: AbortSignal;
  readonly counts: Counts;
}

const NEVER = new AbortController().signal;
const UNTRIED: MailOutcome = { became: 'later', answer: '', tried: false };

function count(counts: Counts, { became }: MailOutcome): void {
  counts[became]++;
}
