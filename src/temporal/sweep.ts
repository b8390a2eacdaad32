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

/** How many dossiers are touched at the same time. */
const ABREAST = 4;

type Waiting = Awaited<ReturnType<typeof dossiersToNudge>>[number];

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
    const waiting = [...(await dossiersToNudge(this.source.manager, now))];
    const take = async () => {
      for (let dossier = waiting.shift(); dossier; dossier = waiting.shift()) swept[await this.touch(dossier)]++;
    };
    await Promise.all(Array.from({ length: ABREAST }, take));
    return swept;
  }

  private async touch({ id, behind, nextAlarm }: Waiting): Promise<keyof Swept> {
    try {
      if (behind) await this.stories.nudge(id, await this.record.readJournal(id, 0), PATIENCE);
      else if (nextAlarm !== null) await this.stories.ring(id, instant(nextAlarm), PATIENCE);
      return behind ? 'nudged' : 'rung';
    } catch (error) {
      this.log.error({ pole: id, err: error }, 'balayage : récit injoignable');
      return 'failed';
    }
  }
}
