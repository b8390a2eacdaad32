import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { addSeconds, parisDate, type Instant } from '../domain/kernel/paris.js';
import type { Position } from '../record/upkeep/position.js';
import type { Job } from './job.js';
import { lastOccurrence, nextOccurrence } from './occurrence.js';

/** Days after which the controls run again where the clock steps. */
const DAYS_BETWEEN_CONTROLS = 7;

/** A job and when it runs. */
export interface Appointment {
  readonly job: Job;
  readonly at: Instant;
}

/**
 * The jobs that a step of the clock runs: each once, at the last of its times. But each year has its run, and a digest is
 * gathered whenever notices wait for it. What only controls the house rests for a week: it changes nothing that people
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
      .filter(({ gathers }) => !gathers)
      .flatMap(job => timesOf(job, from, to).map(at => ({ job, at })))
      .filter(({ job, at }) => this.isRested(job, parisDate(at)))
      .sort(byTime);
  }

  private isRested({ name, isControl }: Job, day: CivilDate): boolean {
    const last = this.days.get(name) ?? '';
    return isControl ? last <= addDays(day, -DAYS_BETWEEN_CONTROLS) : last < day;
  }

  /** What comes first after where the house stands. */
  next({ clock, forDigests }: Pick<Position, 'clock' | 'forDigests'>): Appointment | undefined {
    const gatherings = this.jobs.flatMap(job => {
      const since = (job.gathers ?? []).flatMap(pace => forDigests[pace] ?? []).sort()[0];
      return since === undefined ? [] : [{ job, at: gathersAt(job, since, clock.now) }];
    });
    return [...this.remaining.slice(0, 1), ...gatherings].sort(byTime)[0];
  }

  /** Notes that a job runs for a day; answers the last day for which it had run before. */
  ran(job: Job, day: CivilDate): CivilDate | undefined {
    const last = this.days.get(job.name);
    this.days.set(job.name, day);
    if (this.remaining[0]?.job === job) this.remaining.shift();
    return last;
  }
}

const byTime = (appointment: Appointment, other: Appointment) => (appointment.at < other.at ? -1 : 1);

/** The first time after now at which a digest gathers what waits since an instant. */
function gathersAt({ when }: Job, since: Instant, now: Instant): Instant {
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
