import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  defineUpdate,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  CancellationScope,
  isCancellation,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { Alarm, Declaration, News, Rest, StoryStanding } from '../src/domain/dossier/news.js';
import type { Instant } from '../src/domain/kernel/paris.js';
import { applyFacts, life } from './life.js';
import type { StoryActivities } from './story/activities.js';
import { Story } from './story/story.js';

/** How a turn of a story ended. */
export interface Turn {
  readonly version: number;
  /** `turning`: the page is being turned, nudge again; `told`: everything heard is declared. */
  readonly outcome: 'told' | 'turning';
}

/** Carries what was just recorded, and nobody waits for what comes of it. */
const told = defineSignal<[News]>('told');
/** The same, and answers once the story is at rest; the story asks the journal when there is a gap. */
const nudge = defineUpdate<Turn, [News]>('nudge');
/** One step of the house's clock. */
const ring = defineUpdate<Turn, [Instant]>('ring');

/** What a turn has to hear: nothing new (and the story rests again), or a word that it knew already. */
type Heard = News | null | 'known';

const activities = proxyLocalActivities<StoryActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

const STAGE = defineSearchAttributeKey('PoleStage', SearchAttributeType.KEYWORD);
const NEXT_DUE = defineSearchAttributeKey('PoleNextDue', SearchAttributeType.DATETIME);
const BUDGET_YEAR = defineSearchAttributeKey('PoleBudgetYear', SearchAttributeType.INT);

const A_YEAR = 366 * 24 * 3600 * 1000;

/**
 * The story of one pôle, told on the real server. Turns are handled one after the other; each tells what is new, lets
 * the story come to rest, and ends where the record confirms that it rests there too. The record alone sets the alarm.
 */
export class PoleWorkflow {
  private readonly story = new Story();
  private version = 0;
  private alarm: Alarm | null = null;
  private alarmsSet = 0;
  private turning = false;
  private ended = false;
  private turns: Promise<unknown> = Promise.resolve();
  private shown = '';
  /** Words that nobody waits for, and whose turn has not come. */
  private readonly untold: News[] = [];
  /** Where the record says that the dossier rests, when what was just heard says it. */
  private resting: { readonly version: number; readonly rest: Rest } | undefined;
  /** The version at which the record was last found to agree, and how many times it was. */
  private agreedAt: number | undefined;
  private agreements = 0;

  private readonly opening: Promise<Turn>;

  constructor(
    private readonly poleId: string,
    private readonly stages: (story: Story) => Promise<void> = life,
  ) {
    this.opening = this.turn(async () => this.restingAt(await activities.readJournal(this.poleId, 0)), true);
    setHandler(told, news => this.tellLater(news));
    setHandler(nudge, news => this.hearNow(news));
    setHandler(ring, at => this.ring(at));
  }

  /** Tells the story until it ends or its page must be turned. */
  async run(): Promise<void> {
    await this.opening;
    while (!this.turning && !(await this.isOver())) await this.nextAlarmOrChange();
    await this.turns;
    await condition(allHandlersFinished);
    if (this.turning) await continueAsNew(this.poleId);
  }

  private ring(at: Instant): Promise<Turn> {
    return this.turn(async () => this.restingAt(await activities.ringAlarm(this.poleId, at)));
  }

  private hearNow(news: News): Promise<Turn> {
    const { agreements } = this;
    return this.turn(() => this.fill(news, agreements));
  }

  /** Words that come while a turn is under way make one turn. */
  private async tellLater(news: News): Promise<void> {
    this.untold.push(news);
    if (this.untold.length > 1) return;
    await this.turn(async () => {
      const [first = news, ...remaining] = this.untold.splice(0);
      let heard = await this.fill(first);
      for (const word of remaining) {
        if (heard !== 'known') this.learn(heard);
        const next = await this.fill(word);
        heard = next === 'known' ? heard : next;
      }
      return heard;
    });
  }

  /** News that say where the dossier rests are kept for the rest that comes. */
  private async restingAt(news: News): Promise<Heard> {
    if (news.rest) this.resting = { version: news.version, rest: news.rest };
    return news.version <= this.version ? null : this.fill(news);
  }

  private turn(listen: () => Promise<Heard>, first = false): Promise<Turn> {
    const ownTurn = this.turns.then(() => this.take(listen, first));
    this.turns = ownTurn.then(
      () => undefined,
      () => undefined,
    );
    return ownTurn;
  }

