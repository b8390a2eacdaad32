import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '../domain/kernel/civil-date.js';

/** The last run of a job, for one of its days. */
export interface LastRun {
  readonly job: string;
  readonly day: CivilDate;
  readonly at: string;
  readonly report: Readonly<Record<string, unknown>>;
}

/** A dossier that receives no act any more, and why. */
export interface SetAside {
  readonly id: string;
  readonly reason: string;
}

/** Reads of how the house is. */
@Injectable()
export class HealthReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** The last run of each job. */
  async lastRuns(): Promise<readonly LastRun[]> {
    return this.source.query<LastRun[]>(
      'SELECT DISTINCT ON (job) job, day, ran_at AS at, report FROM job_runs ORDER BY job, day DESC',
    );
  }

  /** The dossiers that are set aside. */
  async setAside(): Promise<readonly SetAside[]> {
    return this.source.query<SetAside[]>(
      'SELECT id, set_aside AS reason FROM dossiers WHERE set_aside IS NOT NULL ORDER BY id',
    );
  }
}
