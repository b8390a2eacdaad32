import { readClock } from '../clock/clock.js';
import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { addSeconds, parisDate, type Instant } from '../domain/kernel/paris.js';
import type { Deposits } from '../files/deposits.js';
import type { RecordContext } from '../record/context.js';
import { lastDays, noteRun, runOf } from '../record/upkeep/job-runs.js';
import { Agenda } from './agenda.js';
import type { Anchoring } from './anchor-file.js';
import type { Job } from './job.js';
import { JOBS } from './jobs.js';
import { lastOccurrence } from './occurrence.js';

/** Seconds by which Temporal may start a job before the clock of the house says that it is time. */
const CLOCKS_APART = 60;

/** Runs the scheduled jobs, each once for each of its days. */
export class JobsRunner {
  constructor(
    private readonly record: RecordContext,
    private readonly deposits: Deposits,
    private readonly messageId: (id: string) => string,
    /** Rings what is past and was not rung: a job looks at a house in which it has. */
    private readonly ringPast: () => Promise<unknown> = async () => undefined,
    private readonly anchoring?: Anchoring,
  ) {}

  /** Runs a job that Temporal starts, once all that is past has rung; where the clock steps, its steps run the jobs instead. */
  async runByTheCalendar(name: string): Promise<object> {
    const { mode, now } = await readClock(this.record.source.manager);
    if (mode === 'stepping') return {};
    await this.ringPast();
    return this.runFor(name, addSeconds(now, CLOCKS_APART), now);
  }

  /**
   * Runs a job for the last of its times, now or before: for the day that was missed, when it is made up for. Answers
   * what it did, or what it had done for that day already. Throws for a job that the house has not.
   */
  async run(name: string): Promise<object> {
    const { now } = await readClock(this.record.source.manager);
    return this.runFor(name, now, now);
  }

  private async runFor(name: string, upTo: Instant, now: Instant): Promise<object> {
    const job = JOBS.find(candidate => candidate.name === name);
    if (!job) throw new Error(`Travail inconnu : ${name}`);
    const day = parisDate(lastOccurrence(job.when, upTo));
    const known = await runOf(this.record.source.manager, name, day);
    if (known) return known.report;
    return this.work(job, day, (await lastDays(this.record.source.manager, [name])).get(name), now);
  }

  /** What a step of the clock from an instant to another is to run. */
  async agenda(from: Instant, to: Instant): Promise<Agenda> {
    const names = JOBS.map(({ name }) => name);
    return new Agenda(JOBS, await lastDays(this.record.source.manager, names), from, to);
  }

  /** Runs the job that comes next in an agenda, once the clock stands at its time. */
  async runNext(agenda: Agenda, job: Job, at: Instant): Promise<void> {
    const day = parisDate(at);
    await this.work(job, day, agenda.ran(job, day), at);
  }

  private async work(job: Job, day: CivilDate, last: CivilDate | undefined, now: Instant): Promise<object> {
    const { record, deposits, messageId, anchoring } = this;
    const { source, book } = record;
    const since = last === undefined || last >= day ? day : addDays(last, 1);
    const report = await job.run({ source, book, record, deposits, day, since, now, messageId, anchoring });
    await noteRun(source.manager, job.name, day, now, report);
    return report;
  }
}
