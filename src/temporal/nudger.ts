import type { Logger } from 'pino';
import type { News } from '../domain/dossier/news.js';
import type { Stories } from './stories.js';

const PATIENCE = 1000;
const REST_AFTER_FAILURE = 2000;

interface Line {
  news: News;
  readonly heard: Promise<boolean>;
}

/**
 * Tells the stories what was recorded, one word at a time per dossier: what comes while a word is under way is merged
 * into the next. After a failure the engine is left alone for two seconds: acts do not wait for it.
 */
export class Nudger {
  private readonly underWay = new Map<string, Promise<boolean>>();
  private readonly waiting = new Map<string, Line>();
  private restUntil = 0;

  constructor(
    private readonly stories: Stories,
    private readonly log: Logger,
  ) {}

  /** Whether the story heard, within a second, all that was recorded up to these news. */
  async nudge(poleId: string, news: News): Promise<boolean> {
    if (performance.now() < this.restUntil) return false;
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
      return true;
    } catch (error) {
      this.restUntil = performance.now() + REST_AFTER_FAILURE;
      this.log.warn({ pole: poleId, version: news.version, err: error }, 'récit non prévenu, le balayage le fera');
      return false;
    }
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
