import { fromEpochSeconds, type Instant } from '../../domain/kernel/paris.js';
import type { ClaimedMail, MailOutcome, Taken, Writer } from '../../record/mail.js';
import type { MailRecord } from '../../record/mail-record.js';
import type { Letter, Letters } from './letter.js';
import type { Handing, Outgoing, Trace } from './outgoing.js';
import { MACHINE_TIME, Pace, type PostmanTime } from './pace.js';

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
}

const BATCH = 100;
/** What is handed between two notings: as much could be in doubt after a crash. */
const SLICE = 25;
const LEASE_SECONDS = 300;
/** How long one emptying goes on taking mails: the next one goes on. */
const BUDGET = 240_000;
const OTHER_POSTMAN = { tries: 240, every: 250 } as const;

type Counts = { -readonly [K in keyof Emptied]: number };
const nothing = (): Counts => ({ sent: 0, suppressed: 0, refused: 0, later: 0, uncertain: 0, poisoned: 0 });

/** Delivers what was planned, in small batches: one at a time for the whole house. */
export class Postman {
  private readonly pace: Pace;
  private readonly time: PostmanTime;
  private readonly writer: Writer<Letter>;

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

  /** Sends what is to leave now; undefined when another postman is at it. */
  async empty(): Promise<Emptied | undefined> {
    return this.record.alone(async () => {
      const counts = nothing();
      await this.recover(counts);
      let outgoing: Outgoing | undefined;
      try {
        for (const until = this.time.milliseconds() + BUDGET; this.time.milliseconds() < until;) {
          const lease = this.lease();
          const { taken, suppressed, poisoned } = await this.record.claim(this.writer, lease, this.batch());
          counts.suppressed += suppressed;
          counts.poisoned += poisoned;
          if (taken.length + suppressed + poisoned === 0) break;
          if (taken.length > 0 && !(await this.deliver(taken, lease, (outgoing ??= this.open()), counts))) break;
        }
      } finally {
        outgoing?.close();
      }
      return counts;
    });
  }

  /** The same when anything is to leave, after another postman that would be at it. */
  async emptyInTurn(): Promise<Emptied> {
    if (!(await this.record.anyToLeave(this.now()))) return nothing();
    for (let tries = OTHER_POSTMAN.tries; tries > 0; tries--) {
      const emptied = await this.empty();
      if (emptied) return emptied;
      await this.time.wait(OTHER_POSTMAN.every);
    }
    return nothing();
  }

  /** When a mail is to be tried again; null when none waits. */
  nextTry(): Promise<Instant | null> {
    return this.record.nextTry();
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
  private async recover(counts: Counts): Promise<void> {
    const handed = await this.record.recover(this.now());
    const outcomes = await Promise.all(handed.map(async mail => ({ mail, outcome: await this.traced(mail, '') })));
    for (const { outcome } of outcomes) count(counts, outcome);
    await this.record.note(outcomes);
  }

  private async traced({ messageId }: Pick<ClaimedMail, 'messageId'>, answer: string): Promise<MailOutcome> {
    if (!this.options.trace) return { became: 'uncertain', answer };
    const found = await this.options.trace.find(messageId);
    return found ? { became: 'sent', answer } : { became: 'later', answer, tried: true };
  }

  /** Sends a batch slice by slice; false when the server is away: what was not handed waits with the rest. */
  private async deliver(
    taken: readonly Taken<Letter>[],
    lease: Instant,
    outgoing: Outgoing,
    counts: Counts,
  ): Promise<boolean> {
    for (let from = 0; from < taken.length; from += SLICE) {
      const slice = taken.slice(from, from + SLICE);
      const mine = await this.record.hand(
        slice.map(({ mail }) => mail.id),
        lease,
      );
      const round = new Round(
        slice.filter(({ mail }) => mine.has(mail.id)),
        outgoing,
        this.pace,
      );
      const handings = await round.run();
      const outcomes = await Promise.all(
        handings.map(async ({ mail, handing }) => ({ mail, outcome: await this.outcomeOf(mail, handing) })),
      );
      const left = round.away ? taken.slice(from + SLICE) : [];
      outcomes.push(...left.map(({ mail }) => ({ mail, outcome: UNTRIED })));
      for (const { outcome } of outcomes) count(counts, outcome);
      await this.record.note(outcomes);
      if (round.away) return false;
    }
    return true;
  }

  private async outcomeOf(mail: ClaimedMail, handing: Handing | undefined): Promise<MailOutcome> {
    if (handing === undefined) return UNTRIED;
    if (handing.became === 'doubtful') return this.traced(mail, handing.answer);
    if (handing.became === 'later') return { became: 'later', answer: handing.answer, tried: true };
    return handing;
  }
}

const UNTRIED: MailOutcome = { became: 'later', answer: '', tried: false };

function count(counts: Counts, { became }: MailOutcome): void {
  counts[became]++;
}

/** The handing of a slice, several letters abreast; none is begun any more once the server is found away. */
class Round {
  away = false;
  private readonly handings = new Map<ClaimedMail, Handing | undefined>();

  constructor(
    private readonly taken: readonly Taken<Letter>[],
    private readonly outgoing: Outgoing,
    private readonly pace: Pace,
  ) {}

  async run() {
    const waiting = [...this.taken];
    const lane = async () => {
      for (let next = waiting.shift(); next && !this.away; next = waiting.shift()) await this.hand(next);
    };
    await Promise.all(Array.from({ length: this.outgoing.lanes }, lane));
    return this.taken.map(({ mail }) => ({ mail, handing: this.handings.get(mail) }));
  }

  private async hand({ mail, letter }: Taken<Letter>): Promise<void> {
    await this.pace.turn();
    if (this.away) return;
    const handing = await this.outgoing.hand(letter);
    this.handings.set(mail, handing);
    if (handing.became === 'doubtful' || (handing.became === 'later' && handing.away)) this.away = true;
  }
}
