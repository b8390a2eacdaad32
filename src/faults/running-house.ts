import { demoSiret } from '../access/demo-accounts.js';
import { readClock } from '../clock/clock.js';
import { addDays } from '../domain/kernel/civil-date.js';
import {
  addSeconds,
  instant,
  parisDate,
  parisMidnight,
  parisTime,
  secondsBetween,
  type Instant,
} from '../domain/kernel/paris.js';
import { earliestAlarm } from '../record/dossiers.js';
import { lazyClient } from '../temporal/connection.js';
import type { FaultHouse } from './fault-house.js';
import { endLeases } from './leases.js';
import { soon } from './soon.js';

const ENGINE = { namespace: 'default', taskQueue: 'jalon' } as const;
/** All reminders of a morning are rung by then, and none is gathered. */
const ALL_IS_RUNG = [8, 35] as const;
/** The mails of the morning are gathered by then. */
const MORNING_IS_OVER = 9;
const MOST_MORNINGS = 20;

/** Whether anything is to be told, rung, sent or looked into at an instant. */
const AT_WORK = `
  SELECT EXISTS (SELECT FROM dossiers WHERE seen_version < version OR next_alarm <= $1) AS "isRinging",
    EXISTS (SELECT FROM notices WHERE state = 'planned' AND (pace <> 'weekly' OR late) AND mail_id IS NULL)
      OR EXISTS (SELECT FROM mails WHERE state IN ('leaving', 'handed')) AS "isSending",
    EXISTS (SELECT FROM mails WHERE state = 'waiting') AS "isWaiting"`;

/** A house whose clock runs, brought to the moments at which something happens. */
export class RunningHouse {
  poles = 0;
  private rounds = 0;
  private readonly unmet: string[] = [];
  private readonly client;

  constructor(private readonly house: FaultHouse) {
    this.client = lazyClient({ ...ENGINE, address: house.temporalAddress });
  }

  async now(): Promise<Instant> {
    return (await readClock(this.house.owner.manager)).now;
  }

  /** A pôle more, of which some things are owed; perhaps one of them is done already. */
  async declare(isOneDone: boolean): Promise<void> {
    const { client } = this.house;
    const group = { initiator: 'ess-actors', groupName: `Pôle fictif n° ${++this.poles}`, groupSiret: demoSiret(1) };
    const { status, body } = await client.act('instructrice', '/api/poles', { paysCodes: ['21'], ...group });
    if (status !== 201) throw new Error(`Pôle refusé : ${status} ${body.detail ?? ''}`);
    if (isOneDone) await this.meet(body.poleId);
    else this.unmet.push(body.poleId);
  }

  /** One pôle does what is owed of it, whose reminder may be about to leave. */
  async meetOne(): Promise<void> {
    const pole = this.unmet.shift();
    if (pole !== undefined) await this.meet(pole);
  }

  private async meet(pole: string): Promise<void> {
    const path = `/api/poles/${pole}/local-groups`;
    const { status, body } = await this.house.client.act('porteur-demo', path, { structures: 3 });
    if (status >= 300) throw new Error(`Groupes locaux refusés : ${status} ${body.detail ?? ''}`);
  }

  /** Sets the clock to the morning of the day of the next alarm, before its mails are gathered. */
  async goToNextMorning(): Promise<void> {
    const at = await this.nextAlarm();
    await this.goTo(parisTime(parisDate(at), ...ALL_IS_RUNG));
  }

  /** Goes on to the end of the morning, its mails gathered. */
  async endMorning(): Promise<void> {
    await this.goTo(parisTime(parisDate(await this.now()), MORNING_IS_OVER));
    await this.gatherDigests();
  }

  /** Sets the clock to an hour before the next reminders: what falls at midnight on the way writes to nobody, and is rung. */
  async goBeforeNextMorning(): Promise<void> {
    let at = await this.nextAlarm();
    for (; at === parisMidnight(parisDate(at)); at = await this.nextAlarm()) {
      await this.goTo(at);
      await this.ring();
    }
    await this.goTo(addSeconds(at, -3600));
  }

  /** Has what is due rung, and waits until it is. */
  async ring(): Promise<void> {
    await soon('des alarmes sonnées', async () => {
      const { isRinging } = await this.atWork();
      if (isRinging) await (await this.start('sweepStories')).result();
      return !isRinging;
    });
  }

  /** Says the points and gathers the digests, which Temporal starts by the clock of the machine: this house is ahead of it. */
  private async gatherDigests(): Promise<void> {
    for (const job of ['points', 'weekly-digest', 'digests']) await (await this.start('scheduledJob', job)).result();
  }

  async startRinging(): Promise<void> {
    await this.start('sweepStories');
  }

  async startSending(): Promise<void> {
    await this.start('postman');
  }

  /** Has the schedule of each minute begin its round now. */
  async startOwnRound(): Promise<void> {
    await this.client.schedule.getHandle('postman').trigger();
  }

  /** Waits until a round that was begun is over. */
  async ownRoundEnds(): Promise<void> {
    const { recentActions } = (await this.client.schedule.getHandle('postman').describe()).info;
    const last = recentActions.at(-1)?.action.workflow.workflowId ?? '';
    await this.client.workflow.getHandle(last).result();
  }

  endLeases(): Promise<void> {
    return endLeases(this.house.owner);
  }

  /** Waits, one morning after the other, until nothing is left to ring, to send or to try again. */
  async rest(): Promise<void> {
    for (let mornings = 0; mornings < MOST_MORNINGS; mornings++) {
      await this.ring();
      await this.gatherDigests();
      await this.endLeases();
      await (await this.start('postman')).result();
      const { isRinging, isSending, isWaiting } = await this.atWork();
      if (!isRinging && !isSending && !isWaiting) return;
      await this.goTo(morningAfter(await this.now()));
    }
    throw new Error('La maison ne trouve pas le repos.');
  }

  /** How many reminders of these days left late. */
  async lateBetween(from: Instant, to: Instant): Promise<number> {
    const [row] = await this.house.owner.query<{ late: number }[]>(
      `SELECT count(*)::int AS late FROM notices WHERE late AND state = 'sent' AND rung_day BETWEEN $1 AND $2`,
      [parisDate(from), parisDate(to)],
    );
    return row?.late ?? 0;
  }

  private async nextAlarm(): Promise<Instant> {
    const at = await earliestAlarm(this.house.owner.manager);
    if (at === null) throw new Error('Aucune alarme à venir.');
    return instant(at);
  }

  private async goTo(at: Instant): Promise<void> {
    await this.house.moveAhead(Math.max(0, secondsBetween(await this.now(), at)));
  }

  private async atWork() {
    const [row] = await this.house.owner.query<{ isRinging: boolean; isSending: boolean; isWaiting: boolean }[]>(
      AT_WORK,
      [await this.now()],
    );
    if (!row) throw new Error('La base ne dit rien.');
    return row;
  }

  private async start(workflow: 'sweepStories' | 'postman' | 'scheduledJob', ...args: readonly string[]) {
    const workflowId = `${workflow}/${++this.rounds}`;
    return this.client.workflow.start(workflow, { workflowId, taskQueue: ENGINE.taskQueue, args: [...args] });
  }
}

function morningAfter(now: Instant): Instant {
  const today = parisTime(parisDate(now), MORNING_IS_OVER);
  return now < today ? today : parisTime(addDays(parisDate(now), 1), MORNING_IS_OVER);
}
