import type { Logger } from 'pino';
import type { News } from '../domain/dossier/news.js';
import type { Stories } from './stories.js';
import { asks, merged } from './words.js';

/** Milliseconds after which a server that has not taken a word is held to be away. */
const PATIENCE = 1000;
/** How often the words that were said are looked at: has their story heard them? */
const LOOK_EVERY = 1000;
/** How long a story may take to hear a word before it is held to be silent. */
const SILENT_AFTER = 5000;
/** Words under way at the same time to an engine that is away: more would only queue there. */
const MOST_TRIALS = 4;
const ASK_EVERY = 10;

/** How long the nudger rests, in milliseconds: before the first word to a dossier, and between two. */
export interface Rests {
  readonly before: number;
  readonly between: number;
}

/** What comes close together is told in one word, and nobody waits for it. */
const RESTS: Rests = { before: 50, between: 1000 };

interface Said {
  readonly version: number;
  readonly at: number;
}

/**
 * Tells the stories what was recorded, after the answer and one word at a time per dossier: what comes meanwhile is
 * merged into the next. A word is taken by the server; that its story heard it is read from the record by a round of its
 * own. A breaker opens when the server does not take a word, or when no story hears any more: until one does, words are
 * tried one at a time. A story that is silent while others hear opens nothing: the sweep looks after it.
 */
export class Nudger {
  private readonly waiting = new Map<string, News>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly lastSaid = new Map<string, number>();
  /** Words that were taken, and not known to be heard. */
  private readonly takenWords = new Map<string, Said>();
  /** The stories that did not hear their last word, and the version that they have not heard. */
  private readonly silent = new Map<string, number>();
  private lastHeard = 0;
  private away = false;
  private readonly rounds: NodeJS.Timeout;

  constructor(
    private readonly stories: Pick<Stories, 'tell'>,
    /** Which of some dossiers have heard all up to a version. */
    private readonly heard: (words: ReadonlyMap<string, number>) => Promise<readonly string[]>,
    private readonly log: Logger,
    /** What the house does when the engine answers again. */
    private readonly onReturn: () => Promise<unknown> = async () => undefined,
    private readonly rests: Rests = RESTS,
  ) {
    this.rounds = setInterval(() => void this.round(), LOOK_EVERY).unref();
  }

  /** Whether the engine is held to be away. */
  get isAway(): boolean {
    return this.away;
  }

  /** Takes news to tell; answers at once. While the engine is away they are only remembered. */
  tell(poleId: string, news: News): void {
    if (this.away) {
      this.silent.set(poleId, news.version);
      return;
    }
    const before = this.waiting.get(poleId);
    this.waiting.set(poleId, before ? merged(before, news) : news);
    this.sayLater(poleId);
  }

  /** Says at once what waits, and waits until it is heard or the time is over. Answers whether all of it was. */
  async drained(milliseconds: number): Promise<boolean> {
    const until = performance.now() + milliseconds;
    do {
      for (const poleId of this.waiting.keys()) this.sayNow(poleId);
      await Promise.all(this.underWay.values());
      await this.look();
      if (this.waiting.size + this.takenWords.size === 0) return true;
      await new Promise(resolve => setTimeout(resolve, ASK_EVERY));
    } while (!this.away && performance.now() < until);
    return false;
  }

  /** Says nothing more and listens to nothing more: what waits, or was not heard, is left to the sweep. */
  stop(): void {
    clearInterval(this.rounds);
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.waiting.clear();
    this.takenWords.clear();
  }

  private sayLater(poleId: string): void {
    if (this.timers.has(poleId) || this.underWay.has(poleId)) return;
    const again = (this.lastSaid.get(poleId) ?? -Infinity) + this.rests.between - performance.now();
    const timer = setTimeout(() => this.sayNow(poleId), Math.max(this.rests.before, again)).unref();
    this.timers.set(poleId, timer);
  }

  private sayNow(poleId: string): void {
    clearTimeout(this.timers.get(poleId));
    this.timers.delete(poleId);
    const news = this.waiting.get(poleId);
    if (!news || this.underWay.has(poleId)) return;
    this.waiting.delete(poleId);
    this.underWay.set(poleId, this.say(poleId, news));
  }

  private async say(poleId: string, news: News): Promise<void> {
    const at = performance.now();
    this.lastSaid.set(poleId, at);
    try {
      await this.stories.tell(poleId, news, PATIENCE);
      this.takenWords.set(poleId, { version: news.version, at });
    } catch (error) {
      this.log.warn({ pole: poleId, version: news.version, err: error }, 'récit non prévenu, le balayage le fera');
      this.missed(poleId, news.version);
    } finally {
      this.underWay.delete(poleId);
      if (this.waiting.has(poleId)) this.sayLater(poleId);
    }
  }

  private async round(): Promise<void> {
    await this.look();
    const now = performance.now();
    for (const [poleId, { version, at }] of this.takenWords)
      if (at < now - SILENT_AFTER) this.unheard(poleId, version, at);
    for (const [poleId, at] of this.lastSaid) if (at < now - this.rests.between) this.lastSaid.delete(poleId);
    if (this.away) this.tryOne();
  }

  /** Looks at what was said: what is heard is said no more, and tells that the engine is there. */
  private async look(): Promise<void> {
    if (this.takenWords.size === 0) return;
    const words = new Map(this.takenWords);
    try {
      const heard = await this.heard(new Map([...words].map(([poleId, { version }]) => [poleId, version])));
      for (const poleId of heard) {
        if (this.takenWords.get(poleId) === words.get(poleId)) this.takenWords.delete(poleId);
        this.silent.delete(poleId);
      }
      if (heard.length > 0) this.answered();
    } catch (error) {
      this.log.warn({ err: error }, 'impossible de savoir si les récits ont entendu');
    }
  }

  /** A word that no story has heard, nor any other since, opens the breaker; one that others outran is a story's fault. */
  private unheard(poleId: string, version: number, at: number): void {
    this.takenWords.delete(poleId);
    this.log.warn({ pole: poleId, version }, 'récit muet, le balayage le préviendra');
    if (this.lastHeard > at) this.silent.set(poleId, version);
    else this.missed(poleId, version);
  }

  private missed(poleId: string, version: number): void {
    const known = this.silent.has(poleId);
    this.silent.set(poleId, version);
    if (this.away || known) return;
    this.away = true;
    this.log.warn('le moteur ne répond pas : les récits attendront');
    for (const [waiting, news] of this.waiting) this.silent.set(waiting, news.version);
    this.waiting.clear();
  }

  private answered(): void {
    this.lastHeard = performance.now();
    if (!this.away) return;
    this.away = false;
    this.log.info('le moteur répond de nouveau');
    this.onReturn().catch((error: unknown) => this.log.error({ err: error }, 'balayage au retour du moteur en échec'));
  }

  /** Says again to one of the silent stories that there is something to hear; to another one the next time. */
  private tryOne(): void {
    const [first] = this.silent;
    if (!first || this.underWay.size >= MOST_TRIALS) return;
    const [poleId, version] = first;
    this.silent.delete(poleId);
    this.silent.set(poleId, version);
    this.waiting.set(poleId, asks(version));
    this.sayNow(poleId);
  }
}
