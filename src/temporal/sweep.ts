import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { instant } from '../domain/kernel/paris.js';
import { dossiersToNudge } from '../record/dossiers.js';
import type { StoryRecord } from '../record/story-record.js';
import type { Stories } from './stories.js';

const PATIENCE = 30_000;

export interface Swept {
  readonly nudged: number;
  readonly rung: number;
  readonly failed: number;
}

/**
 * Nudges every dossier whose story is behind its journal, and rings those whose alarm has passed without ringing.
 * A dossier that fails never stops the others.
 */
export class Sweep {
  constructor(
    private readonly source: DataSource,
    private readonly record: StoryRecord,
    private readonly stories: Stories,
    private readonly log: Logger,
  ) {}

  async run(): Promise<Swept> {
    const swept = { nudged: 0, rung: 0, failed: 0 };
    const { now } = await readClock(this.source.manager);
    for (const dossier of await dossiersToNudge(this.source.manager, now)) {
      try {
        if (dossier.behind)
          await this.stories.nudge(dossier.id, await this.record.readJournal(dossier.id, 0), PATIENCE);
        else if (dossier.nextAlarm !== null) await this.stories.ring(dossier.id, instant(dossier.nextAlarm), PATIENCE);
        swept[dossier.behind ? 'nudged' : 'rung']++;
      } catch (error) {
        swept.failed++;
        this.log.error({ pole: dossier.id, err: error }, 'balayage : récit injoignable');
      }
    }
    return swept;
  }
}
