import type { DataSource, EntityManager } from 'typeorm';
import { readClock, type Reading } from '../clock/clock.js';
import type { RecordedEvent } from '../domain/dossier/state.js';
import type { Rules } from '../domain/reglement/reglement.js';
import type { RuleBook } from '../reglement/load.js';
import { nameOfPole, registerBodies } from './bodies.js';
import { Course } from './course.js';
import { lockDossier, saveDossier, type DossierRow } from './dossiers.js';
import { appendEntries, readEvents } from './journal.js';
import { planNotices } from './notices.js';
import { project, projectionOf, sameRow } from './projections.js';
import { Stream } from './stream.js';
import { Writes } from './writes.js';

/** One transaction on one dossier: its course, and what is written of it. */
export class Unit extends Course {
  /** What is written with the dossier when it is saved. */
  readonly writes = new Writes();

  private constructor(
    readonly manager: EntityManager,
    clock: Reading,
    rules: Rules,
    stream: Stream,
  ) {
    super(clock, rules, stream);
  }

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
