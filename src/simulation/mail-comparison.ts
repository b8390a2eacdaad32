import type { EntityManager } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { addDays, formatFrench, type CivilDate } from '../domain/kernel/civil-date.js';
import { addSeconds, type Instant } from '../domain/kernel/paris.js';
import { unplanned } from '../database/unplanned.js';
import type { Received } from './mail-server.js';
import { closings, mailRows, noticeRows, type MailRow, type NoticeRow } from './mail-rows.js';

/** What was to be said, and what became of it, in notices; `mails` and `received` are mails. */
export interface MailCounts {
  readonly expected: number;
  readonly sent: number;
  /** By reason. */
  readonly suppressed: Readonly<Record<string, number>>;
  readonly late: number;
  readonly merged: number;
  readonly bounced: number;
  readonly refused: number;
  readonly givenUp: number;
  readonly uncertain: number;
  /** Not yet to leave: the digest of its reader, or another try. */
  readonly waiting: number;
  readonly mails: number;
  readonly received: number;
}

export interface MailComparison {
  readonly counts: MailCounts;
  /** One French sentence each; none in a house that is well. */
  readonly differences: readonly string[];
}

export interface ComparisonSettings {
  /** Milliseconds that a mail may take, once it was looked at a last time, to reach its server. */
  readonly underWayMs?: number;
}

const UNDER_WAY_MS = 500;

/**
 * Holds what a server of mail received against what the house at rest says: everything that was to be said was sent, or
 * says why not; what was sent was received once, by the right address, and labelled when it was late; nothing else was
 * received, and nothing about what was closed already.
 */
export async function compareMails(
  manager: EntityManager,
  received: readonly Received[],
  { underWayMs = UNDER_WAY_MS }: ComparisonSettings = {},
): Promise<MailComparison> {
  const { now } = await readClock(manager);
  const [notices, mails] = [await noticeRows(manager), await mailRows(manager)];
  const closed = await closings(manager);
  const byId = grouped(received, ({ messageId }) => messageId);
  const byMail = grouped(notices.filter(isTold), ({ mail }) => mail ?? '');
  const differences = [
    ...(await unplanned(manager, null)).map(({ about }) => `${about} : franchi, et rien de prévu pour l’annoncer`),
    ...notices.flatMap(notice => noticeFaults(notice, now)),
    ...mails.flatMap(mail => delivered(mail, byId.get(mail.messageId) ?? [])),
    ...strangers(byId, mails),
    ...mails.flatMap(mail =>
      (byId.get(mail.messageId) ?? []).flatMap(arrival => [
        ...labelled(mail, byMail.get(mail.id) ?? [], arrival),
        ...(byMail.get(mail.id) ?? []).flatMap(({ obligation }) => {
          const since = closed.get(obligation ?? '');
          const tooLate = since && mail.sentAt && since.at < mail.sentAt && since.machineMs + underWayMs < arrival.at;
          return tooLate ? [`${mail.messageId} : parti pour une échéance déjà close`] : [];
        }),
      ]),
    ),
  ];
  return { counts: counted(notices, mails, received), differences };
}

const WITH_MAIL: Readonly<Record<string, string>> = {
  sent: 'sent',
  bounced: 'bounced',
  refused: 'refused',
  uncertain: 'uncertain',
};

/** Whether a notice is said in its mail: one set apart before it left is not. */
const isTold = ({ state, reason }: NoticeRow) => state !== 'suppressed' && reason !== 'unwritable';

/** A notice has left, says why not, or still waits for its moment. */
function noticeFaults(notice: NoticeRow, now: Instant): readonly string[] {
  const { id, kind, state, reason, mailState } = notice;
  const name = `${kind} (${id})`;
  if (state === 'suppressed') return reason === null ? [`${name} : retenu sans motif`] : [];
  if (state === 'leaving') return [`${name} : pris, et jamais noté`];
  if (state === 'planned') return isWaiting(notice, now) ? [] : [`${name} : prévu, et jamais parti`];
  if (state === 'given-up')
    return reason === 'unwritable' || mailState === 'given-up' ? [] : [`${name} : abandonné sans courrier`];
  return mailState === WITH_MAIL[state] ? [] : [`${name} : « ${state} », et son courrier « ${mailState ?? 'absent'} »`];
}

