import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The last run of a job, for one of its days. */
export interface LastRun {
  readonly job: string;
  readonly at: string;
  readonly report: Readonly<Record<string, unknown>>;
}

/** Reads of how the house is. */
@Injectable()
export class HealthReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** The last run of each job. */
  async lastRuns(): Promise<readonly LastRun[]> {
    return this.source.query<LastRun[]>(
      'SELECT DISTINCT ON (job) job, ran_at AS at, report FROM job_runs ORDER BY job, day DESC',
    );
  }

  /** The dossiers that receive no act any more. */
  async setAside(): Promise<readonly string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      'SELECT id FROM dossiers WHERE set_aside IS NOT NULL ORDER BY id',
    );
    return rows.map(({ id }) => id);
  }
}
