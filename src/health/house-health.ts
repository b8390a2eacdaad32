import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { HealthReads, type LastRun } from '../database/health-reads.js';
import { MetricReads } from '../database/metric-reads.js';
import { PoleReads } from '../database/pole-reads.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { instant, type Instant } from '../domain/kernel/paris.js';
import { dossiersToNudge } from '../record/dossiers.js';
import { noticeStateLabel } from '../reminders/notice-words.js';
import { JOBS } from '../scheduled/jobs.js';
import { whenInFrench } from '../scheduled/occurrence.js';
import { StoryHealth } from './story-health.js';

/** The names of the pôles whose stories are not well; `lost` is null while the engine does not answer. */
export interface Stories {
  readonly behind: readonly string[];
  readonly unrung: readonly string[];
  readonly lost: readonly string[] | null;
}

/** A job of the calendar and its last run. */
export interface JobStanding {
  readonly label: string;
  /** « chaque jour à 3 h 00 » */
  readonly when: string;
  readonly last: { readonly at: Instant } | null;
}

/** What the last nightly control said of the chains of the journals. */
export interface Chain {
  readonly at: Instant | null;
  readonly dossiers: number;
  readonly breaches: number;
  readonly settings: number;
  /** The pôles that receive no act any more, by name. */
  readonly setAside: readonly string[];
}

/** How the house is, in names and words. */
export interface HouseHealth {
  readonly today: CivilDate;
  readonly stories: Stories;
  readonly jobs: readonly JobStanding[];
  readonly letters: {
    readonly byState: readonly { readonly label: string; readonly count: number }[];
    /** Seconds for which the oldest that may leave at once has waited. */
    readonly oldest: number;
  };
  readonly chain: Chain;
  readonly tasks: number;
}

/** How the house is, for who keeps it. */
@Injectable()
export class HealthReport {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(MetricReads) private readonly measures: MetricReads,
    @Inject(HealthReads) private readonly reads: HealthReads,
    @Inject(PoleReads) private readonly poles: PoleReads,
    @Inject(StoryHealth) private readonly stories: StoryHealth,
  ) {}

  async read(): Promise<HouseHealth> {
    const { now, today } = await readClock(this.source.manager);
    const [waiting, lost, runs, measures, setAside, poles] = await Promise.all([
      dossiersToNudge(this.source.manager, now),
      this.stories.lostDossiers(),
      this.reads.lastRuns(),
      this.measures.measures(now),
      this.reads.setAside(),
      this.poles.names(),
    ]);
    const names = new Map(poles.map(({ id, name }) => [id, name]));
    const nameOf = (id: string) => names.get(id) ?? 'Pôle sans nom';
    const named = (behind: boolean) => waiting.flatMap(line => (line.behind === behind ? [nameOf(line.id)] : []));
    return {
      today,
      stories: { behind: named(true), unrung: named(false), lost: lost?.map(nameOf) ?? null },
      jobs: JOBS.map(({ name, label, when }) => ({ label, when: whenInFrench(when), last: lastOf(runs, name) })),
      letters: {
        byState: measures.notices.map(({ name, count }) => ({ label: noticeStateLabel(name), count })),
        oldest: measures.outboxAge,
      },
      chain: { ...chainOf(runs), setAside: setAside.map(nameOf) },
      tasks: measures.tasks.reduce((sum, { count }) => sum + count, 0),
    };
  }
}

function lastOf(runs: readonly LastRun[], name: string): JobStanding['last'] {
  const run = runs.find(({ job }) => job === name);
  return run === undefined ? null : { at: instant(run.at) };
}

function chainOf(runs: readonly LastRun[]): Omit<Chain, 'setAside'> {
  const run = runs.find(({ job }) => job === 'dossiers');
  const count = (name: string) => Number(run?.report[name] ?? 0);
  return {
    at: run === undefined ? null : instant(run.at),
    ...{ dossiers: count('dossiers'), breaches: count('breaches'), settings: count('settings') },
  };
}
