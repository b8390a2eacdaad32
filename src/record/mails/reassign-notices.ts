import type { EntityManager } from 'typeorm';
import type { Reading } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { ActingRole } from '../../domain/dossier/roles.js';
import { readDossier } from '../dossiers.js';
import type { ClaimedRow } from './mail.js';
import { paceOf } from '../../domain/reminders/notices.js';
import { recipientsOf, soughtFor } from '../../domain/reminders/recipients.js';
import { readDirectory } from '../reminders/directory.js';

/**
 * What was planned for someone who is away by now goes to their delegate, for them; unless the delegate is told of the same
 * already. Only what is in no mail yet.
 */
export async function divertToDelegates(manager: EntityManager, today: CivilDate): Promise<void> {
  await manager.query(
    `WITH away AS (
       SELECT n.id, a.contact_id, a.delegate_id, EXISTS (SELECT FROM notices own WHERE own.obligation_id = n.obligation_id
         AND own.round = n.round AND own.rung = n.rung AND own.contact_id = a.delegate_id) AS told
       FROM notices n JOIN absences a ON a.contact_id = n.contact_id AND $1 BETWEEN a.first_day AND a.last_day
       JOIN contacts d ON d.id = a.delegate_id AND d.unreachable_since IS NULL
         AND daterange(d.valid_from, d.valid_to, '[]') @> $1::date
       WHERE n.state = 'planned' AND n.mail_id IS NULL AND n.on_behalf_of IS NULL
     )
     UPDATE notices n SET contact_id = CASE WHEN told THEN n.contact_id ELSE delegate_id END,
       on_behalf_of = CASE WHEN told THEN NULL ELSE away.contact_id END,
       state = CASE WHEN told THEN 'suppressed' ELSE n.state END, reason = CASE WHEN told THEN 'away' END
     FROM away WHERE n.id = away.id`,
    [today],
  );
}

/** Why a reader is no longer the one to be told, though someone else may be. */
const REPLACED: readonly (string | null)[] = ['contact-ended', 'debtor-changed'];

/** What is not said any more to who left is planned for those who hold the role today. */
export async function reassignNotices(
  manager: EntityManager,
  rows: readonly ClaimedRow[],
  clock: Reading,
): Promise<void> {
  const replaced = rows.filter(({ reason }) => REPLACED.includes(reason)).map(({ id }) => id);
  if (replaced.length === 0) return;
  const notices = await manager.query<Left[]>(
    `SELECT n.id, n.pole_id AS pole, n.obligation_id AS obligation, n.template, holder.role
     FROM notices n JOIN contacts holder ON holder.id = coalesce(n.on_behalf_of, n.contact_id) WHERE n.id = ANY($1)`,
    [replaced],
  );
  const planned: object[] = [];
  for (const notice of notices) planned.push(...(await inTheirPlace(manager, notice, clock)));
  await manager.query(
    `INSERT INTO notices SELECT (jsonb_populate_record(n, s.said)).* FROM notices n
     JOIN jsonb_to_recordset($1) AS s(notice uuid, said jsonb) ON s.notice = n.id
     ON CONFLICT (obligation_id, round, rung, recipient) DO NOTHING`,
    [JSON.stringify(planned)],
  );
}

/** A notice whose reader is not the one to be told any more. */
interface Left {
  readonly id: string;
  readonly pole: string;
  readonly obligation: string;
  readonly template: string;
  /** In which role they were told. */
  readonly role: ActingRole;
}

async function inTheirPlace(manager: EntityManager, { id, pole, obligation, template, role }: Left, clock: Reading) {
  const { state } = await readDossier(manager, pole);
  const owed = state.obligations[obligation];
  if (!owed) throw new Error(`Échéance absente du dossier : ${obligation}`);
  const party = [owed.debtor, owed.creditor].find(candidate => candidate?.role === role) ?? { role };
  const directory = await readDirectory(manager, clock.today, clock.today, soughtFor(state, [party]));
  return recipientsOf(directory, state, [party], owed, clock.today).map(({ name, contact, onBehalfOf, pace }) => ({
    notice: id,
    said: {
      ...{ id: uuid7(), recipient: name, contact_id: contact, on_behalf_of: onBehalfOf, mail_id: null },
      ...{ pace: paceOf(template, { pace }), planned_for: clock.now },
      ...(contact === null ? { state: 'suppressed', reason: 'nobody' } : { state: 'planned', reason: null }),
    },
  }));
}
