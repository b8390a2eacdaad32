import type { EntityManager } from 'typeorm';
import { uuid7 } from '../../clock/uuid7.js';
import type { DossierState, RecordedEvent } from '../../domain/dossier/state.js';
import { addDays, type CivilDate } from '../../domain/kernel/civil-date.js';
import { openingsOf, type Obligation } from '../../domain/obligations/slice.js';
import { rungDay, type LadderRung, type Rung } from '../../domain/reglement/ladder.js';
import type { Rules } from '../../domain/reglement/reglement.js';
import { departureDay, ladderOf } from '../../domain/obligations/ladders.js';
import { NoticeHistory } from './notice-history.js';
import {
  partyOf,
  readDirectory,
  recipientsOf,
  soughtFor,
  type Directory,
  type Recipient,
} from '../../domain/reminders/recipients.js';
import { openTasks, type NewTask } from './tasks.js';
import type { StatementBatch } from '../journal/statement-batch.js';

/** The template of what a person asks by hand, and to whom it is said. */
export const BY_HAND: Rung = { offset: 0, unit: 'days', recipients: ['debtor'], template: 'by-hand', channel: 'mail' };

interface Occasion {
  readonly obligation: Obligation;
  readonly index: number;
  readonly rung: Rung;
  /** How often it may be said; without limit where the kind has no ladder. */
  readonly limits: Pick<LadderRung, 'coolDownDays' | 'most'> | undefined;
  readonly late: boolean;
  /** The day on which it was to leave. */
  readonly day: CivilDate | null;
  readonly event: RecordedEvent;
}

interface Saying extends Occasion {
  readonly recipient: Recipient;
}

/** What is to be said to one recipient on one occasion; with a reason, why it will not leave. */
export interface PlannedNotice extends Saying {
  /** How many missed rungs that name this recipient it stands for. */
  readonly merges: number;
  readonly reason: string | null;
}

/** What planning reads beside the dossier: who is there, and what they were told. */
export interface Audience {
  readonly directory: Directory;
  readonly noticeHistory: NoticeHistory;
}

/**
 * Plans what the rungs reached and the reminders asked say: one notice for each recipient, with the reason of those that
 * will not leave (merged in a later one, said lately, said often enough, nobody to write to).
 */
export async function planNotices(
  manager: EntityManager,
  batch: StatementBatch,
  state: DossierState,
  rules: Rules,
  events: readonly RecordedEvent[],
  today: CivilDate,
): Promise<void> {
  const occasions = events.flatMap(event => occasionsOf(state, rules, event));
  if (occasions.length === 0) return;
  const parties = occasions.flatMap(({ rung, obligation }) =>
    rung.recipients.map(recipient => partyOf(recipient, obligation)),
  );
  const about = occasions.flatMap(({ obligation }) => openingsOf(obligation, state).map(({ id }) => id));
  const audience = {
    directory: await readDirectory(manager, today, today, soughtFor(state, parties)),
    noticeHistory: await NoticeHistory.of(manager, about),
  };
  const notices = noticesOf(state, rules, events, today, audience);
  const rows = notices.map(notice => rowOf(state, notice));
  const goneDelegates = notices.flatMap(({ recipient: { contact, isDelegateGone: isLeft } }) =>
    isLeft && contact ? [contact] : [],
  );
  if (goneDelegates.length > 0) {
    const tasks = JSON.stringify([...new Set(goneDelegates)].map(delegateGone));
    const at = events.at(-1)?.recordedAt;
    batch.add(place => openTasks(place(tasks), `${place(at)}::timestamptz`));
  }
  batch.add(
    at => `INSERT INTO notices SELECT * FROM jsonb_populate_recordset(NULL::notices, ${at(JSON.stringify(rows))})
     ON CONFLICT (obligation_id, round, rung, recipient) DO NOTHING`,
  );
}

