import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import { expectationOf } from '../domain/dossier/expectations.js';

import type { Persona } from './persona.js';
import type { Awaited, HouseClient } from './house-client.js';
import type { MailHabits } from './mail-habits.js';
import type { MailServer, Received } from './mail-server.js';
import { returnedMail } from './returned-mail.js';
import type { Stats } from './stats.js';

/** What people did of their mails. */
export interface ReadingCounts {
  /** Answers given once so many reminders were read. */
  afterFirst: number;
  afterThird: number;
  /** What others did in the end, for people who never answer. */
  doneByOthers: number;
  askedByHand: number;
  leaves: number;
  returned: number;
  corrected: number;
}

/** Something that is done once enough reminders were read. */
export interface Reminded {
  readonly rank: number;
  readonly key: string;
}

interface Waiting extends Reminded {
  readonly role: string;
  readonly mails: number;
  readonly due: CivilDate;
  /** The day on which it is done anyway. */
  readonly until: CivilDate;
  askedByHand: boolean;
}

interface Reader extends MailHabits {
  readonly contact: string;
  address: string;
  awayFrom: CivilDate;
  returned: CivilDate | 'not-yet' | 'corrected';
}

const LINK = /\/poles\/[0-9a-f-]{36}\/echeances\/([0-9a-f-]{36})/g;
/** What is not put off until a reminder: the meaning of a life hangs on when it comes. */
const NOT_PUT_OFF: readonly string[] = ['vote', 'council-opinion', 'final-evaluation', 'missing-pieces'];
/** Days after the due day on which it is done anyway, by the number of reminders awaited. */
const DONE_ANYWAY: ReadonlyMap<number | null, number> = new Map([
  [1, 5],
  [3, 25],
  [null, 40],
]);
/** Of so many things that could wait for a reminder, one does: the others are done unasked. */
const ONE_IN = 4;
const DAYS_BEFORE_HAND = 10;
const DAYS_BEFORE_LEAVE = 150;
const DAYS_AWAY = 21;
const DAYS_WITHOUT_ADDRESS = 30;

/** The people of the pôles at their mailboxes: they read, answer or not, go on leave, and change address. */
export class Readers {
  readonly counts: ReadingCounts = {
    ...{ afterFirst: 0, afterThird: 0, doneByOthers: 0, askedByHand: 0 },
    ...{ leaves: 0, returned: 0, corrected: 0 },
  };
  private readonly people = new Map<number, Reader>();
  private readonly roles = new Map<string, string>();
  private colleague = '';
  private readonly waiting = new Map<string, Waiting>();
  /** Reminders read, by obligation and address. */
  private readonly read = new Map<string, number>();
  private seen = 0;
  /** What could have waited for a reminder, pôle by pôle. */
  private readonly couldWait = new Map<number, number>();

  constructor(
    private readonly client: HouseClient,
    private readonly server: Pick<MailServer, 'received'>,
    private readonly habits: ReadonlyMap<number, MailHabits>,
    private readonly stats: Stats,
  ) {}

  /** Whether anyone waits to be reminded: the clock then goes by small steps. */
  get areWaiting(): boolean {
    return this.waiting.size > 0;
  }

  /** The people of a pôle have a mailbox of their own, beside that of all carriers. */
  async settle({ rank, name, carrierSiret, bearerSiret }: Persona, today: CivilDate): Promise<void> {
    const habits = this.habits.get(rank);
    if (!habits) return;
    await this.learnRoles();
    const address = `pole-${rank}@porteurs.example`;
    const payload = { role: 'carrier', name, email: address, bodies: [carrierSiret, bearerSiret], validFrom: today };
    const contact = (await this.say('POST', '/api/contacts', payload, 201))?.id ?? '';
    if (habits.pace !== 'instant')
      await this.say('POST', `/api/contacts/${contact}/preferences`, { kind: '*', pace: habits.pace }, 200);
    this.roles.set(address, 'carrier');
    this.people.set(rank, {
      ...habits,
      contact,
      address,
      awayFrom: addDays(today, DAYS_BEFORE_LEAVE),
      returned: 'not-yet',
    });
  }

  /**
   * The day on which something is done at the latest by those who wait to be reminded of it; undefined when they do it
   * unasked, or when nobody reminds them.
   */
  putOff(rank: number, { id, kind, instance, due, from }: Awaited, today: CivilDate): CivilDate | undefined {
    const { mailsAwaited: awaited } = this.habits.get(rank) ?? { mailsAwaited: 0 };
    const { whenDue, ladder } = expectationOf(kind);
    const reminds = id !== null && due !== null && due >= today && whenDue !== 'silence' && ladder !== undefined;
    if (awaited === 0 || !reminds || NOT_PUT_OFF.includes(kind)) return undefined;
    const could = (this.couldWait.get(rank) ?? 0) + 1;
    this.couldWait.set(rank, could);
    if (could % ONE_IN > 0) return undefined;
    const mails = awaited ?? Infinity;
    const until = addDays(due, DONE_ANYWAY.get(awaited) ?? 0);
    this.waiting.set(id, { rank, key: `${kind}/${instance}`, role: from.role, mails, due, until, askedByHand: false });
    return until;
  }

