import type { Reading } from '../clock/clock.js';
import { fromEpochSeconds, type Instant } from '../domain/kernel/paris.js';
import type { ClaimedMail, MailOutcome, Taken, Writer } from '../record/mails/mail.js';
import type { MailRecord, Outcome } from '../record/mails/mail-record.js';
import type { Letter, Letters } from './letter.js';
import type { SendResult, MailTransport, DeliveryTrace } from './outgoing.js';
import { MACHINE_TIME, Pace, type DispatcherTime } from './pace.js';
import { isLost, judged, newOnesFirst, type LostOutcome } from './lost-addresses.js';
import { SendRun } from './send-run.js';

/** What became of a bag. */
export interface DispatchResult {
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

export interface DispatcherOptions {
  /** The most mails per second; null for as fast as the server takes them. */
  readonly perSecond: number | null;
  readonly trace?: DeliveryTrace;
  readonly time?: DispatcherTime;
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
const OTHER_DISPATCHER = { tries: 240, every: 250 } as const;
/** Milliseconds before what could not be noted is noted again, twice as long each time. */
const NOTING = { first: 100, longest: 5000 } as const;

type Counts = { -readonly [K in keyof DispatchResult]: number };
const nothing = (): Counts => ({ sent: 0, suppressed: 0, refused: 0, later: 0, uncertain: 0, poisoned: 0 });

/** Delivers what was planned, in small batches: one at a time for the whole house. */
export class MailDispatcher {
  private readonly pace: Pace;
  private readonly time: DispatcherTime;
  private readonly writer: Writer<Letter>;
  private idleConnection: { readonly transport: MailTransport; readonly timer: NodeJS.Timeout } | undefined;