function isWaiting({ pace, mail, mailState, nextTryAt, plannedFor }: NoticeRow, now: Instant): boolean {
  if (mail !== null) return mailState === 'waiting' && nextTryAt !== null && nextTryAt > now;
  return addSeconds(plannedFor, (MAY_WAIT[pace] ?? 0) * 86_400) > now;
}

/** Days that a notice may wait for the digest of its reader. */
const MAY_WAIT: Readonly<Record<string, number>> = { daily: 2, weekly: 9 };

/** A mail said to have left came once, one said not to have left did not; one in doubt, at most once, and a person was asked. */
function delivered({ id, messageId, state, address, asked }: MailRow, came: readonly Received[]): readonly string[] {
  const times = came.length;
  const found = came
    .filter(({ to }) => to.toLowerCase() !== address.toLowerCase())
    .map(({ to }) => `${messageId} : reçu par ${to}`);
  if (times > 1) found.push(`${messageId} : reçu ${times} fois`);
  if (state === 'leaving' || state === 'handed') found.push(`${messageId} : pris, et jamais noté`);
  if ((state === 'sent' || state === 'bounced') && times === 0) found.push(`${messageId} : dit parti, et jamais reçu`);
  if (state === 'uncertain' && !asked) found.push(`courrier ${id} : peut-être parti, et personne n’est prévenu`);
  const unsent = ['waiting', 'dropped', 'refused', 'given-up'].includes(state);
  if (unsent && times > 0) found.push(`${messageId} : reçu, et dit « ${state} »`);
  return found;
}

function strangers(byId: ReadonlyMap<string, readonly Received[]>, mails: readonly MailRow[]): readonly string[] {
  const known = new Set(mails.map(({ messageId }) => messageId));
  return [...byId.keys()].filter(id => !known.has(id)).map(id => `${id} : reçu, et inconnu de la maison`);
}

const LABEL = 'Rappel en retard, il aurait';

/** Days after its rung from which a reminder is late in the digest of its reader. */
const ON_TIME: Readonly<Record<string, number>> = { daily: 1, weekly: 7 };

/**
 * A reminder that left after the day of its rung, or after the digest in which it was to be said, says so, and one that
 * left in time does not. A digest speaks of one thing once: of two reminders of it, either may be the one that is said.
 */
function labelled(
  { digest, messageId }: MailRow,
  notices: readonly NoticeRow[],
  { source }: Received,
): readonly string[] {
  const isSaid = source.replaceAll(/=\r\n/g, '').includes(LABEL);
  const day = writtenOn(source);
  const isLate = ({ rungDay, pace }: NoticeRow) =>
    rungDay !== null && addDays(rungDay, digest ? (ON_TIME[pace] ?? 0) : 0) < day;
  const unsaid = [...grouped(notices, ({ obligation, id }) => obligation ?? id).values()].find(group =>
    group.every(isLate),
  )?.[0];
  const [late, first] = [notices.find(isLate), notices[0]];
  if (!isSaid && unsaid) return [`${messageId} : ${named(unsaid)} en retard, sans le dire`];
  if (isSaid && first && !late) return [`${messageId} : ${named(first)} à l’heure, et dit en retard`];
  return [];
}

const named = ({ rungDay }: NoticeRow) => `rappel ${rungDay === null ? 'à la main' : `du ${formatFrench(rungDay)}`}`;

const PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });

function writtenOn(source: string): CivilDate {
  const [, date = ''] = /^Date: (.*)$/im.exec(source) ?? [];
  return PARIS.format(new Date(date)) as CivilDate;
}

function counted(notices: readonly NoticeRow[], mails: readonly MailRow[], received: readonly Received[]): MailCounts {
  const became = (state: string) => notices.filter(notice => notice.state === state).length;
  const suppressed: Record<string, number> = {};
  for (const { state, reason } of notices)
    if (state === 'suppressed') suppressed[reason ?? ''] = (suppressed[reason ?? ''] ?? 0) + 1;
  return {
    expected: notices.length,
    ...{ sent: became('sent'), suppressed, late: notices.filter(({ late }) => late).length },
    ...{ merged: suppressed['merged'] ?? 0, bounced: became('bounced'), refused: became('refused') },
    ...{ givenUp: became('given-up'), uncertain: became('uncertain'), waiting: became('planned') },
    ...{ mails: mails.length, received: received.length },
  };
}

function grouped<T>(all: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
