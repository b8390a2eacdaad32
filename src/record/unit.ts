import type { DataSource, EntityManager } from 'typeorm';
import { readClock, type Reading } from '../clock/clock.js';
import { ENGINE } from '../domain/dossier/roles.js';
import type { NewEvent, RecordedEvent } from '../domain/dossier/state.js';
import type { Rules } from '../domain/reglement/reglement.js';
import type { RuleBook } from '../reglement/load.js';
import { rehearse } from '../rehearsal/rehearse.js';
import { nameOfPole, registerBodies } from './bodies.js';
import { lockDossier, saveDossier, type DossierRow } from './dossiers.js';
import { appendEntries, readEvents } from './journal.js';
import { planNotices } from './notices.js';
import { closings, firstSilence, laddersChanged, moves } from './obligations.js';
import { project, projectionOf, sameRow } from './projections.js';
import { Stream } from './stream.js';
import { Writes } from './writes.js';

/** One transaction on one dossier: its stream, its rules, the clock, and what it awaits. */
export class Unit {
  /** What is written with the dossier when it is saved. */
  readonly writes = new Writes();

  private constructor(
    readonly manager: EntityManager,
    readonly clock: Reading,
    readonly rules: Rules,
    readonly stream: Stream,
  ) {}

  /** Locks a dossier and does the work; saves what it appended, or nothing at all when it throws. */
  static async on<T>(source: DataSource, book: RuleBook, poleId: string, work: (unit: Unit) => Promise<T>): Promise<T> {
    return source.transaction(async manager => {
      const dossier = await lockDossier(manager, poleId);
      return Unit.within(manager, book.of(dossier.reglement), dossier, work);
    });
  }

  /** The same, in a transaction that the caller has begun, on a row that it holds. */
  static async within<T>(
    manager: EntityManager,
    rules: Rules,
    dossier: DossierRow,
    work: (unit: Unit) => Promise<T>,
  ): Promise<T> {
    const clock = await readClock(manager);
    let events: Promise<readonly RecordedEvent[]> | undefined;
    const history = () => (events ??= dossier.isNew ? Promise.resolve([]) : readEvents(manager, dossier.id));
    const unit = new Unit(manager, clock, rules, new Stream(dossier, clock, history));
    const result = await work(unit);
    await unit.save();
    return result;
  }

  /** What the story expects on the facts as they stand now. */
  async awaited(): Promise<readonly string[]> {
    return rehearse(this.stream.row.facts);
  }

  /** Records, day by day, the decisions by silence that had fallen due before today. */
  async settleSilences(): Promise<void> {
    for (;;) {
      const silence = firstSilence(this.stream.state, this.rules, await this.awaited(), this.clock.today);
      if (!silence) return;
      await this.recordFacts([silence], { act: 'silence', actor: ENGINE, date: this.clock.today });
    }
  }

  /** Appends facts, closes what they meet and moves the due dates that they change. */
  async recordFacts(events: readonly NewEvent[], doer: Parameters<Stream['appendFacts']>[1]) {
    const facts = await this.stream.appendFacts(events, doer);
    await this.note(closings(this.stream.state, facts));
    if (facts.some(({ type }) => type === 'ladders-applied'))
      await this.note(laddersChanged(this.stream.state, this.rules, this.clock.today));
    await this.note(moves(this.stream.state, this.rules, await this.awaited(), this.clock.today));
    return facts;
  }

  /** Appends what the engine notes about obligations. */
  async note(events: readonly NewEvent[]): Promise<readonly RecordedEvent[]> {
    if (events.length === 0) return [];
    return this.stream.appendNotes(events, { act: 'obligations', actor: ENGINE, date: this.clock.today });
  }

  private async save(): Promise<void> {
    const { manager, stream, rules } = this;
    const { before, row, entries } = stream;
    const untouched = row.seenVersion === before.seenVersion && row.nextAlarm === before.nextAlarm;
    if (entries.length === 0 && untouched) return;
    saveDossier(this.writes, row);
    if (entries.length > 0) {
      appendEntries(this.writes, entries);
      registerBodies(this.writes, entries);
      await this.project();
      await planNotices(manager, this.writes, row.state, rules, stream.events, this.clock.today);
    }
    await this.writes.send(manager);
  }

  private async project(): Promise<void> {
    const { before, row, entries } = this.stream;
    const [was, is] = [before, row].map(({ state }) => projectionOf(state, '', this.rules, this.clock.today));
    if (!was || !is) return;
    const [oldCard, card] = [was.pole_cards[0], is.pole_cards[0]];
    if (card === undefined || sameRow(card, oldCard)) return project(this.writes, was, is);
    const name = before.isNew ? groupName(entries) : await nameOfPole(this.manager, row.id);
    return project(this.writes, was, { ...is, pole_cards: [{ ...card, name }] });
  }
}

function groupName(entries: Stream['entries']): string {
  return entries.map(({ sealed }) => sealed?.data['groupName']).find(name => name !== undefined) ?? '';
}