  private async take(listen: () => Promise<Heard>, first: boolean): Promise<Turn> {
    if (!this.turning) {
      const news = await listen();
      if (news !== 'known') this.learn(news);
      if (first) this.begin();
      if (news !== 'known') await this.rest();
    }
    return { version: this.version, outcome: this.turning ? 'turning' : 'told' };
  }

  private begin(): void {
    void this.stages(this.story).then(() => {
      this.ended = true;
    });
  }

  /** News that follow on what is known are taken as they are; older ones are known; after a gap, the journal is asked. */
  private async fill(news: News, agreements = this.agreements): Promise<Heard> {
    if (this.turning) return null;
    if (news.version <= this.version) return this.isKnown(news, agreements) ? 'known' : null;
    return news.since === this.version ? news : activities.readJournal(this.poleId, this.version);
  }

  /**
   * Whether nothing is to be said of a word that brings nothing new: the record agrees. One that asks is told so again,
   * unless the record was found to agree since it came.
   */
  private isKnown({ since }: News, agreements: number): boolean {
    return this.agreedAt === this.version && (since >= 0 || this.agreements > agreements);
  }

  private learn(news: News | null): void {
    if (news?.turnPage && this.version > 0) {
      this.turning = true;
      return;
    }
    if (news === null || news.version <= this.version) return;
    this.version = news.version;
    applyFacts(this.story, news.facts);
  }

  /** Lets the story come to rest, and declares what it awaits until the record agrees that it has heard everything. */
  private async rest(): Promise<void> {
    for (;;) {
      await afterMicrotasks();
      if (this.turning) return;
      const awaited = this.story.owed();
      const answer = this.agreed(awaited) ?? (await activities.declareExpectations(this.poleId, awaited, this.version));
      if (!answer.declared) {
        this.learn(answer.news);
        continue;
      }
      this.agreedAt = answer.version;
      if (answer.version !== undefined) this.agreements++;
      this.alarm = answer.alarm;
      this.alarmsSet++;
      this.show(answer.standing);
      return;
    }
  }

  /** What the record has said already, if the story awaits the same at the same version. */
  private agreed(awaited: readonly string[]): Declaration | undefined {
    const { version, rest } = this.resting ?? {};
    this.resting = undefined;
    if (!rest || version !== this.version || rest.awaited.join() !== awaited.join()) return undefined;
    return { declared: true, version, alarm: rest.alarm, standing: rest.standing };
  }

  /** Everything is told and declared, and no turn waits. */
  private async isOver(): Promise<boolean> {
    if (!this.ended) return false;
    await this.turns;
    return !this.turning;
  }

  private async nextAlarmOrChange(): Promise<void> {
    if (isTooLong()) {
      this.turning = true;
      return;
    }
    const { alarm, alarmsSet } = this;
    const changed = () => this.turning || this.ended || this.alarmsSet !== alarmsSet;
    if (alarm === null || alarm.inSeconds === null) {
      await condition(changed);
      return;
    }
    const rang = await this.waitUntil(alarm.inSeconds, changed);
    if (rang) await this.ring(alarm.at);
  }

  private async waitUntil(seconds: number, changed: () => boolean): Promise<boolean> {
    const timer = new CancellationScope();
    const rung = timer
      .run(() => sleep(seconds * 1000, { summary: 'Prochaine échéance' }))
      .then(
        () => true,
        (error: unknown) => {
          if (isCancellation(error)) return false;
          throw error;
        },
      );
    void condition(changed).then(() => timer.cancel());
    return rung;
  }

  /** Shows the operator where the pôle stands; each search attribute said is an event of the history. */
  private show({ details, ...standing }: StoryStanding): void {
    setCurrentDetails(details);
    const standingText = JSON.stringify(standing);
    if (standingText === this.shown) return;
    this.shown = standingText;
    upsertSearchAttributes([
      { key: STAGE, value: standing.stage },
      { key: NEXT_DUE, value: standing.nextDue === null ? null : new Date(standing.nextDue) },
      { key: BUDGET_YEAR, value: standing.budgetYear },
    ]);
  }
}

/** A condition that refuses its first look is looked at again only after the microtasks of the story have run. */
async function afterMicrotasks(): Promise<void> {
  let looks = 0;
  await condition(() => ++looks > 1);
}

function isTooLong(): boolean {
  const { continueAsNewSuggested, startTime } = workflowInfo();
  return continueAsNewSuggested || Date.now() - startTime.getTime() > A_YEAR;
}
