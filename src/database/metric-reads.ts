import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How many of each kind or state, and when the daily reconciliation last ran. */
export interface Measures {
  readonly reconciledAt: string | null;
  readonly differences: readonly Counted[];
  readonly notices: readonly Counted[];
  readonly tasks: readonly Counted[];
  readonly behind: number;
  readonly unrung: number;
  /** How many times a story awaited something else than its dossier had open. */
  readonly disagreements: number;
  /** Seconds for which the oldest notice that may leave at once has waited; 0 when none waits. */
  readonly outboxAge: number;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** What a nightly control last found, by kind. */
interface Run {
  readonly job: string;
  readonly at: string;
  readonly report: { readonly found: Readonly<Record<string, number>> };
}

type Standing = Pick<Measures, 'behind' | 'unrung' | 'disagreements' | 'outboxAge'>;

/** Numbers for a monitoring system: nothing of anyone, nothing of a dossier. */
@Injectable()
export class MetricReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** What is true at an instant; the differences are those that the last nightly controls found. */
  async measures(now: string): Promise<Measures> {
    const last = await this.source.query<Run[]>(
      `SELECT DISTINCT ON (job) job, ran_at AS at, report FROM job_runs WHERE job IN ('reconciliation', 'dossiers')
       ORDER BY job, day DESC`,
    );
    const [standing] = await this.source.query<Standing[]>(
      `SELECT count(*) FILTER (WHERE seen_version < version)::int AS behind,
         count(*) FILTER (WHERE seen_version >= version AND next_alarm <= $1)::int AS unrung,
         (SELECT count(*)::int FROM disagreements) AS disagreements,
         (SELECT coalesce(extract(epoch FROM $1::timestamptz - min(planned_for)), 0)::int FROM notices
          WHERE state = 'planned' AND pace = 'instant' AND planned_for <= $1) AS "outboxAge"
       FROM dossiers WHERE set_aside IS NULL`,
      [now],
    );
    return {
      reconciledAt: last.find(({ job }) => job === 'reconciliation')?.at ?? null,
      differences: counted(last),
      notices: await this.source.query<Counted[]>(
        'SELECT state AS name, count(*)::int AS count FROM notices GROUP BY state ORDER BY state',
      ),
      tasks: await this.source.query<Counted[]>(
        'SELECT kind AS name, count(*)::int AS count FROM tasks WHERE closed_at IS NULL GROUP BY kind ORDER BY kind',
      ),
      behind: standing?.behind ?? 0,
      unrung: standing?.unrung ?? 0,
      disagreements: standing?.disagreements ?? 0,
      outboxAge: standing?.outboxAge ?? 0,
    };
  }
}

function counted(runs: readonly Run[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const [name, count] of runs.flatMap(({ report }) => Object.entries(report.found)))
    counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].map(([name, count]) => ({ name, count }));
}
