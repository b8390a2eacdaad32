import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { anyDossierBut } from '../record/dossiers.js';
import { readPosition, type Position, type Waiting } from '../record/upkeep/position.js';
import type { Stories } from './stories.js';
import { asks } from './words.js';

const PATIENCE = 30_000;

export interface Swept {
  readonly nudged: number;
  readonly rung: number;
  /** The dossiers whose story did not answer. */
  readonly silent: readonly string[];
  /** Dossiers that it left alone: their journal was altered. */
  readonly setAside: number;
}

/** How often all that is past is touched: what rings may set an alarm that is past too. */
const MOST_ROUNDS = 3;

/** How many dossiers are touched at the same time. */
export const ABREAST = 8;

/**
 * Nudges every dossier whose story is behind its journal, and rings those whose alarm has passed without ringing.
 * A dossier that fails never stops the others; one that is set aside is left alone.
 */
export class Sweep {
  private toldAside = '';

  constructor(
    private readonly source: DataSource,
    private readonly stories: Stories,
    private readonly log: Logger,
    /** Milliseconds that a story is waited for. */
    private readonly patience = PATIENCE,
  ) {}

  /** Touches every dossier that waits where the house stands. */
  async run(position?: Pick<Position, 'waiting' | 'aside'>): Promise<Swept> {
    const { waiting, aside } = position ?? (await readPosition(this.source.manager));
    this.sayAside(aside);
    const remaining = [...waiting];
    let [nudged, rung] = [0, 0];
    const silent: string[] = [];
    const take = async () => {
      for (let dossier = remaining.shift(); dossier; dossier = remaining.shift()) {
        if (!(await this.touch(dossier))) silent.push(dossier.id);
        else if (dossier.behind) nudged++;
        else rung++;
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, take));
    return { nudged, rung, silent, setAside: aside.length };
  }

  /** Touches all that is past, as after a night away. What stays silent is left to the next sweep, and seen by the controls. */
  async ringPast(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { nudged, rung } = await this.run();
      if (nudged + rung === 0) return;
    }
  }

  /** Whether the engine tells the story of any other dossier: what is silent then is at fault itself. */
  async tellsAnyBut(silent: ReadonlySet<string>): Promise<boolean> {
    const other = await anyDossierBut(this.source.manager, [...silent]);
    if (other === undefined) return false;
    return this.touch({ ...other, behind: true, nextAlarm: null });
  }

  /** Says, when they change, which dossiers are left alone. */
  private sayAside(aside: Position['aside']): void {
    const asideText = JSON.stringify(aside);
    if (aside.length > 0 && asideText !== this.toldAside)
      this.log.warn({ dossiers: aside }, 'balayage : dossiers mis de côté, leur récit attend');
    this.toldAside = asideText;
  }

  /** A story that is behind asks the journal itself for what it has not heard. */
  private async touch({ id, version, behind, nextAlarm }: Waiting): Promise<boolean> {
    try {
      if (behind) await this.stories.nudge(id, asks(version), this.patience);
      else if (nextAlarm !== null) await this.stories.ring(id, nextAlarm, this.patience);
      return true;
    } catch (error) {
      this.log.error({ pole: id, err: error }, 'balayage : récit injoignable');
      return false;
    }
  }
}
