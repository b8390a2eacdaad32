import type { Logger } from 'pino';
import type { News } from '../domain/dossier/news.js';
import type { Stories } from './stories.js';

const PATIENCE = 1000;
const TRIAL_EVERY = 1000;
/** Words sent at the same time to an engine that is away: more would only queue there. */
const MOST_TRIALS = 4;

interface Line {
  news: News;
  readonly heard: Promise<boolean>;
}

/**
 * Tells the stories what was recorded, one word at a time per dossier: what comes while a word is under way is merged
 * into the next. A breaker keeps acts from waiting: a story that was silent for a second opens it, and until one
 * answers again words are sent but nobody waits for them. A story known to be silent opens it no more: the others are
 * not made to suffer from it.
 */
export class Nudger {
  private readonly underWay = new Map<string, Promise<boolean>>();
  private readonly waiting = new Map<string, Line>();
  /** The stories that did not answer their last word, and the version that they have not heard. */
  private readonly silent = new Map<string, number>();
  private away = false;

  constructor(
    private readonly stories: Pick<Stories, 'nudge'>,
    private readonly log: Logger,
    /** What the house does when the engine answers again. */
    private readonly onReturn: () => Promise<unknown> = async () => undefined,
  ) {}

  /** Whether the engine is held to be away: acts are answered without it. */
  get isAway(): boolean {
    return this.away;
  }

  /** Whether the story heard, within a second, all that was recorded up to these news. False at once when nobody waits. */
  async nudge(poleId: string, news: News): Promise<boolean> {
    const waits = !this.away && !this.silent.has(poleId);
    if (!waits && this.underWay.size >= MOST_TRIALS) {
      this.silent.set(poleId, news.version);
      return false;
    }
    const heard = this.queue(poleId, news);
    return waits ? heard : false;
  }

  private queue(poleId: string, news: News): Promise<boolean> {
    const line = this.waiting.get(poleId);
    if (line) {
      line.news = merged(line.news, news);
      return line.heard;
    }
    const current = this.underWay.get(poleId);
    if (!current) return this.start(poleId, news);
    const next: Line = { news, heard: current.then(() => this.start(poleId, this.take(poleId, news))) };
    this.waiting.set(poleId, next);
    return next.heard;
  }

  private take(poleId: string, news: News): News {
    const line = this.waiting.get(poleId);
    this.waiting.delete(poleId);
    return line?.news ?? news;
  }

  private start(poleId: string, news: News): Promise<boolean> {
    const told = this.tell(poleId, news).finally(() => {
      if (this.underWay.get(poleId) === told) this.underWay.delete(poleId);
    });
    this.underWay.set(poleId, told);
    return told;
  }

  private async tell(poleId: string, news: News): Promise<boolean> {
    try {
      await this.stories.nudge(poleId, news, PATIENCE);
      this.answered(poleId);
      return true;
    } catch (error) {
      this.log.warn({ pole: poleId, version: news.version, err: error }, 'récit non prévenu, le balayage le fera');
      this.missed(poleId, news.version);
      return false;
    }
  }

  private answered(poleId: string): void {
    this.silent.delete(poleId);
    if (!this.away) return;
    this.away = false;
    this.log.info('le moteur répond de nouveau');
    this.onReturn().catch((error: unknown) => this.log.error({ err: error }, 'balayage au retour du moteur en échec'));
  }

  private missed(poleId: string, version: number): void {
    const known = this.silent.has(poleId);
    this.silent.set(poleId, version);
    if (this.away || known) return;
    this.away = true;
    this.log.warn('le moteur ne répond pas : les actes ne l’attendent plus');
    this.tryLater();
  }

  private tryLater(): void {
    setTimeout(() => {
      if (!this.away) return;
      this.tryOne();
      this.tryLater();
    }, TRIAL_EVERY).unref();
  }

  /** Says again to one of the silent stories what it has not heard; another one the next time. */
  private tryOne(): void {
    const [first] = this.silent;
    if (!first || this.underWay.size >= MOST_TRIALS) return;
    const [poleId, version] = first;
    this.silent.delete(poleId);
    this.silent.set(poleId, version);
    void this.queue(poleId, { since: -1, version, facts: [], turnPage: false });
  }
}

/** News that follow each other make one; across a gap, only the last version counts: the story asks the journal. */
function merged(first: News, second: News): News {
  const [older, newer] = first.version <= second.version ? [first, second] : [second, first];
  if (older.version !== newer.since) return { ...newer, since: -1 };
  return {
    since: older.since,
    version: newer.version,
    facts: [...older.facts, ...newer.facts],
    turnPage: older.turnPage || newer.turnPage,
  };
}
