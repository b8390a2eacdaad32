import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { addSeconds, parisDate, type Instant } from '../domain/kernel/paris.js';
import type { Position } from '../record/upkeep/position.js';
import type { Job, Waited } from './job.js';
import { lastOccurrence, nextOccurrence } from './occurrence.js';
import { ascending } from '../domain/kernel/ordering.js';

/** Days after which the controls run again where the clock steps. */
const DAYS_BETWEEN_CONTROLS = 7;

/** A job and when it runs. */
export interface Appointment {
  readonly job: Job;
  readonly at: Instant;
}

/**
 * The jobs that a step of the clock runs: each once, at the last of its times. But each year has its run, and what is
 * waited for, a digest or the points of a month, runs whenever something waits for it. What only controls the house rests for a week: it changes nothing that people
 * see, and a house that is stepped day by day would do little else.
 */
export class Agenda {
  private readonly remaining: Appointment[];
  private readonly days: Map<string, CivilDate>;

  constructor(
    private readonly jobs: readonly Job[],
    ran: ReadonlyMap<string, CivilDate>,
    from: Instant,
    to: Instant,
  ) {
    this.days = new Map(ran);
    this.remaining = jobs
      .filter(({ waitedForSince }) => !waitedForSince)
      .flatMap(job => timesOf(job, from, to).map(at => ({ job, at })))
      .filter(({ job, at }) => this.isRested(job, parisDate(at)))
      .sort(byTime);
  }

  private isRested({ name, isControl }: Job, day: CivilDate): boolean {
    const last = this.days.get(name) ?? '';
    return isControl ? last <= addDays(day, -DAYS_BETWEEN_CONTROLS) : last < day;
  }

  /** What comes first after where the house stands. */
  next(position: Waited & Pick<Position, 'clock'>): Appointment | undefined {
    const awaited = this.jobs.flatMap(job => {
      const since = job.waitedForSince?.(position) ?? null;
      return since === null ? [] : [{ job, at: runsAt(job, since, position.clock.now) }];
    });
    return [...this.remaining.slice(0, 1), ...awaited].sort(byTime)[0];
  }

  /** Notes that a job runs for a day; answers the last day for which it had run before. */
  ran(job: Job, day: CivilDate): CivilDate | undefined {
    const last = this.days.get(job.name);
    this.days.set(job.name, day);
    if (this.remaining[0]?.job === job) this.remaining.shift();
    return last;
  }
}

const byTime = ascending<Appointment>(({ at }) => at);

/** The first time after now at which a job runs for what waits since an instant. */
function runsAt({ when }: Job, since: Instant, now: Instant): Instant {
  const before = addSeconds(since, -1);
  return nextOccurrence(when, before > now ? before : now);
}

function timesOf({ when }: Job, from: Instant, to: Instant): readonly Instant[] {
  const times: Instant[] = [];
  for (let at = lastOccurrence(when, to); at > from; at = lastOccurrence(when, addSeconds(at, -1))) {
    times.unshift(at);
    if (when.every !== 'year') break;
  }
  return times;
}