  /** Says that something was done: nobody waits to be reminded of it any more. */
  done(rank: number, key: string): void {
    for (const [obligation, wait] of this.waiting)
      if (wait.rank === rank && wait.key === key) {
        this.waiting.delete(obligation);
        if (wait.mails === Infinity) this.counts.doneByOthers++;
      }
  }

  /** Reads what came, and lives through the day. Answers what enough reminders were read of. */
  async open(today: CivilDate): Promise<readonly Reminded[]> {
    const came = this.server.received.slice(this.seen);
    this.seen += came.length;
    for (const [, reader] of this.people) {
      await this.goAway(reader, today);
      await this.changeAddress(reader, came, today);
    }
    for (const [obligation, wait] of this.waiting) {
      if (wait.until < today) this.waiting.delete(obligation);
      else await this.askByHand(obligation, wait, today);
    }
    return came.flatMap(mail => this.reminders(mail));
  }

  /** The Région writes by hand to who does not answer. */
  private async askByHand(obligation: string, wait: Waiting, today: CivilDate): Promise<void> {
    if (wait.askedByHand || wait.mails !== Infinity || today < addDays(wait.due, DAYS_BEFORE_HAND)) return;
    wait.askedByHand = true;
    const path = `/api/obligations/${obligation}/reminders`;
    const { status, body } = await this.client.act('instructrice', path, {});
    if (status === 201) this.counts.askedByHand++;
    else if (status >= 500) this.stats.breach(`POST ${path} : ${status} ${body.detail ?? ''}`);
  }

  private reminders({ to, source }: Received): readonly Reminded[] {
    const obligations = new Set([...source.replaceAll(/=\r\n/g, '').matchAll(LINK)].map(([, id = '']) => id));
    return [...obligations].flatMap(obligation => {
      const wait = this.waiting.get(obligation);
      if (wait?.role !== this.roles.get(to)) return [];
      const times = (this.read.get(`${obligation}/${to}`) ?? 0) + 1;
      this.read.set(`${obligation}/${to}`, times);
      if (!wait || times < wait.mails) return [];
      this.waiting.delete(obligation);
      if (wait.mails === 1) this.counts.afterFirst++;
      else this.counts.afterThird++;
      return [wait];
    });
  }

  private async goAway(reader: Reader, today: CivilDate): Promise<void> {
    if (!reader.goesOnLeave || today < reader.awayFrom) return;
    const absence = { firstDay: today, lastDay: addDays(today, DAYS_AWAY), delegate: this.colleague };
    await this.say('POST', `/api/contacts/${reader.contact}/absences`, absence, 201);
    reader.awayFrom = addDays(today, 365);
    this.counts.leaves++;
  }

  /** The first mail to an address that stopped working comes back; a month later somebody corrects it. */
  private async changeAddress(reader: Reader, came: readonly Received[], today: CivilDate): Promise<void> {
    if (!reader.bounces || reader.returned === 'corrected') return;
    const mail = came.find(({ to }) => to === reader.address);
    if (reader.returned === 'not-yet') {
      if (mail) await this.sendBack(reader, mail, today);
      return;
    }
    if (mail) this.stats.breach(`${mail.messageId} : envoyé à une adresse qui ne reçoit plus`);
    if (today < addDays(reader.returned, DAYS_WITHOUT_ADDRESS)) return;
    [reader.address, reader.returned] = [`nouveau-${reader.address}`, 'corrected'];
    await this.say('PATCH', `/api/contacts/${reader.contact}`, { email: reader.address }, 200);
    this.roles.set(reader.address, 'carrier');
    this.counts.corrected++;
  }

  private async sendBack(reader: Reader, mail: Received, today: CivilDate): Promise<void> {
    const noted = await this.say('POST', '/api/bounces', { report: returnedMail(mail) }, 200);
    if (noted?.mails !== 1) this.stats.breach(`retour de ${mail.messageId} : ${noted?.mails} courriers marqués`);
    reader.returned = today;
    this.counts.returned++;
  }

  private async learnRoles(): Promise<void> {
    if (this.roles.size > 0) return;
    const { body } = await this.client.read('instructrice', '/api/contacts');
    for (const { role, email } of body.items) this.roles.set(email, role);
    this.colleague = body.items.find(({ account }) => account === 'porteur-demo')?.id ?? '';
  }

  private async say<Method extends string, Path extends string>(
    method: Method,
    path: Path,
    payload: object,
    expected: number,
  ) {
    const { status, body } = await this.client.send('instructrice', method, path, payload);
    if (status !== expected) this.stats.breach(`${method} ${path} : ${status} ${body.detail ?? ''}`);
    return status === expected ? body : undefined;
  }
}
