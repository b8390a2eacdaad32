import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { storyRows, type StoryRow } from '../record/story-rows.js';
import type { TemporalSettings } from './connection.js';
import { lastFailure } from './last-failure.js';
import { pollersOf } from './pollers.js';

const ABREAST = 8;

/** Where a story stands, beside its dossier. */
export interface StoryStanding extends StoryRow {
  readonly run: string | null;
  readonly behind: boolean;
  readonly alarmPassed: boolean;
  /** Why it is in trouble; null when it is not. */
  readonly trouble: string | null;
}

/** Where every story stands, or that of one pôle. Changes nothing. */
export class StoryList {
  constructor(
    private readonly source: DataSource,
    private readonly client: Client,
    private readonly settings: TemporalSettings,
  ) {}

  async read(poleId?: string): Promise<readonly StoryStanding[]> {
    const { now } = await readClock(this.source.manager);
    const rows = await storyRows(this.source.manager, poleId);
    const isTold = (await pollersOf(this.client, this.settings)).length > 0;
    const standings: StoryStanding[] = [];
    const waiting = [...rows.entries()];
    const take = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        standings[next[0]] = await this.standing(next[1], now, isTold);
    };
    await Promise.all(Array.from({ length: ABREAST }, take));
    return standings;
  }

  private async standing(row: StoryRow, now: string, isTold: boolean): Promise<StoryStanding> {
    const execution = await this.describe(row.id);
    const behind = row.seenVersion < row.version;
    const alarmPassed = row.nextAlarm !== null && row.nextAlarm < now;
    const late = behind || alarmPassed;
    return {
      ...row,
      run: execution.run,
      behind,
      alarmPassed,
      trouble: await this.trouble(row, execution, late, isTold),
    };
  }

  private async trouble(row: StoryRow, execution: Told, late: boolean, isTold: boolean): Promise<string | null> {
    if (row.setAside !== null) return `mis de côté : ${row.setAside}`;
    if (execution.run === null && (late || row.open > 0)) return 'pas de récit : npm run rehydrate le reprend';
    if (execution.attempts > 1)
      return `sa tâche échoue (${execution.attempts} fois) : ${(await lastFailure(this.client, row.id)) ?? 'sans raison notée'}`;
    if (!late) return null;
    if (!isTold) return 'aucun moteur ne prend les récits';
    const failure = await lastFailure(this.client, row.id);
    return failure === undefined ? 'en retard : le balayage le préviendra' : `une de ses activités échoue : ${failure}`;
  }

  private async describe(poleId: string): Promise<Told> {
    try {
      const { runId, status, raw } = await this.client.workflow.getHandle(`pole/${poleId}`).describe();
      return { run: status.name === 'RUNNING' ? runId : null, attempts: raw.pendingWorkflowTask?.attempt ?? 0 };
    } catch (error) {
      if (error instanceof Error && error.name === 'WorkflowNotFoundError') return { run: null, attempts: 0 };
      throw error;
    }
  }
}

interface Told {
  readonly run: string | null;
  /** How often its present workflow task was tried. */
  readonly attempts: number;
}
