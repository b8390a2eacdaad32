import { setTimeout as delay } from 'node:timers/promises';
import { RuleBook } from '../reglement/load.js';
import { Chance } from '../simulation/chance.js';
import { controlHouse } from '../simulation/controls.js';
import { compareMails, type MailCounts } from '../simulation/mail-comparison.js';
import type { OnMessage } from '../simulation/mail-server.js';
import { FaultHouse } from './fault-house.js';
import { RunningHouse } from './running-house.js';
import type { InterceptedWords } from './tcp-proxy.js';

export interface MailKills {
  readonly kills: number;
  readonly seed: number;
  /** Whether a round is also left to come back by itself, which takes up to a minute. */
  readonly alone: boolean;
  /** The workflows bundled beforehand. */
  readonly bundle: string;
  readonly onKill: (kill: number, moment: string) => void;
}

export interface MailKillsReport {
  readonly seed: number;
  readonly kills: number;
  /** How often the worker was killed at each moment. */
  readonly moments: Readonly<Record<string, number>>;
  readonly poles: number;
  /** Milliseconds after which a round that died goes on by itself; null when it was not tried. */
  readonly backToWorkMs: number | null;
  /** Reminders that fell due while everything was down for 72 hours, then left late and said so. */
  readonly lateAfterOutage: number;
  readonly mails: MailCounts;
  readonly breaches: number;
  readonly breachList: readonly string[];
}

type Moment = { readonly while: 'ringing' | 'sending' } & (
  { readonly says: string; readonly catches: InterceptedWords['catches'] } | { readonly server: OnMessage }
);

/** When the worker dies; each once before any a second time. */
const MOMENTS: Readonly<Record<string, Moment>> = {
  'ringing, its notices just written': { while: 'ringing', says: 'INSERT INTO notices', catches: 'answer' },
  'sending, once the server has accepted': { while: 'sending', server: 'accepts-and-hangs' },
  'sending, once a mail is taken': { while: 'sending', says: 'INSERT INTO mails', catches: 'answer' },
  'noting, before it is written': { while: 'sending', says: 'SET state = said.state, answer', catches: 'words' },
  'sending, before the server accepts': { while: 'sending', server: 'hangs' },
  'ringing, its notices not yet written': { while: 'ringing', says: 'INSERT INTO notices', catches: 'words' },
  'sending, before a mail is taken': { while: 'sending', says: 'INSERT INTO mails', catches: 'words' },
  'noting, once it is written': { while: 'sending', says: 'SET state = said.state, answer', catches: 'answer' },
};

/** What one postman gives at the same time: a kill leaves no more in doubt. */
const MOST_IN_DOUBT = 8;
const UNTIL_IT_COMES = 4000;
const POLES_EACH = 2;
/** How many times in a row a moment may not come before the campaign says that it cannot go on. */
const MOST_MISSED = 20;
const UNDER_WAY_MS = 2000;
const HOUR = 3600;
const BACK_TO_WORK_MS = 60_000;
const OUTAGE_HOURS = 72;

/**
 * A house whose clock runs ahead, its server of mail as mute on the past as most: its worker is killed while it rings and
 * sends, then all of it is down for 72 hours across due days. Each reminder leaves once, or asks for a person.
 */
export async function runMailKills(settings: MailKills): Promise<MailKillsReport> {
  const house = await FaultHouse.start(settings.bundle, { clock: 'running', blind: true });
  try {
    return await new Killing(house, settings).run();
  } finally {
    await house.close();
  }
}

class Killing {
  private readonly running: RunningHouse;
  private readonly chance: Chance;
  private readonly moments: Record<string, number> = {};

  constructor(
    private readonly house: FaultHouse,
    private readonly settings: MailKills,
  ) {
    this.chance = new Chance(settings.seed);
    this.running = new RunningHouse(house);
  }

  /** Mails of which it is not known whether they left, however many things each of them says. */
  private async mailsInDoubt(): Promise<number> {
    const [row] = await this.house.owner.query<{ mails: number }[]>(
      "SELECT count(DISTINCT mail_id)::int AS mails FROM notices WHERE state = 'uncertain'",
    );
    return row?.mails ?? 0;
  }

