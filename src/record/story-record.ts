import type { DataSource } from 'typeorm';
import { expectationOf, factsOfEvent } from '../domain/dossier/expectations.js';
import type { Alarm, Declaration, News, StoryStanding } from '../domain/dossier/news.js';
import { roleLabel } from '../domain/dossier/roles.js';
import type { RecordedEvent } from '../domain/dossier/state.js';
import { STAGES, stageOf } from '../domain/dossier/stage.js';
import { formatFrench } from '../domain/kernel/civil-date.js';
import { instant, secondsBetween, type Instant } from '../domain/kernel/paris.js';
import type { RuleBook } from '../reglement/load.js';
import { readDossier } from './dossiers.js';
import { readFactsSince } from './journal.js';
import { openObligations } from '../domain/obligations/slice.js';
import { budgetYear } from './projections.js';
import { newsOf } from './record-act.js';
import { spreadOf } from './alarms.js';
import { triggered } from './triggers.js';
import { Unit } from './unit.js';

/** What the story asks of the record. Every answer is the same the second time. */
export class StoryRecord {
  constructor(
    private readonly source: DataSource,
    private readonly book: RuleBook,
    /** Seconds of the morning over which the mails of the dossiers are spread; none while the clock steps. */
    private readonly spreadSeconds = 0,
  ) {}

  /**
   * The facts recorded after a version; from the start, or when the journal was altered, those that still stand. A story
   * that knows more than the journal (an older copy of the database was restored under it) turns its page.
   */
  async readJournal(poleId: string, since: number): Promise<News> {
    return this.source.transaction('REPEATABLE READ', async manager => {
      const { version, facts, setAside } = await readDossier(manager, poleId);
      if (since > version) return { since, version, facts: [], turnPage: true };
      if (since === 0 || setAside !== null) return { since, version, facts, turnPage: false };
      const events = await readFactsSince(manager, poleId, since);
      const turnPage = events.some(event => event.retracts !== null);
      return { since, version, facts: events.flatMap(factsOfEvent), turnPage };
    });
  }

  /**
   * Makes the open obligations equal to what the story awaits, if it has heard everything; else changes nothing and
   * answers what it has not heard. Notes the version seen and sets the alarm. A dossier that is set aside changes
   * nothing and lets its story rest.
   */
  async declareExpectations(poleId: string, awaited: readonly string[], version: number): Promise<Declaration> {
    const declared = await Unit.on(this.source, this.book, poleId, async unit => {
      if (unit.stream.row.version !== version) return undefined;
      if (unit.stream.row.setAside !== null)
        return { declared: true as const, alarm: null, standing: standingOf(unit, null) };
      const at = await unit.declare(awaited, this.spreadOf(unit), async events =>
        events.some(({ type }) => type === 'obligation-opened')
          ? triggered(events, await unheard(unit), () => unit.stream.wholeHistory())
          : events,
      );
      return { declared: true as const, alarm: alarmOf(unit, at), standing: standingOf(unit, at) };
    });
    return declared ?? { declared: false, news: await this.readJournal(poleId, version) };
  }

  /**
   * Rings: takes the alarm (or the present, when it comes late) as its now and records what has become due. Decisions
   * by silence come back as news; the next alarm is set by the declaration that follows. A dossier that is set aside
   * does not ring.
   */
  async ringAlarm(poleId: string, at: Instant): Promise<News> {
    return Unit.on(this.source, this.book, poleId, async unit => {
      const before = unit.stream.row.version;
      if (unit.stream.row.setAside !== null) return newsOf(unit, before);
      const now = at > unit.clock.now ? at : unit.clock.now;
      await unit.ring(now, this.spreadOf(unit));
      return newsOf(unit, before);
    });
  }

  private spreadOf({ clock, stream }: Unit): number {
    return spreadOf(stream.row.id, clock.mode === 'stepping' ? 0 : this.spreadSeconds);
  }
}

/** The facts of a dossier that its story had not heard before it declares; the last one, when it had heard them all. */
async function unheard({ manager, stream }: Unit): Promise<readonly RecordedEvent[]> {
  const { id, seenVersion, version } = stream.row;
  return readFactsSince(manager, id, Math.min(seenVersion, version - 1));
}

function alarmOf({ clock }: Unit, at: Instant | null): Alarm | null {
  if (at === null) return null;
  return { at, inSeconds: clock.mode === 'stepping' ? null : Math.max(0, secondsBetween(clock.now, instant(at))) };
}

function standingOf({ stream }: Unit, at: Instant | null): StoryStanding {
  const lines = openObligations(stream.state).map(one => {
    const by = one.due === null ? 'sans échéance' : `avant le ${formatFrench(one.due)} inclus`;
    return `- ${expectationOf(one.kind).label} : ${roleLabel(one.debtor.role)}, ${by}`;
  });
  const stage = stageOf(stream.state);
  return {
    stage,
    nextDue: at,
    budgetYear: budgetYear(stream.state),
    details: [`Étape : ${STAGES[stage]}`, ...lines].join('\n'),
  };
}
