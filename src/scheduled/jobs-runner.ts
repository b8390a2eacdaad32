import type { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { RuleBook } from '../reglement/load.js';
import { noteRun, runOf } from '../record/job-runs.js';
import { JOBS, type Job } from './jobs.js';
import { nextOccurrence } from './occurrence.js';

/** Runs the scheduled jobs, each once for each of its days. */
export class JobsRunner {
  constructor(
    private readonly source: DataSource,
    private readonly book: RuleBook,
    private readonly messageId: (id: string) => string,
  ) {}

  /** Runs a job that Temporal starts; where the clock steps, its steps run the jobs instead. */
  async runByTheCalendar(name: string): Promise<object> {
    const { mode } = await readClock(this.source.manager);
    return mode === 'stepping' ? {} : this.run(name);
  }

  /** Runs a job for today. Answers what it did, or what it had done already. Throws for a job that the house has not. */
  async run(name: string): Promise<object> {
    const job = JOBS.find(one => one.name === name);
    if (!job) throw new Error(`Travail inconnu : ${name}`);
    const { now, today } = await readClock(this.source.manager);
    const known = await runOf(this.source.manager, name, today);
    if (known) return known;
    const report = await job.run({ source: this.source, book: this.book, day: today, now, messageId: this.messageId });
    await noteRun(this.source.manager, name, today, now, report);
    return report;
  }

  /** The first of some jobs to run after an instant, and when. */
  first(names: ReadonlySet<string>, after: Instant): { readonly job: Job; readonly at: Instant } | undefined {
    return JOBS.filter(({ name }) => names.has(name))
      .map(job => ({ job, at: nextOccurrence(job.when, after) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  }
}