  constructor(
    private readonly record: MailRecord,
    letters: Letters,
    private readonly open: () => MailTransport,
    private readonly options: DispatcherOptions,
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
  async dispatch(stop: AbortSignal = NEVER, clock?: Reading): Promise<DispatchResult | undefined> {
    const record = clock ? this.record.at(clock) : this.record;
    return record.alone(this.options.turnSeconds ?? LEASE_SECONDS, async () => {
      const counts = nothing();
      const { awayRounds, isHeld } = await record.server();
      await this.recover(record, counts, awayRounds);
      if (isHeld) return counts;
      const transport = this.line();
      const round = new SendRun(
        transport,
        this.pace,
        Math.min(transport.connections, this.options.perSecond ?? transport.connections),
      );
      try {
        const until = this.time.milliseconds() + BUDGET;
        const lost: LostOutcome[] = [];
        while (!stop.aborted && !round.isAway && this.time.milliseconds() < until) {
          const lease = this.lease();
          const { taken, suppressed, poisoned } = await record.claim(this.writer, lease, this.batch());
          counts.suppressed += suppressed;
          counts.poisoned += poisoned;
          if (taken.length + suppressed + poisoned === 0) break;
          await this.deliver({ record, taken: newOnesFirst(taken), lease, round, awayRounds, stop, counts, lost });
        }
        await this.judge(record, lost, round, awayRounds, counts);
      } finally {
        this.keep(transport, round.isAway);
      }
      return counts;
    });
  }

  /** The same, after another postman that would be at it. */
  async emptyInTurn(stop: AbortSignal = NEVER, clock?: Reading): Promise<DispatchResult> {
    for (let tries = OTHER_DISPATCHER.tries; tries > 0 && !stop.aborted; tries--) {
      const emptied = await this.dispatch(stop, clock);
      if (emptied) return emptied;
      await this.time.wait(OTHER_DISPATCHER.every);
    }
    return nothing();
  }

  /** Lets go of the server of mail. */
  close(): void {
    clearTimeout(this.idleConnection?.timer);
    this.idleConnection?.transport.close();
    this.idleConnection = undefined;
  }

  /** The connections to the server: those of the round before, if it was just over. */
  private line(): MailTransport {
    clearTimeout(this.idleConnection?.timer);
    const transport = this.idleConnection?.transport ?? this.open();
    this.idleConnection = undefined;
    return transport;
  }

  /** Rounds that follow each other, as when the clock steps, go on with the same connections. */
  private keep(transport: MailTransport, isAway: boolean): void {
    if (isAway) return transport.close();
    this.idleConnection = { transport, timer: setTimeout(() => this.close(), KEPT_MS).unref() };
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
  private async deliver({ record, taken, lease, round, awayRounds, stop, counts, lost }: Delivery): Promise<void> {
    let from = 0;
    let noting: Promise<void> = Promise.resolve();
    while (from < taken.length && !round.isAway && !stop.aborted) {
      const slice = taken.slice(from, from + round.width);
      from += slice.length;
      const leasedIds = await this.handed(record, slice, lease, noting);
      const handings = await round.hand(slice.filter(({ mail }) => leasedIds.has(mail.id)));
      const outcomes = await Promise.all(
        handings.map(async ({ mail, handing: result }) => ({ mail, outcome: await this.outcomeOf(mail, result) })),
      );
      lost.push(...outcomes.filter(isLost));
      const known = outcomes.filter(outcome => !isLost(outcome));
      for (const { outcome } of known) count(counts, outcome);
      noting = this.note(record, known, round.isAway ? awayRounds + 1 : 0, lease);
    }
    await noting;
    const remaining = taken.slice(from).map(({ mail }) => ({ mail, outcome: UNTRIED }));
    for (const { outcome } of remaining) count(counts, outcome);
    await this.note(record, remaining, round.isAway ? awayRounds + 1 : awayRounds, lease);
  }

  /** Notes, once the round is over, what is to be held of the addresses that the server said to be lost. */
  private async judge(
    record: MailRecord,
    lost: readonly LostOutcome[],
    round: SendRun,
    awayRounds: number,
    counts: Counts,
  ): Promise<void> {
    const outcomes = judged(lost, round);
    for (const { outcome } of outcomes) count(counts, outcome);
    await this.note(record, outcomes, round.isAway ? awayRounds + 1 : 0, this.lease(), round.refusesAddresses);
  }

  /**
   * Those of a slice that may be given, once what came before is noted: both are written at the same time. Should that
   * fail, nothing of the slice was begun, and nothing of it is in doubt.
   */
  private async handed(record: MailRecord, slice: readonly Taken<Letter>[], lease: Instant, noting: Promise<void>) {
    const ids = slice.map(({ mail }) => mail.id);
    const [leased, noted] = await Promise.allSettled([record.hand(ids, lease), noting]);
    if (noted.status === 'rejected') throw noted.reason;
    if (leased.status === 'fulfilled') return leased.value;
    const unbegun = slice.map(({ mail }) => ({ mail, outcome: UNTRIED }));
    await this.note(record, unbegun, 0, lease);
    throw leased.reason;
  }

  /** Notes what is known, again and again while the database is away: what is not noted would be in doubt. */
  private async note(
    record: MailRecord,
    outcomes: readonly Outcome[],
    awayRounds: number,
    lease: Instant,
    refusesAddresses = false,
  ): Promise<void> {
    for (let wait: number = NOTING.first; ; wait = Math.min(wait * 2, NOTING.longest)) {
      try {
        return await record.note(outcomes, awayRounds, refusesAddresses);
      } catch (error) {
        if (this.now() >= lease) throw error;
        await this.time.wait(wait);
      }
    }
  }

  private async outcomeOf(mail: ClaimedMail, result: SendResult | undefined): Promise<MailOutcome> {
    if (result === undefined) return UNTRIED;
    if (result.became === 'doubtful') return this.traced(mail, result.answer);
    if (result.became === 'too-long') return tooLong(mail, result.answer);
    if (result.became === 'later') return { became: 'later', answer: result.answer, tried: result.by !== 'server' };
    return result;
  }
}

interface Delivery {
  readonly record: MailRecord;
  readonly taken: readonly Taken<Letter>[];
  readonly lease: Instant;
  readonly round: SendRun;
  /** The rounds in a row that found the server away, before this one. */
  readonly awayRounds: number;
  readonly stop: AbortSignal;
  readonly counts: Counts;
  /** The addresses that the server said to be lost, in the whole round. */
  readonly lost: LostOutcome[];
}

const NEVER = new AbortController().signal;
const UNTRIED: MailOutcome = { became: 'later', answer: '', tried: false };

/** A digest that is too long leaves as its short form; anything else is refused. */
function tooLong({ digest, short }: ClaimedMail, answer: string): MailOutcome {
  if (!digest || short) return { became: 'refused', answer, isLost: false };
  return { became: 'later', answer, tried: false, shorter: true };
}

function count(counts: Counts, { became }: MailOutcome): void {
  counts[became]++;
}