  async run(): Promise<MailKillsReport> {
    const { kills, seed, onKill } = this.settings;
    let missed = 0;
    for (let kill = 0; kill < kills;) {
      const names = Object.keys(MOMENTS);
      const name = names[kill < names.length ? kill : this.chance.between(0, names.length - 1)] ?? '';
      for (let rank = 0; rank < POLES_EACH; rank++) await this.running.declare(this.chance.happens(0.3));
      if (await this.killedAt(name)) {
        onKill(++kill, name);
        this.moments[name] = (this.moments[name] ?? 0) + 1;
        missed = 0;
      } else if (++missed > MOST_MISSED) throw new Error(`Rien à envoyer : « ${name} » n’est pas venu.`);
    }
    await this.running.rest();
    const backToWorkMs = this.settings.alone ? await this.diesAlone() : null;
    const lateAfterOutage = await this.outage();
    const { counts: mails, differences } = await compareMails(this.house.owner.manager, this.house.mail.received, {
      underWayMs: UNDER_WAY_MS,
    });
    const breachList = [...differences, ...(await controlHouse(this.house.owner, RuleBook.load()))];
    const struck = Object.entries(this.moments).filter(([name]) => MOMENTS[name]?.while === 'sending');
    const whileSending = struck.reduce((sum, [, times]) => sum + times, this.settings.alone ? 1 : 0);
    const inDoubt = await this.mailsInDoubt();
    if (inDoubt > whileSending * MOST_IN_DOUBT)
      breachList.push(`${inDoubt} courriers en doute pour ${whileSending} arrêts`);
    if (mails.givenUp > 0) breachList.push(`${mails.givenUp} rappels abandonnés`);
    if (lateAfterOutage === 0) breachList.push('aucune échéance n’est tombée pendant les 72 heures');
    if (backToWorkMs !== null && backToWorkMs > BACK_TO_WORK_MS)
      breachList.push(`la tournée n’est revenue qu’après ${backToWorkMs} ms`);
    const { poles } = this.running;
    return {
      seed,
      kills,
      moments: this.moments,
      poles,
      ...{ lateAfterOutage, backToWorkMs },
      mails,
      breaches: breachList.length,
      breachList,
    };
  }

  /** The worker is killed on its round of each minute; how long until the next round ends, helped by nobody. */
  private async diesAlone(): Promise<number> {
    const { house, running } = this;
    const isDead = async () => {
      await running.goToNextMorning();
      await running.ring();
      await running.endMorning();
      return this.hung('hangs', () => running.startOwnRound());
    };
    for (let missed = 0; !(await isDead()); missed++)
      if (missed > MOST_MISSED) throw new Error('La tournée n’a rien remis.');
    const from = performance.now();
    await house.worker.stop();
    await running.endLeases();
    await house.startWorker();
    await running.ownRoundEnds();
    return Math.round(performance.now() - from);
  }

  /** Brings the house to its next reminders, and kills the worker at a moment of them; false when it did not come. */
  private async killedAt(name: string): Promise<boolean> {
    const moment = MOMENTS[name];
    if (!moment) throw new Error(`Moment inconnu : ${name}`);
    await this.running.goToNextMorning();
    if (moment.while === 'sending') {
      await this.running.ring();
      await this.running.endMorning();
      if (this.chance.happens(0.5)) await this.running.meetOne();
    }
    const begin = () => (moment.while === 'ringing' ? this.running.startRinging() : this.running.startSending());
    const isDead = 'says' in moment ? await this.snared(moment, begin) : await this.hung(moment.server, begin);
    if (!isDead) return false;
    await this.house.worker.stop();
    await this.running.endLeases();
    await this.house.startWorker();
    return true;
  }

  private async snared({ says, catches }: InterceptedWords, begin: () => Promise<void>): Promise<boolean> {
    const { house } = this;
    const struck = house.proxies.worker.interceptWhen({ says, catches }, UNTIL_IT_COMES, async () => {
      house.worker.kill('SIGKILL');
    });
    await begin();
    return struck;
  }

  private async hung(onMessage: OnMessage, begin: () => Promise<void>): Promise<boolean> {
    const { mail, worker } = this.house;
    const before = mail.given;
    mail.onMessage = onMessage;
    await begin();
    await Promise.race([mail.untilGiven(before + 1), delay(UNTIL_IT_COMES)]);
    const isGiven = mail.given > before;
    if (isGiven) worker.kill('SIGKILL');
    mail.onMessage = 'accepts';
    mail.dropAll();
    return isGiven;
  }

  /** Everything but the database is down for 72 hours, across due days. Answers how many reminders left late of them. */
  private async outage(): Promise<number> {
    const { house, running } = this;
    await running.goBeforeNextMorning();
    const from = await running.now();
    for (const part of [house.worker, house.api]) {
      part.kill('SIGKILL');
      await part.stop();
    }
    await house.killEngine();
    await house.moveAhead(OUTAGE_HOURS * HOUR);
    const to = await running.now();
    await house.startEngine();
    await Promise.all([house.startApi(), house.startWorker()]);
    await running.rest();
    return running.lateBetween(from, to);
  }
}
