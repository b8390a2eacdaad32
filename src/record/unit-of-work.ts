import type { EntityManager } from 'typeorm';
import { readClock, spreadOver, type Reading } from '../clock/clock.js';
import { bodiesMoved } from '../domain/award/bodies-moved.js';
import { conventionNeedChanges } from '../domain/award/convention-need.js';
import { ENGINE } from '../domain/dossier/roles.js';
import type { RecordedEvent } from '../domain/dossier/state.js';
import type { Instant } from '../domain/kernel/paris.js';
import { spreadOf } from '../domain/reminders/alarms.js';
import { keepToldNames, rebuildToldNames } from './bodies.js';
import type { RecordContext } from './context.js';
import { DossierSession, type SessionSettings } from './dossier-session.js';
import { noteGrantsMoved, readGrantsThatCount } from './grants-elsewhere.js';
import { lockDossier, noteDossier, saveDossier, type DossierRow } from './dossiers.js';
import { appendEntries, readEvents } from './journal/journal.js';
import { planNotices } from './reminders/notices.js';
import { project, projectionOf } from './projections.js';
import { EventStream } from './event-stream.js';
import { StatementBatch } from './journal/statement-batch.js';

/** One transaction on one dossier: its course, and what is written of it. */
export class UnitOfWork extends DossierSession {
  /** What is written with the dossier when it is saved. */
  readonly statements = new StatementBatch();
  private moved: readonly string[] | undefined;

  private constructor(
    readonly manager: EntityManager,
    bearings: SessionSettings,
    stream: EventStream,
  ) {
    super(bearings, stream);
  }

  /** Locks a dossier and does the work; saves what it appended, or nothing at all when it throws. */
  static async lock<T>(context: RecordContext, poleId: string, work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    return context.source.transaction(async manager => {
      const dossier = await lockDossier(manager, poleId);
      return UnitOfWork.onRow(context, manager, dossier, await readClock(manager), work);
    });
  }

  /** The same, in a transaction that the caller has begun, on a row that it holds, at what the clock says since. */
  static async onRow<T>(
    { book, stages, spreadSeconds }: Omit<RecordContext, 'source'>,
    manager: EntityManager,
    dossier: DossierRow,
    clock: Reading,
    work: (unit: UnitOfWork) => Promise<T>,
  ): Promise<T> {
    let events: Promise<readonly RecordedEvent[]> | undefined;
    const history = () => (events ??= dossier.isNew ? Promise.resolve([]) : readEvents(manager, dossier.id));
    const spread = spreadOf(dossier.id, spreadOver(clock, spreadSeconds));
    const bearings = { clock, rules: book.of(dossier.reglement), stages, spread };
    const unit = new UnitOfWork(manager, bearings, new EventStream(dossier, clock, history));
    const result = await work(unit);
    await unit.save();
    return result;
  }

  /** Records what has become due, then looks at what it brought into force. */
  override async ring(now: Instant): Promise<void> {
    await super.ring(now);
    await this.lookAtThreshold();
  }

  /**
   * Records that awards come to need a convention, or need none any more, by what their body is granted in this dossier
   * and in all the others as they stand.
   */
  async lookAtThreshold(): Promise<void> {
    const { state } = this.stream;
    const changes = conventionNeedChanges(state, this.rules, await readGrantsThatCount(this.manager, state));
    if (changes.length > 0)
      await this.recordFacts(changes, { act: 'threshold', actor: ENGINE, date: this.clock.today });
  }

  /** The bodies, by their SIREN, whose grants it has moved once its work is done: their other dossiers are to be looked at. */
  get bodiesMoved(): readonly string[] {
    return (this.moved ??= bodiesMoved(this.stream.before.state, this.stream.row.state));
  }

  private async save(): Promise<void> {
    const { manager, stream, rules } = this;
    const { before, row, entries } = stream;
    if (entries.length > 0) {
      saveDossier(this.statements, row);
      appendEntries(this.statements, entries);
      keepToldNames(this.statements, entries);
      this.project();
      if (this.bodiesMoved.length > 0) noteGrantsMoved(this.statements, row.id, this.bodiesMoved);
      const change = { state: row.state, before: before.state, events: stream.events };
      await planNotices(manager, this.statements, change, rules, this.clock.today);
    } else if (NOTED.some(name => row[name] !== before[name])) noteDossier(this.statements, row);
    await this.statements.send(manager);
    if (entries.some(({ row: line }) => line.retracts !== null)) await rebuildToldNames(manager, row.id);
  }

  private project(): void {
    const { before, row, entries } = this.stream;
    const name = before.isNew ? groupName(entries) : '';
    const [previous, current] = [before, row].map(({ state }) => projectionOf(state, name, this.rules));
    if (previous && current) project(this.statements, previous, current);
  }
}

const NOTED = ['seenVersion', 'nextAlarm', 'nextPoint', 'stages'] as const;

function groupName(entries: EventStream['entries']): string {
  return entries.map(({ sealed }) => sealed?.data['groupName']).find(name => name !== undefined) ?? '';
}
