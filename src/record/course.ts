import type { Reading } from '../clock/clock.js';
import type { Fact } from '../domain/dossier/expectations.js';
import { ENGINE } from '../domain/dossier/roles.js';
import type { NewEvent, RecordedEvent } from '../domain/dossier/state.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { rehearse } from '../rehearsal/rehearse.js';
import { nextAlarm, reached } from './alarms.js';
import { adjustments, closings, firstSilence, laddersChanged, moves, withdrawals } from './obligations.js';
import type { Stream } from './stream.js';

/** What the story expects on facts that were told to it already; a list of facts never changes. */
const REHEARSED = new WeakMap<readonly Fact[], Promise<readonly string[]>>();

/**
 * What acts, alarms and declarations change in a dossier, in memory: the transaction that writes it and the forecast
 * that does not take the same course.
 */
export class Course {
  constructor(
    readonly clock: Reading,
    readonly rules: Rules,
    readonly stream: Stream,
  ) {}

  /** What the story expects on the facts as they stand now. */
  async awaited(): Promise<readonly string[]> {
    const { facts } = this.stream.row;
    const awaited = REHEARSED.get(facts) ?? rehearse(facts);
    REHEARSED.set(facts, awaited);
    return awaited;
  }

  /** Records, day by day, the decisions by silence that had fallen due before today. */
  async settleSilences(): Promise<void> {
    for (;;) {
      const silence = firstSilence(this.stream.state, this.rules, await this.awaited(), this.clock.today);
      if (!silence) return;
      await this.recordFacts([silence], { act: 'silence', actor: ENGINE, date: this.clock.today });
    }
  }

  /**
   * Appends facts, closes what they meet, withdraws what they make pointless and moves the due dates that they change:
   * nobody is chased for it while the story has not heard of them.
   */
  async recordFacts(events: readonly NewEvent[], doer: Parameters<Stream['appendFacts']>[1]) {
    const { today } = this.clock;
    const facts = await this.stream.appendFacts(events, doer);
    await this.note(closings(this.stream.state, facts));
    if (facts.some(({ type }) => type === 'ladders-applied'))
      await this.note(laddersChanged(this.stream.state, this.rules, today));
    const awaited = await this.awaited();
    await this.note(withdrawals(this.stream.state, awaited));
    await this.note(moves(this.stream.state, this.rules, awaited, today));
    return facts;
  }

  /** Appends what the engine notes about obligations. */
  async note(events: readonly NewEvent[]): Promise<readonly RecordedEvent[]> {
    if (events.length === 0) return [];
    return this.stream.appendNotes(events, { act: 'obligations', actor: ENGINE, date: this.clock.today });
  }

  /** Makes what is owed equal to what is awaited, and sets the next alarm. `triggered` names the fact of what opens. */
  async declare(
    awaited: readonly string[],
    spread: number,
    triggered: (events: readonly NewEvent[]) => Promise<readonly NewEvent[]> = async events => events,
  ): Promise<Instant | null> {
    await this.note(await triggered(adjustments(this.stream.state, this.rules, awaited)));
    await this.note(moves(this.stream.state, this.rules, awaited, this.clock.today));
    const at = nextAlarm(this.stream.state, this.rules, spread);
    this.stream.note({ seenVersion: this.stream.row.version, nextAlarm: at });
    return at;
  }

  /** Records what has become due at an instant: decisions by silence, then rungs and escalations. */
  async ring(now: Instant, spread: number): Promise<void> {
    await this.settleSilences();
    await this.note(reached(this.stream.state, this.rules, now, spread));
  }
}
