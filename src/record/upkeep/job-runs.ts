import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { Instant } from '../../domain/kernel/paris.js';

/** A run of a job for one of its days. */
export interface JobRun {
  readonly report: object;
  readonly at: Instant;
}

/** What a job reported for a day, and when, if it ran for it. */
export async function runOf(manager: EntityManager, job: string, day: CivilDate): Promise<JobRun | undefined> {
  const [row] = await manager.query<JobRun[]>('SELECT report, ran_at AS at FROM job_runs WHERE job = $1 AND day = $2', [
    job,
    day,
  ]);
  return row;
}

/** Notes that a job ran for a day. Noted twice, the first stands. */
export async function noteRun(
  manager: EntityManager,
  job: string,
  day: CivilDate,
  at: Instant,
  report: object,
): Promise<void> {
  await manager.query(
    'INSERT INTO job_runs (job, day, ran_at, report) VALUES ($1, $2, $3, $4) ON CONFLICT (job, day) DO NOTHING',
    [job, day, at, JSON.stringify(report)],
  );
}

/** The last day for which each of some jobs ran. */
export async function lastDays(
  manager: EntityManager,
  jobs: readonly string[],
): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await manager.query<{ job: string; day: CivilDate | null }[]>(
    'SELECT job, (SELECT max(day) FROM job_runs r WHERE r.job = named.job) AS day FROM unnest($1::text[]) AS named (job)',
    [jobs],
  );
  return new Map(rows.flatMap(({ job, day }) => (day === null ? [] : [[job, day]])));
}
