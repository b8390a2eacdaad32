import type { EntityManager } from 'typeorm';
import type { Reading } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import { partyOfRole } from '../../domain/reminders/reassignment.js';
import { soughtFor, soughtTogether } from '../../domain/reminders/recipients.js';
import { toldLate, type ToldLate, type Unheard } from '../../domain/reminders/unheard.js';
import type { RuleBook } from '../../reglement/load.js';
import { readStates } from '../dossiers.js';
import { readDirectory } from '../reminders/directory.js';
import type { NoticeColumns } from '../reminders/rows.js';

interface UnheardRow extends Unheard {
  readonly pole: string;
  readonly reglement: string;
}

/**
 * What reached nobody, of what is still owed by the same day, and may be heard on $1: a role that nobody held, an address
 * that did not receive and does since, or is another by now. What a server refused of an address that receives is not
 * said to it again.
 */
const UNHEARD = `
  WITH unheard AS (
    SELECT n.*, d.reglement, holder.id AS holder_id, coalesce(holder.role, substr(n.recipient, length('role:') + 1)) AS role
    FROM notices n JOIN obligations o ON o.id = n.obligation_id AND o.state = 'open' AND o.round = n.round
        AND o.due IS NOT DISTINCT FROM n.due
      JOIN dossiers d ON d.id = n.pole_id AND d.set_aside IS NULL
      LEFT JOIN contacts reader ON reader.id = n.contact_id
      LEFT JOIN contacts holder ON holder.id = coalesce(n.on_behalf_of, n.contact_id)
      LEFT JOIN mails m ON m.id = n.mail_id
    WHERE n.state IN ('suppressed', 'refused', 'bounced') AND (n.reason IN ('nobody', 'unreachable') OR n.state <> 'suppressed')
      AND (reader.id IS NULL OR reader.valid_to < $1 OR reader.unreachable_since IS NULL
        AND (n.state = 'suppressed' OR lower(reader.email) <> lower(m.address) OR EXISTS (
          SELECT FROM address_restorations r WHERE r.contact_id = reader.id AND r.restored_at >= n.planned_for)))
  )
  SELECT id AS notice, pole_id AS pole, reglement, obligation_id AS obligation, rung, role, holder_id AS contact,
    planned_for AS "plannedFor", merges, ARRAY(SELECT DISTINCT told.contact_id FROM notices told
      WHERE told.obligation_id = unheard.obligation_id AND told.contact_id IS NOT NULL AND told.state <> 'suppressed'
        AND told.planned_for >= unheard.planned_for AND told.id NOT IN (SELECT id FROM unheard)) AS "toldSince"
  FROM unheard ORDER BY planned_for, id`;

/** What of a notice changes when it is said late to someone. */
type LateNotice = Pick<
  NoticeColumns,
  | ('id' | 'recipient' | 'contact_id' | 'on_behalf_of' | 'mail_id' | 'pace' | 'planned_for')
  | ('state' | 'reason' | 'late' | 'merges')
>;

const PLANNED = `
  INSERT INTO notices SELECT (jsonb_populate_record(n, s.said)).* FROM notices n
    JOIN jsonb_to_recordset($1) AS s(notice uuid, said jsonb) ON s.notice = n.id
  ON CONFLICT (obligation_id, round, rung, recipient) DO UPDATE SET contact_id = excluded.contact_id,
    on_behalf_of = excluded.on_behalf_of, mail_id = NULL, pace = excluded.pace, planned_for = excluded.planned_for,
    state = excluded.state, reason = NULL, late = true, merges = excluded.merges
  WHERE notices.state IN ('suppressed', 'refused', 'bounced')`;

/**
 * Plans, late and merged, what reached nobody and can be heard by now: an address receives again, a role has found its
 * holder. Answers how many messages; called again, there is nothing to say any more.
 */
export async function tellUnheard(
  manager: EntityManager,
  book: RuleBook,
  { now, today }: Pick<Reading, 'now' | 'today'>,
): Promise<number> {
  const rows = await manager.query<UnheardRow[]>(UNHEARD, [today]);
  if (rows.length === 0) return 0;
  const states = await readStates(manager, [...new Set(rows.map(({ pole }) => pole))]);
  const lookups = rows.flatMap(({ pole, obligation, role }) => {
    const state = states.get(pole);
    const owed = state?.obligations[obligation];
    return state && owed ? [soughtFor(state, [partyOfRole(owed, role)])] : [];
  });
  const directory = await readDirectory(manager, today, today, soughtTogether(lookups));
  const planned = [...states].flatMap(([pole, state]) => {
    const unheard = rows.filter(row => row.pole === pole);
    const [first] = unheard;
    return first ? toldLate(unheard, state, book.of(first.reglement), directory, now) : [];
  });
  await manager.query(PLANNED, [
    JSON.stringify(planned.map(late => ({ notice: late.notice, said: lateNotice(late) }))),
  ]);
  return planned.length;
}

function lateNotice({ recipient: { name, contact, onBehalfOf }, merges, pace, from }: ToldLate): LateNotice {
  return {
    ...{ id: uuid7(), recipient: name, contact_id: contact, on_behalf_of: onBehalfOf, mail_id: null, pace },
    ...{ planned_for: from, state: 'planned', reason: null, late: true, merges },
  };
}
