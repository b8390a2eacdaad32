import type { EntityManager } from 'typeorm';
import { uuid7 } from '../../clock/uuid7.js';
import type { DossierState, RecordedEvent } from '../../domain/dossier/state.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { openingsOf } from '../../domain/obligations/slice.js';
import type { Rules } from '../../domain/reglement/reglement.js';
import { noticesOf, occasionsOf, partiesOf, type PlannedNotice } from '../../domain/reminders/notices.js';
import { EVENT_TEMPLATE, tellingOf, tellingsOf, type PlannedTelling } from '../../domain/reminders/told-at-once.js';
import { soughtFor, type Recipient } from '../../domain/reminders/recipients.js';
import type { StatementBatch } from '../journal/statement-batch.js';
import { readDirectory } from './directory.js';
import { readNoticeHistory } from './notice-history.js';
import type { NoticeColumns } from './rows.js';
import { openTasks, type NewTask } from './tasks.js';

/** A dossier before and after what a transaction appends to it. */
export interface Change {
  readonly state: DossierState;
  readonly before: DossierState;
  readonly events: readonly RecordedEvent[];
}

/**
 * Plans what the rungs reached and the reminders asked say, and the events that are told at once: one notice for each
 * recipient, with the reason of those that will not leave (merged in a later one, said lately, said often enough, one's
 * own act, nobody to write to).
 */
export async function planNotices(
  manager: EntityManager,
  batch: StatementBatch,
  change: Change,
  rules: Rules,
  today: CivilDate,
): Promise<void> {
  const { state, events } = change;
  const occasions = events.flatMap(event => occasionsOf(state, rules, event));
  const concerned = events.flatMap(event => tellingOf(event, change).parties);
  if (occasions.length + concerned.length === 0) return;
  const parties = [...occasions.flatMap(partiesOf), ...concerned];
  const directory = await readDirectory(manager, today, today, soughtFor(state, parties));
  const about = occasions.flatMap(({ obligation }) => openingsOf(obligation, state).map(({ id }) => id));
  const noticeHistory = await readNoticeHistory(manager, about);
  const notices = noticesOf(state, rules, events, today, { directory, noticeHistory });
  const tellings = tellingsOf(change, events, directory, today);
  askForDelegates(batch, [...notices, ...tellings], events);
  const rows = [...notices.map(notice => rowOf(state, notice)), ...tellings.map(telling => eventRow(state, telling))];
  batch.add(
    at => `INSERT INTO notices SELECT * FROM jsonb_populate_recordset(NULL::notices, ${at(JSON.stringify(rows))})
     ON CONFLICT DO NOTHING`,
  );
}

function askForDelegates(
  batch: StatementBatch,
  planned: readonly { readonly recipient: Recipient }[],
  events: readonly RecordedEvent[],
): void {
  const contacts = planned.flatMap(({ recipient: { contact, isDelegateGone } }) =>
    isDelegateGone && contact ? [contact] : [],
  );
  if (contacts.length === 0) return;
  const tasks = JSON.stringify([...new Set(contacts)].map(delegateGone));
  const at = events.at(-1)?.recordedAt;
  batch.add(place => openTasks(place(tasks), `${place(at)}::timestamptz`));
}

/** What asks for another delegate. */
function delegateGone(contact: string): NewTask {
  const detail = 'La personne qui devait recevoir en son absence n’est plus joignable : nommez-en une autre.';
  return { id: uuid7(), kind: 'delegate-gone', about: contact, pole_id: null, contact_id: contact, detail };
}

function rowOf(
  { id: pole }: DossierState,
  { obligation, rung, late, day, merges, recipient, reason, pace, from }: PlannedNotice,
): NoticeColumns {
  return {
    id: uuid7(),
    pole_id: pole,
    obligation_id: obligation.id,
    event_id: null,
    round: obligation.round,
    rung: rung.id,
    recipient: recipient.name,
    contact_id: recipient.contact,
    on_behalf_of: recipient.onBehalfOf,
    kind: obligation.kind,
    template: rung.template,
    due: obligation.due,
    rung_day: day,
    merges,
    pace,
    planned_for: from,
    late,
    state: reason === null ? 'planned' : 'suppressed',
    reason,
    mail_id: null,
  };
}

function eventRow({ id: pole }: DossierState, { event, recipient, obligation, reason }: PlannedTelling): NoticeColumns {
  return {
    ...{ id: uuid7(), pole_id: pole, obligation_id: obligation?.id ?? null, event_id: event.id },
    ...{ round: 0, rung: null, kind: event.type, template: EVENT_TEMPLATE, due: null, rung_day: null, merges: 0 },
    ...{ recipient: recipient.name, contact_id: recipient.contact, on_behalf_of: recipient.onBehalfOf },
    ...{ pace: 'instant', planned_for: event.recordedAt, late: false, mail_id: null },
    ...{ state: reason === null ? 'planned' : 'suppressed', reason },
  };
}
