import type { Reading } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import type { Claim, ClaimedMail, ClaimedRow, Taken, Writer } from './mail.js';
import type { MailColumns, NoticeColumns } from '../reminders/rows.js';
import type { NewTask } from '../reminders/tasks.js';

interface SortedMail extends Pick<MailColumns, 'id' | 'message_id' | 'contact_id' | 'address'> {
  readonly subject: string | null;
  readonly state: 'leaving' | 'dropped';
}

interface SortedNotice extends Pick<NoticeColumns, 'id' | 'reason' | 'mail_id'> {
  readonly state: 'leaving' | 'suppressed' | 'given-up';
}

export interface SortedNotices<Letter> {
  readonly claim: Claim<Letter>;
  readonly notices: readonly SortedNotice[];
  readonly mails: readonly SortedMail[];
  readonly tasks: readonly NewTask[];
}

/** What each row that was taken becomes: it leaves, it has nothing to say any more, or it cannot be written. */
export function sortNotices<Letter>(
  rows: readonly ClaimedRow[],
  writer: Writer<Letter>,
  clock: Reading,
): SortedNotices<Letter> {
  const notices: SortedNotice[] = [];
  const mails: SortedMail[] = [];
  const tasks: NewTask[] = [];
  const taken: Taken<Letter>[] = [];
  for (const group of byMail(rows)) {
    const sendableRows = group.filter(({ reason }) => reason === null);
    const { mail, letter, faults } = written(writer, mailOf(group, sendableRows, writer), clock);
    for (const { id, pole, contact, reason } of group) {
      const why = faults.get(id);
      if (reason !== null) notices.push({ id, state: 'suppressed', reason, mail_id: null });
      else if (why === undefined) notices.push({ id, state: 'leaving', reason: null, mail_id: mail.id });
      else notices.push({ id, state: 'given-up', reason: 'unwritable', mail_id: null });
      if (why !== undefined) tasks.push(unwritable(id, pole, contact, why));
    }
    if (letter) {
      mails.push({ ...rowOf(mail), subject: letter.subject, state: 'leaving' });
      taken.push({ mail, letter });
    } else if (group[0]?.mail) mails.push({ ...rowOf(mail), subject: null, state: 'dropped' });
  }
  const suppressed = notices.filter(notice => notice.state === 'suppressed').length;
  return { claim: { taken, suppressed, poisoned: tasks.length }, notices, mails, tasks };
}

/** Those of one mail; of what leaves at once, what one mailbox is told of one thing, in however many roles. */
function byMail(rows: readonly ClaimedRow[]): readonly (readonly ClaimedRow[])[] {
  const groups = new Map<string, ClaimedRow[]>();
  for (const row of rows) {
    const key = mailKey(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** What is told at once to one mailbox leaves together: several events are one mail, as is one thing in several roles. */
function mailKey({ mail, event, address, obligation }: ClaimedRow): string {
  return mail ?? `${address.toLowerCase()}/${event === null ? obligation : 'events'}`;
}

function mailOf<Letter>(
  group: readonly ClaimedRow[],
  notices: readonly ClaimedRow[],
  writer: Writer<Letter>,
): ClaimedMail {
  const first = notices[0] ?? group[0];
  if (!first) throw new Error('Un courrier sans notice.');
  // The notice's own name: one database restored from an older copy gives the same Message-ID to the same reminder.
  const id = first.mail ?? first.id;
  const { contact, address, digest, short, attempts } = first;
  const messageId = first.messageId ?? writer.messageId(id);
  return { id, messageId, contact, address, digest, short, attempts, pole: first.pole, notices };
}

interface WrittenMail<Letter> {
  /** With those of its notices that can be said. */
  readonly mail: ClaimedMail;
  /** Undefined when there is nothing left to say. */
  readonly letter: (Letter & { readonly subject: string }) | undefined;
  /** Why each of the others cannot be said: it is set apart, with a task. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The letter of a mail, without the notices that cannot be written. */
function written<Letter>(writer: Writer<Letter>, mail: ClaimedMail, clock: Reading): WrittenMail<Letter> {
  if (mail.notices.length === 0) return { mail, letter: undefined, faults: new Map() };
  const { letter, why } = attempt(writer, mail, clock);
  if (letter) return { mail, letter, faults: new Map() };
  const faults = new Map<string, string>();
  for (const notice of mail.notices) {
    const alone = attempt(writer, { ...mail, notices: [notice] }, clock);
    if (!alone.letter) faults.set(notice.id, alone.why);
  }
  // Each can be said, and not together: none is.
  if (faults.size === 0) for (const { id } of mail.notices) faults.set(id, why);
  const rest = written(writer, { ...mail, notices: mail.notices.filter(({ id }) => !faults.has(id)) }, clock);
  return { ...rest, faults: new Map([...faults, ...rest.faults]) };
}

function attempt<Letter>(writer: Writer<Letter>, mail: ClaimedMail, clock: Reading) {
  try {
    return { letter: writer.write(mail, clock), why: '' };
  } catch (error) {
    return { letter: undefined, why: error instanceof Error ? error.message : String(error) };
  }
}

const rowOf = ({ id, messageId, contact, address }: ClaimedMail): Omit<SortedMail, 'subject' | 'state'> => ({
  id,
  message_id: messageId,
  contact_id: contact,
  address,
});

function unwritable(notice: string, pole: string, contact: string, why: string): NewTask {
  const detail = `Un rappel n’a pas pu être rédigé : ${why}`;
  return { id: uuid7(), kind: 'notice-unwritable', about: notice, pole_id: pole, contact_id: contact, detail };
}
