import type { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { addSeconds, parisDate, type Instant } from '../domain/kernel/paris.js';
import type { RuleBook } from '../reglement/load.js';
import { lastDays, noteRun, runOf } from '../record/job-runs.js';
import type { Job } from './job.js';
import { JOBS } from './jobs.js';
import { lastOccurrence, nextOccurrence } from './occurrence.js';

/** Seconds by which Temporal may start a job before the clock of the house says that it is time. */
const CLOCKS_APART = 60;

/** Days after which the controls run again where the clock steps. */
const DAYS_BETWEEN_CONTROLS = 7;

/** Runs the scheduled jobs, each once for each of its days. */
export class JobsRunner {
  constructor(
    private readonly source: DataSource,
    private readonly book: RuleBook,
    private readonly messageId: (id: string) => string,
  ) {}

  /** Runs a job that Temporal starts; where the clock steps, its steps run the jobs instead. */
  async runByTheCalendar(name: string): Promise<object> {
    const { mode, now } = await readClock(this.source.manager);
    return mode === 'stepping' ? {} : this.runFor(name, addSeconds(now, CLOCKS_APART), now);
  }

  /**
   * Runs a job for the last of its times, now or before: for the day that was missed, when it is made up for. Answers
   * what it did, or what it had done for that day already. Throws for a job that the house has not.
   */
  async run(name: string): Promise<object> {
    const { now } = await readClock(this.source.manager);
    return this.runFor(name, now, now);
  }

  private async runFor(name: string, upTo: Instant, now: Instant): Promise<object> {
    const { source, book, messageId } = this;
    const job = JOBS.find(one => one.name === name);
    if (!job) throw new Error(`Travail inconnu : ${name}`);
    const day = parisDate(lastOccurrence(job.when, upTo));
    const known = await runOf(source.manager, name, day);
    if (known) return known.report;
    const report = await job.run({ source, book, day, now, messageId });
    await noteRun(source.manager, name, day, now, report);
    return report;
  }

  /**
   * The jobs that a step of the clock may run: all but those that control the house and did so less than a week ago. They
   * change nothing that people see, and a house that is stepped day by day would do little else.
   */
  async ofAStep(today: CivilDate): Promise<Set<string>> {
    const ran = await lastDays(this.source.manager);
    const rested = (name: string) => (ran.get(name) ?? '') <= addDays(today, -DAYS_BETWEEN_CONTROLS);
    return new Set(JOBS.filter(({ name, isControl }) => !isControl || rested(name)).map(({ name }) => name));
  }

  /** The first of some jobs to run after an instant, and when. */
  first(names: ReadonlySet<string>, after: Instant): { readonly job: Job; readonly at: Instant } | undefined {
    return JOBS.filter(({ name }) => names.has(name))
      .map(job => ({ job, at: nextOccurrence(job.when, after) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  }
}
