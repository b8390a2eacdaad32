import { dataSource } from '../database/data-source.js';
import { addDays } from '../domain/kernel/civil-date.js';
import { RuleBook } from '../reglement/load.js';
import { Chance } from '../simulation/chance.js';
import { drawPersona } from '../simulation/persona.js';
import { controlHouse, storiesCompleted } from '../simulation/controls.js';
import { ScenarioRunner } from '../simulation/scenario-runner.js';
import { compareMails, type MailCounts } from '../simulation/mail-comparison.js';
import { Stats } from '../simulation/stats.js';
import { contradictions } from './checker.js';
import { FaultHouse } from './fault-house.js';
import { FAULTS } from './faults.js';
import { endLeases } from './leases.js';
import { Scene, type Limits } from './scene.js';
import type { Exchange } from './traffic-log.js';

const BETWEEN_FAULTS_MS = 5000;
/** Days in which every mail that waits is tried again. */
const DAYS_OF_TRIES = 5;
const UNDER_WAY_MS = 2000;

export interface Campaign extends Limits {
  readonly rounds: number;
  readonly seed: number;
  /** Pôles that live at the same time, and the years of their conventions at most. */
  readonly poles: number;
  readonly years: number;
  /** The names of the faults that strike. */
  readonly faults: readonly string[];
  /** The workflows bundled beforehand. */
  readonly bundle: string;
  readonly onRound: (round: number, fault: string) => void;
}

export interface CampaignReport {
  readonly seed: number;
  readonly rounds: number;
  /** How often each fault struck. */
  readonly faults: Readonly<Record<string, number>>;
  readonly acts: number;
  readonly exchanges: number;
  readonly storiesTold: number;
  readonly mails: MailCounts;
  /** Milliseconds of the acts answered while the engine was known to be away. */
  readonly lateAnswersMs: readonly number[];
  readonly breaches: number;
  readonly breachList: readonly string[];
}

/** Lives carried while faults strike, one after the other; then the answers, the database and the stories agree. */
export async function runCampaign(campaign: Campaign): Promise<CampaignReport> {
  const house = await FaultHouse.start(campaign.bundle);
  try {
    return await new Rounds(house, campaign).run();
  } finally {
    await house.close();
  }
}

interface Judgement {
  readonly storiesTold: number;
  readonly mails: MailCounts;
}

interface Season {
  readonly runner: ScenarioRunner;
  readonly ranks: readonly number[];
  readonly lives: Promise<void>;
  over: boolean;
}

class Rounds {
  private readonly chance: Chance;
  private readonly stats = new Stats();
  private readonly scene: Scene;
  private readonly struck: Record<string, number> = {};
  private readonly seasons: Season[] = [];

  constructor(
    private readonly house: FaultHouse,
    private readonly campaign: Campaign,
  ) {
    this.chance = new Chance(campaign.seed);
    this.scene = new Scene(house, this.chance, campaign);
  }

  async run(): Promise<CampaignReport> {
    let season = this.begin();
    let order: string[] = [];
    for (let round = 1; round <= this.campaign.rounds; round++) {
      if (season.over) season = this.begin();
      if (order.length === 0) order = this.shuffled();
      const fault = order.pop() ?? '';
      this.campaign.onRound(round, fault);
      await this.house.traffic.next(({ key }) => key !== undefined, BETWEEN_FAULTS_MS);
      await this.strike(fault);
    }
    await Promise.all(this.seasons.map(({ lives }) => lives));
    return this.report(await this.judge());
  }

  private begin(): Season {
    const { poles, years } = this.campaign;
    const ranks = Array.from({ length: poles }, (_, index) => this.seasons.length * poles + index + 1);
    const personas = new Map(ranks.map(rank => [rank, drawPersona(rank, years, this.chance)]));
    const runner = new ScenarioRunner(this.house.client, personas, new Chance(this.campaign.seed), this.stats);
    const lives = runner
      .run(30, 365 * (years + 7), () => undefined)
      .then(
        () => void (season.over = true),
        (error: unknown) => {
          season.over = true;
          this.scene.breach(`des vies se sont arrêtées : ${error instanceof Error ? error.message : String(error)}`);
        },
      );
    const season: Season = { runner, ranks, lives, over: false };
    this.seasons.push(season);
    return season;
  }

  private async strike(fault: string): Promise<void> {
    this.struck[fault] = (this.struck[fault] ?? 0) + 1;
    const before = this.scene.breaches.length;
    await FAULTS[fault]?.(this.scene);
    for (let rank = before; rank < this.scene.breaches.length; rank++)
      this.scene.breaches[rank] = `${fault} : ${this.scene.breaches[rank]}`;
  }

  private shuffled(): string[] {
    return this.campaign.faults
      .map(name => ({ name, draw: this.chance.draw() }))
      .sort((a, b) => a.draw - b.draw)
      .map(({ name }) => name);
  }

  /** Everything comes to rest; then the checker of answers, the controls of the house, and the lives, all told. */
  private async judge(): Promise<Judgement> {
    const { house, scene, stats } = this;
    await house.client.step(await house.client.today());
    const mails = await this.judgeMails();
    const source = await dataSource(house.databaseUrl, 4).initialize();
    try {
      const excused = (exchange: Exchange) => scene.mayBeAway(exchange);
      const found = await contradictions(source, house.traffic.exchanges, excused);
      scene.breaches.push(...found, ...(await controlHouse(source, RuleBook.load())), ...stats.breaches);
      const poles = this.seasons.flatMap(({ runner, ranks }) => ranks.flatMap(rank => runner.poleOf(rank) ?? []));
      const storiesTold = await storiesCompleted(source, poles);
      const carried = this.seasons.length * this.campaign.poles;
      if (storiesTold < carried) scene.breach(`${carried - storiesTold} récits ne sont pas allés à leur terme`);
      return { storiesTold, mails };
    } finally {
      await source.destroy();
    }
  }

  /** What a dead postman held is looked into, what waits for another try leaves; then each mail is accounted for. */
  private async judgeMails(): Promise<MailCounts> {
    const { house, scene, campaign } = this;
    await endLeases(house.owner);
    await house.client.step(addDays(await house.client.today(), DAYS_OF_TRIES));
    const underWayMs = UNDER_WAY_MS + campaign.outageMs;
    const { counts, differences } = await compareMails(house.owner.manager, house.mail.received, { underWayMs });
    scene.breaches.push(...differences);
    if (counts.givenUp > 0) scene.breach(`${counts.givenUp} rappels abandonnés`);
    return counts;
  }

  private report({ storiesTold, mails }: Judgement): CampaignReport {
    const { breaches, lateAnswers } = this.scene;
    return {
      seed: this.campaign.seed,
      rounds: this.campaign.rounds,
      faults: this.struck,
      acts: this.stats.accepted + this.stats.refused,
      exchanges: this.house.traffic.exchanges.length,
      storiesTold,
      mails,
      lateAnswersMs: lateAnswers.map(latency => Math.round(latency)).sort((a, b) => a - b),
      breaches: breaches.length,
      breachList: breaches,
    };
  }
}