/**
 * The notices that events give rise to on a day; what they plan counts as told for those that come after. Of the rungs
 * passed at once, each person receives the last that names them.
 */
export function noticesOf(
  state: DossierState,
  rules: Rules,
  events: readonly RecordedEvent[],
  today: CivilDate,
  { directory, noticeHistory }: Audience,
): readonly PlannedNotice[] {
  return events.flatMap(event => {
    const sayings = occasionsOf(state, rules, event).flatMap(occasion => sayingsOf(occasion, directory, state, today));
    return sayings.map(message => {
      const { obligation, recipient } = message;
      const same = sayings.filter(sibling => sibling.recipient.name === recipient.name);
      if (same.at(-1) !== message) return { ...message, merges: 0, reason: 'merged' };
      const reason = whyNot(message, noticeHistory, state, today);
      if (reason === null) noticeHistory.add(obligation, recipient.name, today);
      return { ...message, merges: same.length - 1, reason };
    });
  });
}

function sayingsOf(occasion: Occasion, directory: Directory, state: DossierState, today: CivilDate): readonly Saying[] {
  const { obligation, rung } = occasion;
  const parties = rung.recipients.map(recipient => partyOf(recipient, obligation));
  return recipientsOf(directory, state, parties, obligation, today).map(recipient => ({ ...occasion, recipient }));
}

function occasionsOf(state: DossierState, rules: Rules, event: RecordedEvent): readonly Occasion[] {
  if (event.type !== 'rung-reached' && event.type !== 'reminder-asked') return [];
  const obligation = state.obligations[event.data.obligation];
  if (!obligation) return [];
  const ladder = ladderOf(obligation.kind, state, rules);
  if (event.type === 'reminder-asked')
    return [{ obligation, index: -obligation.reminders, rung: BY_HAND, limits: ladder, late: false, day: null, event }];
  const { due, datedOn } = obligation;
  return [...event.data.merged, event.data.rung].flatMap(index => {
    const rung = ladder?.rungs[index];
    if (!rung || due === null) return [];
    const day = departureDay(rungDay(due, rung), datedOn, rung);
    return [{ obligation, index, rung, limits: rung, late: day < event.date, day, event }];
  });
}

/** What asks for another delegate. */
function delegateGone(contact: string): NewTask {
  const detail = 'La personne qui devait recevoir en son absence n’est plus joignable : nommez-en une autre.';
  return { id: uuid7(), kind: 'delegate-gone', about: contact, pole_id: null, contact_id: contact, detail };
}

function rowOf(
  { id: pole }: DossierState,
  { obligation, index, rung, late, day, merges, event, recipient, reason }: PlannedNotice,
): object {
  return {
    ...{ id: uuid7(), pole_id: pole, obligation_id: obligation.id, round: obligation.round, rung: index },
    ...{ recipient: recipient.name, contact_id: recipient.contact, on_behalf_of: recipient.onBehalfOf },
    ...{ kind: obligation.kind, template: rung.template, due: obligation.due, rung_day: day, merges },
    ...{ pace: rung.template === BY_HAND.template ? 'instant' : recipient.pace, planned_for: event.recordedAt, late },
    ...{ state: reason === null ? 'planned' : 'suppressed', reason, mail_id: null },
  };
}

function whyNot(
  { recipient: { contact, name, isReachable }, obligation, limits }: Saying,
  noticeHistory: NoticeHistory,
  state: DossierState,
  today: CivilDate,
): string | null {
  if (contact === null) return 'nobody';
  if (state.lifecycle.status === 'suspended') return 'suspended';
  if (!isReachable) return 'unreachable';
  if (!limits) return null;
  if (noticeHistory.times(obligation, name) >= limits.most) return 'often-enough';
  const last = noticeHistory.last(openingsOf(obligation, state), name);
  return last !== null && today < addDays(last, Math.max(1, limits.coolDownDays)) ? 'said-lately' : null;
}
