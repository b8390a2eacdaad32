import type { Reading } from '../clock/clock.js';
import { uuid7 } from '../clock/uuid7.js';
import { factsOf, factsOfEvent } from '../domain/dossier/expectations.js';
import { ENGINE } from '../domain/dossier/roles.js';
import type { NewEvent, RecordedEvent } from '../domain/dossier/state.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { Rules } from '../domain/reglement/reglement.js';
import type { Stages } from '../rehearsal/stages.js';
import { nextInstants, reached, type NextInstants } from '../domain/reminders/alarms.js';
import {
  adjustments,
  closings,
  firstSilence,
  laddersChanged,
  moves,
  openKeys,
  withdrawals,
} from '../domain/reminders/openings.js';
import { withNewFacts, type EventAuthor, type EventStream } from './event-stream.js';
import { triggered, type FactsUpTo } from './triggers.js';

/** What a course follows, beside the dossier itself. */
export interface SessionSettings {
  readonly clock: Reading;
  readonly rules: Rules;
  readonly stages: Stages;
  /** The seconds after eight at which the mails of the dossier leave. */
  readonly spread: number;
}

/**
 * What acts, alarms and declarations change in a dossier, in memory: the transaction that writes it and the forecast
 * that does not take the same course.
 */
export class DossierSession {
  readonly clock: Reading;
  readonly rules: Rules;
  readonly stages: Stages;
  private readonly spread: number;

  constructor(
    { clock, rules, stages, spread }: SessionSettings,
    readonly stream: EventStream,
  ) {
    this.clock = clock;
    this.rules = rules;
    this.stages = stages;
    this.spread = spread;
  }

  /** Whether the build at hand is the one that opens and withdraws: that of the last upgrade. */
  get decides(): boolean {
    return this.stages.decide(this.clock.stages);
  }

  /** What the story expects on the facts as they stand now; when another build decides, what is open. */
  async awaited(): Promise<readonly string[]> {
    return this.decides ? this.stages.awaited(this.stream.row.facts) : openKeys(this.stream.state);
  }

  /** Records, day by day, the decisions by silence that had fallen due before today. */
  async settleSilences(): Promise<void> {
    for (;;) {
      const silence = firstSilence(this.stream.state, this.rules, await this.awaited(), this.clock.today);
      if (silence.length === 0) return;
      await this.recordFacts(silence, { act: 'silence', actor: ENGINE, date: this.clock.today });
    }
  }

  /**
   * Appends facts, closes what they meet, withdraws what they make pointless, moves the due dates that they change and
   * opens what the story expects by them. A build that does not decide closes what is met, and leaves the rest to the
   * one that does.
   */
  async recordFacts(events: readonly NewEvent[], doer: EventAuthor): Promise<readonly RecordedEvent[]> {
    const factsUpTo = this.factsUpTo();
    const facts = await this.stream.appendFacts(events, doer);
    await this.note(closings(this.stream.state, facts));
    if (facts.some(({ type }) => type === 'ladders-applied'))
      await this.note(laddersChanged(this.stream.state, this.rules, this.clock.today));
    if (this.decides)
      await this.declare(await this.awaited(), opened =>
        triggered(opened, facts, factsUpTo, heardFacts => this.stages.awaited(heardFacts)),
      );
    else this.stream.note({ stages: null });
    return facts;
  }

  /** Appends what the engine notes about obligations. */
  async note(events: readonly NewEvent[]): Promise<readonly RecordedEvent[]> {
    if (events.length === 0) return [];
    return this.stream.appendNotes(events, { act: 'obligations', actor: ENGINE, date: this.clock.today });
  }

  /** Makes what is owed equal to what is awaited. `withTriggers` names the fact of what opens. */
  async declare(
    awaited: readonly string[],
    withTriggers: (opened: readonly NewEvent[]) => Promise<readonly NewEvent[]>,
  ): Promise<void> {
    await this.note(withdrawals(this.stream.state, awaited));
    await this.note(moves(this.stream.state, this.rules, awaited, this.clock.today));
    await this.note(await withTriggers(adjustments(this.stream.state, this.rules, awaited, uuid7)));
    this.stream.note({ stages: this.stages.id });
  }

  /** Records what has become due at an instant: decisions by silence, then rungs and escalations. */
  async ring(now: Instant): Promise<void> {
    await this.settleSilences();
    await this.note(reached(this.stream.state, this.rules, now, this.spread));
  }

  /** Sets the next alarm and the next point, once nothing more is recorded. */
  setAlarm(): NextInstants {
    const next = nextInstants(this.stream.state, this.rules, this.spread);
    this.stream.note({ nextAlarm: next.alarm, nextPoint: next.point });
    return next;
  }

  /** The facts up to one of those that are recorded from now on; only a retraction makes the journal read again. */
  factsUpTo(): FactsUpTo {
    const { row, events } = this.stream;
    const recordedBefore = events.length;
    return async fact => {
      const since = this.stream.events.slice(recordedBefore).filter(({ sequence }) => sequence <= fact.sequence);
      const isPlain = fact.sequence > row.sequence && since.every(({ retracts }) => retracts === null);
      if (isPlain) return since.reduce((known, event) => withNewFacts(known, factsOfEvent(event)), row.facts);
      const history = await this.stream.fullHistory();
      return factsOf(history.filter(({ sequence }) => sequence <= fact.sequence));
    };
  }
}
