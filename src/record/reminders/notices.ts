import type { EntityManager } from 'typeorm';
import { uuid7 } from '../../clock/uuid7.js';
import type { DossierState, RecordedEvent } from '../../domain/dossier/state.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { openingsOf } from '../../domain/obligations/slice.js';
import type { Rules } from '../../domain/reglement/reglement.js';
import { noticesOf, occasionsOf, partiesOf, type PlannedNotice } from '../../domain/reminders/notices.js';
import { soughtFor } from '../../domain/reminders/recipients.js';
import type { StatementBatch } from '../journal/statement-batch.js';
import { readDirectory } from './directory.js';
import { readNoticeHistory } from './notice-history.js';
import type { NoticeColumns } from './rows.js';
import { openTasks, type NewTask } from './tasks.js';

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
  const about = occasions.flatMap(({ obligation }) => openingsOf(obligation, state).map(({ id }) => id));
  const audience = {
    directory: await readDirectory(manager, today, today, soughtFor(state, occasions.flatMap(partiesOf))),
    noticeHistory: await readNoticeHistory(manager, about),
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
