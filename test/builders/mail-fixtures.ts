import { declared } from './dossier.js';
import { carryOut } from './replay-on-real-house.js';
import { declareAwaited, stepHouse } from './declare-awaited.js';
import { readClock } from '../../src/clock/clock.js';
import { moveClock } from '../../src/record/clock-writes.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { addSeconds, parisTime } from '../../src/domain/kernel/paris.js';
import { Letters } from '../../src/mail/letter.js';
import type { MailTransport } from '../../src/mail/outgoing.js';
import { MACHINE_TIME, type DispatcherTime } from '../../src/mail/pace.js';
import { MailDispatcher, type DispatcherOptions } from '../../src/mail/mail-dispatcher.js';
import { SmtpTransport } from '../../src/mail/smtp.js';
import { Templates } from '../../src/mail/templates.js';
import { RuleBook } from '../../src/reglement/load.js';
import { addContact, setPreference } from '../../src/record/people/contacts.js';
import { MailRecord } from '../../src/record/mails/mail-record.js';
import type { BareHouse } from '../rig/bare-house.js';
import { PUBLIC_URL, type MailServer } from '../../src/simulation/mail-server.js';

const LETTERS = new Letters(Templates.load(), PUBLIC_URL, 'jalon.example', RuleBook.load());
/** The opinion of the council is due on 4 May 2026: its first reminder leaves that morning. */
export const FIRST_MORNING = '2026-04-20';

interface Sending {
  /** The server will say nothing: before it is given the text of a message, or once it was. It is not waited for long. */
  readonly mute?: 'before' | 'after';
  /** The server cannot be asked what it took. */
  readonly blind?: boolean;
  readonly watched?: (transport: MailTransport) => MailTransport;
}

/** Milliseconds: of a server that answers, however slow the machine, and of one that will not. */
const [PATIENCE, OF_A_MUTE_ONE] = [60_000, 1000];

/** A postman of a house, to a server in this process. */
export function dispatcherOf(
  { source }: BareHouse,
  server: MailServer,
  options: Partial<DispatcherOptions> & Sending = {},
): MailDispatcher {
  const { mute, blind = false, watched = transport => transport, ...own } = options;
  const from = 'Jalon <jalon@region.example>';
  const patience = mute === 'before' ? OF_A_MUTE_ONE : PATIENCE;
  const patienceWithText = mute ? OF_A_MUTE_ONE : PATIENCE;
  const open = () => watched(new SmtpTransport({ url: server.url, from, patience, patienceWithText }));
  return new MailDispatcher(new MailRecord(source), LETTERS, open, {
    ...{ perSecond: null, ...(blind ? {} : { trace: server.trace }), ...own },
  });
}

/** Members of the council, each told at once of what the council owes: they chose so. */
export async function councillors(house: BareHouse, count: number): Promise<readonly string[]> {
  const { manager } = house.source;
  const ids: string[] = [];
  for (let n = 1; n <= count; n++) {
    const id = await addContact(manager, {
      ...{ role: 'council', name: `Membre fictif ${n}`, email: `membre${n}@conseil.example`, shared: false },
      ...{ bodies: [], pays: [], account: null, valid_from: civilDate('2026-01-01'), valid_to: null },
    });
    await setPreference(manager, id, '*', 'instant');
    ids.push(id);
  }
  return ids;
}

/** A pôle of which the council owes its opinion, on the morning of the first reminder; nothing was sent. */
export async function reminded(house: BareHouse, day = FIRST_MORNING): Promise<string> {
  const poleId = await carryOut(house, declared());
  await stepHouse(house, civilDate(day));
  const at = parisTime(civilDate(day), 8);
  await moveClock(house.source.manager, at);
  await house.record.ringAlarm(poleId, at);
  await declareAwaited(house, poleId);
  return poleId;
}

/** Rows of notices and mails, as the tests look at them. */
export async function mailsOf({ source }: BareHouse) {
  return source.query<MailLine[]>(
    `SELECT n.state, n.reason, n.rung, m.state AS mail, m.attempts, c.email, m.message_id AS "messageId"
     FROM notices n JOIN contacts c ON c.id = n.contact_id LEFT JOIN mails m ON m.id = n.mail_id ORDER BY c.email, n.rung_day, n.rung`,
  );
}

interface MailLine {
  readonly state: string;
  readonly reason: string | null;
  readonly rung: string;
  readonly mail: string | null;
  readonly attempts: number | null;
  readonly email: string;
  readonly messageId: string | null;
}

/** The time of the machine, moved by hand. */
export class HandTime implements DispatcherTime {
  private moved = 0;

  milliseconds(): number {
    return MACHINE_TIME.milliseconds() + this.moved;
  }

  async wait(milliseconds: number): Promise<void> {
    this.moved += milliseconds;
  }
}

export async function openTasks({ source }: BareHouse) {
  return source.query<{ kind: string; about: string; detail: string }[]>(
    'SELECT kind, about, detail FROM tasks WHERE closed_at IS NULL ORDER BY kind, about',
  );
}

/** Moves the clock of a house forward by some seconds, and rings nothing. */
export async function later({ source }: Pick<BareHouse, 'source'>, seconds: number): Promise<void> {
  const { now } = await readClock(source.manager);
  await moveClock(source.manager, addSeconds(now, seconds));
}
