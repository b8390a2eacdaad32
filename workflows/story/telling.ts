import {
  allHandlersFinished,
  condition,
  continueAsNew,
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
import type { StoryActivities } from '../../activities/story-activities.js';
import type { Alarm, News, StoryStanding } from '../../src/domain/dossier/news.js';
import type { Instant } from '../../src/domain/kernel/paris.js';
import { hear, life } from '../life.js';
import { Story } from './story.js';

/** How a turn of a story ended. */
export interface Turn {
  readonly version: number;
  /** `turning`: the page is being turned, nudge again; `told`: everything heard is declared. */
  readonly outcome: 'told' | 'turning';
}

/** Carries what was just recorded; the story asks the journal when there is a gap. */
export const nudge = defineUpdate<Turn, [News]>('nudge');
/** One step of the house's clock. */
export const ring = defineUpdate<Turn, [Instant]>('ring');

const hands = proxyLocalActivities<StoryActivities>({
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
 * the story come to rest, and ends with a declaration that succeeded. The declaration alone sets the alarm.
 */
export class Telling {
  private readonly story = new Story();
  private version = 0;
  private alarm: Alarm | null = null;
  private alarmsSet = 0;
  private turning = false;
  private ended = false;
  private turns: Promise<unknown> = Promise.resolve();
  private shown = '';

  private readonly opening: Promise<Turn>;

  constructor(
    private readonly poleId: string,
    private readonly lived: (story: Story) => Promise<void> = life,
  ) {
    this.opening = this.turn(() => hands.readJournal(this.poleId, 0), true);
    setHandler(nudge, news => this.turn(() => this.fill(news)));
    setHandler(ring, at => this.ring(at));
  }

  /** Tells the story until it ends or its page must be turned. */
  async tell(): Promise<void> {
    await this.opening;
    while (!this.turning && !(await this.isOver())) await this.nextAlarmOrChange();
    await this.turns;
    await condition(allHandlersFinished);
    if (this.turning) await continueAsNew(this.poleId);
  }

  private ring(at: Instant): Promise<Turn> {
    return this.turn(async () => this.fill(await hands.ringAlarm(this.poleId, at)));
  }

  private turn(listen: () => Promise<News | null>, first = false): Promise<Turn> {
    const mine = this.turns.then(() => this.take(listen, first));
    this.turns = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  private async take(listen: () => Promise<News | null>, first: boolean): Promise<Turn> {
    if (!this.turning) {
      this.learn(await listen());
      if (first) this.begin();
      await this.rest();
    }
    return { version: this.version, outcome: this.turning ? 'turning' : 'told' };
  }

  private begin(): void {
    void this.lived(this.story).then(() => {
      this.ended = true;
    });
  }

  /** News that follow on what is known are taken as they are; older ones are known; after a gap, the journal is asked. */
  private async fill(news: News): Promise<News | null> {
    if (news.version <= this.version) return null;
    return news.since === this.version ? news : hands.readJournal(this.poleId, this.version);
  }

  private learn(news: News | null): void {
    if (news?.turnPage && this.version > 0) {
      this.turning = true;
      return;
    }
    if (news === null || news.version <= this.version) return;
    this.version = news.version;
    hear(this.story, news.facts);
  }

  /** Lets the story come to rest, and declares what it awaits until the record agrees that it has heard everything. */
  private async rest(): Promise<void> {
    for (;;) {
      await afterMicrotasks();
      if (this.turning) return;
      const answer = await hands.declareExpectations(this.poleId, this.story.owed(), this.version);
      if (!answer.declared) {
        this.learn(answer.news);
        continue;
      }
      this.alarm = answer.alarm;
      this.alarmsSet++;
      this.show(answer.standing);
      return;
    }
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
    const said = JSON.stringify(standing);
    if (said === this.shown) return;
    this.shown = said;
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
