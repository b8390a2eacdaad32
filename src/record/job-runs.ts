import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';

/** What a job reported for a day, if it ran for it. */
export async function runOf(manager: EntityManager, job: string, day: CivilDate): Promise<object | undefined> {
  const [row] = await manager.query<{ report: object }[]>('SELECT report FROM job_runs WHERE job = $1 AND day = $2', [
    job,
    day,
  ]);
  return row?.report;
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
