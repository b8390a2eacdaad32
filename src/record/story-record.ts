import type { EntityManager } from 'typeorm';
import { factsOfEvent } from '../domain/dossier/expectations.js';
import type { Declaration, News, Rest } from '../domain/dossier/news.js';
import type { RecordedEvent } from '../domain/dossier/state.js';
import type { Instant } from '../domain/kernel/paris.js';
import { readClock } from '../clock/clock.js';
import { alarmOf, confirm } from './confirmation.js';
import type { RecordContext } from './context.js';
import { noteDisagreement } from './disagreements.js';
import { digestOfAwaited, readDossier, type DossierRow } from './dossiers.js';
import { readFactsSince } from './journal/journal.js';
import { openKeys } from '../domain/reminders/openings.js';
import { newsOf } from './news.js';
import { standingOf } from './standing.js';
import { triggered } from './triggers.js';
import { UnitOfWork } from './unit-of-work.js';

/** What the story asks of the record. Every answer is the same the second time. */
export class StoryRecord {
  constructor(private readonly context: RecordContext) {}

  /**
   * The facts recorded after a version; from the start, or when the journal was altered, those that still stand, and
   * where the dossier rests when it is known to. A story that knows more than the journal (an older copy of the database
   * was restored under it) turns its page.
   */
  async readJournal(poleId: string, since: number): Promise<News> {
    return this.context.source.transaction('REPEATABLE READ', async manager => {
      const dossier = await readDossier(manager, poleId);
      const { version, facts, setAside } = dossier;
      if (since > version) return { since, version, facts: [], turnPage: true };
      if (since === 0 || setAside !== null)
        return { since, version, facts, turnPage: false, ...(await this.restRead(manager, dossier)) };
      const events = await readFactsSince(manager, poleId, since);
      const turnPage = events.some(event => event.retracts !== null);
      return { since, version, facts: events.flatMap(factsOfEvent), turnPage };
    });
  }

  /**
   * Confirms that the story awaits what its dossier has open, and that it has heard everything. Where they differ, what
   * is open is made equal to what the story awaits if it has heard everything, and if its build decides; else nothing
   * changes, and it is answered what it has not heard. A dossier that is set aside lets its story rest.
   */
  async declareExpectations(poleId: string, awaited: readonly string[], version: number): Promise<Declaration> {
    const { source, stages } = this.context;
    const { agreed, standsAt, ...rest } = await confirm(source, poleId, digestOfAwaited(awaited), version, stages.id);
    if (agreed) return { declared: true, version, ...rest };
    const declared = standsAt === version ? await this.compareAndSet(poleId, awaited, version) : undefined;
    return declared ?? { declared: false, news: await this.readJournal(poleId, version) };
  }

  /**
   * Rings: takes the alarm (or the present, when it comes late) as its now, records what has become due, and sets the
   * next alarm. Decisions by silence come back as news; without any, the story of a dossier that was at rest is at rest.
   * A dossier that is set aside does not ring.
   */
  async ringAlarm(poleId: string, at: Instant): Promise<News> {
    return UnitOfWork.lock(this.context, poleId, async unit => {
      const before = unit.stream.row.version;
      if (unit.stream.row.setAside !== null) return newsOf(unit, before);
      await unit.ring(at > unit.clock.now ? at : unit.clock.now);
      unit.setAlarm();
      return { ...newsOf(unit, before), ...restOf(unit.stream.row, unit) };
    });
  }

  /** The comparison under the lock: undefined when the dossier has moved, and the story has something to hear first. */
  private async compareAndSet(
    poleId: string,
    awaited: readonly string[],
    version: number,
  ): Promise<Declaration | undefined> {
    return UnitOfWork.lock(this.context, poleId, async unit => {
      const { row } = unit.stream;
      if (row.version !== version) return undefined;
      if (row.setAside === null && unit.decides) await this.declare(unit, awaited);
      const at = row.setAside === null ? unit.stream.row.nextAlarm : null;
      return { declared: true, version, alarm: alarmOf(unit.clock, at), standing: standingOf(unit.stream.state, at) };
    });
  }

  private async declare(unit: UnitOfWork, awaited: readonly string[]): Promise<void> {
    const open = openKeys(unit.stream.state);
    await unit.declare(awaited, async events =>
      triggered(events, await unheard(unit), unit.factsUpTo(), facts => unit.stages.awaited(facts)),
    );
    const wrote = unit.stream.events.some(
      ({ type }) => type === 'obligation-opened' || type === 'obligation-withdrawn',
    );
    if (wrote) noteDisagreement(unit, open, awaited, this.context.log);
  }

  private async restRead(manager: EntityManager, dossier: DossierRow): Promise<{ readonly rest?: Rest }> {
    return restOf(dossier, { clock: await readClock(manager), stages: this.context.stages });
  }
}

/** Where a dossier rests, when its story has heard everything and the build at hand is the one that opened it all. */
function restOf(row: DossierRow, { clock, stages }: Pick<UnitOfWork, 'clock' | 'stages'>): { readonly rest?: Rest } {
  const { state, nextAlarm, seenVersion, version, setAside } = row;
  if (setAside !== null || seenVersion !== version || row.stages !== stages.id) return {};
  return {
    rest: { awaited: openKeys(state), alarm: alarmOf(clock, nextAlarm), standing: standingOf(state, nextAlarm) },
  };
}

/** The facts of a dossier that its story had not heard before it declares; the last one, when it had heard them all. */
async function unheard({ manager, stream }: UnitOfWork): Promise<readonly RecordedEvent[]> {
  const { id, seenVersion, version } = stream.row;
  return readFactsSince(manager, id, Math.min(seenVersion, version - 1));
}
