import { uuid7 } from '../clock/uuid7.js';
import type { Reading } from '../clock/clock.js';
import type { DatePrecision } from '../domain/kernel/civil-date.js';
import type { Represented } from '../domain/dossier/represented.js';
import type { Actor } from '../domain/dossier/roles.js';
import { factsOf, factsOfEvent, type FulfilledExpectation } from '../domain/dossier/expectations.js';
import {
  EVENT_TYPES,
  evolve,
  fold,
  type DossierState,
  type NewEvent,
  type RecordedEvent,
} from '../domain/dossier/state.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { DossierRow } from './dossiers.js';
import { entryOf, type JournalEntry } from './journal/journal.js';

/** Who does what, and for whom: what every event of one act bears. */
export interface EventAuthor {
  readonly act: string;
  readonly actor: Actor;
  /** The body or the pays in whose name they do it; nobody's when absent. */
  readonly onBehalfOf?: Represented | null;
  readonly date: CivilDate;
  /** How well the date is known; to the day when absent. */
  readonly precision?: DatePrecision;
}

/**
 * A dossier's stream while one transaction writes to it: events are appended and folded in memory, then saved at once.
 */
export class EventStream {
  private readonly written: JournalEntry[] = [];
  private readonly appended: RecordedEvent[] = [];
  private current: DossierRow;

  constructor(
    readonly before: DossierRow,
    private readonly clock: Reading,
    private readonly history: () => Promise<readonly RecordedEvent[]>,
  ) {
    this.current = before;
  }

  get row(): DossierRow {
    return this.current;
  }

  get state(): DossierState {
    return this.current.state;
  }

  get entries(): readonly JournalEntry[] {
    return this.written;
  }

  get events(): readonly RecordedEvent[] {
    return this.appended;
  }

  /** Facts: events that move the fact version, one version for all of them. */
  async appendFacts(events: readonly NewEvent[], author: EventAuthor): Promise<readonly RecordedEvent[]> {
    return this.append(events, author, this.current.version + 1);
  }

  /** What the engine notes without a new fact: obligations, rungs. */
  async appendNotes(events: readonly NewEvent[], author: EventAuthor): Promise<readonly RecordedEvent[]> {
    return this.append(events, author, null);
  }

  /** The whole journal of the dossier, with what this transaction adds to it. */
  async fullHistory(): Promise<readonly RecordedEvent[]> {
    return [...(await this.history()), ...this.appended];
  }

  note(change: Partial<Pick<DossierRow, 'seenVersion' | 'nextAlarm' | 'nextPoint' | 'stages'>>): void {
    this.current = { ...this.current, ...change };
  }

  private async append(events: readonly NewEvent[], author: EventAuthor, factVersion: number | null) {
    const recorded = events.map(event => this.write(event, author, factVersion));
    if (factVersion !== null && events.length > 0) this.current = { ...this.current, version: factVersion };
    if (recorded.some(event => event.retracts !== null)) await this.refold();
    return recorded;
  }

  private write(
    event: NewEvent,
    { act, actor, onBehalfOf = null, date, precision = 'day' }: EventAuthor,
    factVersion: number | null,
  ): RecordedEvent {
    const { row } = this;
    const recorded = {
      id: uuid7(),
      sequence: row.sequence + 1,
      factVersion,
      schemaVersion: EVENT_TYPES[event.type].version,
      type: event.type,
      data: event.data,
      date: event.date ?? date,
      precision: event.date === undefined ? precision : 'day',
      act,
      actor: actor.account,
      role: actor.role,
      onBehalfOf,
      insteadOf: actor.insteadOf ?? null,
      reglement: row.reglement,
      recordedAt: this.clock.now,
      retracts: event.retracts ?? null,
    } as RecordedEvent;
    const entry = entryOf(row.id, recorded, event.private, row.headHash);
    this.written.push(entry);
    this.appended.push(recorded);
    const state = recorded.retracts === null ? evolve(row.state, recorded) : row.state;
    const facts = withNewFacts(row.facts, factsOfEvent(recorded));
    this.current = { ...row, sequence: recorded.sequence, headHash: entry.row.hash, state, facts };
    return recorded;
  }

  private async refold(): Promise<void> {
    const history = await this.fullHistory();
    this.current = { ...this.current, state: fold(this.current.id, history), facts: factsOf(history) };
  }
}

/** Facts with those told after them; the first of a key stands. */
export function withNewFacts(
  known: readonly FulfilledExpectation[],
  newFacts: readonly FulfilledExpectation[],
): readonly FulfilledExpectation[] {
  const added = newFacts.filter(fact => known.every(knownFact => knownFact.key !== fact.key));
  return added.length === 0 ? known : [...known, ...added];
}
