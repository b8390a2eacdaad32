import type { EntityManager } from 'typeorm';
import { readClock, type Reading } from '../clock/clock.js';
import type { RecordedEvent } from '../domain/dossier/state.js';
import { spreadOf } from '../domain/reminders/alarms.js';
import { registerBodies } from './bodies.js';
import type { RecordContext } from './context.js';
import { Course, type Bearings } from './dossier-session.js';
import { lockDossier, noteDossier, saveDossier, type DossierRow } from './dossiers.js';
import { appendEntries, readEvents } from './journal/journal.js';
import { planNotices } from './reminders/notices.js';
import { project, projectionOf } from './projections.js';
import { Stream } from './event-stream.js';
import { Writes } from './journal/statement-batch.js';

/** One transaction on one dossier: its course, and what is written of it. */
export class Unit extends Course {
  /** What is written with the dossier when it is saved. */
  readonly writes = new Writes();

  private constructor(
    readonly manager: EntityManager,
    bearings: Bearings,
    stream: Stream,
  ) {
    super(bearings, stream);
  }

  /** Locks a dossier and does the work; saves what it appended, or nothing at all when it throws. */
  static async on<T>(context: RecordContext, poleId: string, work: (unit: Unit) => Promise<T>): Promise<T> {
    return context.source.transaction(async manager => {
      const dossier = await lockDossier(manager, poleId);
      return Unit.within(context, manager, dossier, await readClock(manager), work);
    });
  }

  /** The same, in a transaction that the caller has begun, on a row that it holds, at what the clock says since. */
  static async within<T>(
    { book, stages, spreadSeconds }: Omit<RecordContext, 'source'>,
    manager: EntityManager,
    dossier: DossierRow,
    clock: Reading,
    work: (unit: Unit) => Promise<T>,
  ): Promise<T> {
    let events: Promise<readonly RecordedEvent[]> | undefined;
    const history = () => (events ??= dossier.isNew ? Promise.resolve([]) : readEvents(manager, dossier.id));
    const spread = spreadOf(dossier.id, clock.mode === 'stepping' ? 0 : spreadSeconds);
    const bearings = { clock, rules: book.of(dossier.reglement), stages, spread };
    const unit = new Unit(manager, bearings, new Stream(dossier, clock, history));
    const result = await work(unit);
    await unit.save();
    return result;
  }

  private async save(): Promise<void> {
    const { manager, stream, rules } = this;
    const { before, row, entries } = stream;
    if (entries.length > 0) {
      saveDossier(this.writes, row);
      appendEntries(this.writes, entries);
      registerBodies(this.writes, entries);
      this.project();
      await planNotices(manager, this.writes, row.state, rules, stream.events, this.clock.today);
    } else if (NOTED.some(name => row[name] !== before[name])) noteDossier(this.writes, row);
    await this.writes.send(manager);
  }

  private project(): void {
    const { before, row, entries } = this.stream;
    const name = before.isNew ? groupName(entries) : '';
    const [was, is] = [before, row].map(({ state }) => projectionOf(state, name, this.rules, this.clock.today));
    if (was && is) project(this.writes, was, is);
  }
}

const NOTED = ['seenVersion', 'nextAlarm', 'stages'] as const;

function groupName(entries: Stream['entries']): string {
  return entries.map(({ sealed }) => sealed?.data['groupName']).find(name => name !== undefined) ?? '';
}
