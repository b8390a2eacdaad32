import { openTasks } from '../reminders/tasks.js';
import { SERVER_REFUSES } from './mail-outcomes.js';

/** Whether anything is to leave at an instant. */
const due = (now: string) => `(EXISTS (SELECT FROM mails WHERE state = 'waiting' AND next_try_at <= ${now})
  OR EXISTS (SELECT FROM notices
    WHERE state = 'planned' AND pace = 'instant' AND mail_id IS NULL AND planned_for <= ${now}))`;

/** Whether anything is to leave at an instant, or was taken by one whose lease ended at an instant of the machine. */
export const anyToLeave = (now: string, machineNow: string): string => `(${due(now)}
  OR EXISTS (SELECT FROM mails WHERE state IN ('leaving', 'handed') AND lease_until < ${machineNow}))`;

/** The next instant, after another, at which a mail is to be tried again, no sooner than the server is. */
export const nextTry = (now: string): string => `(
  SELECT CASE WHEN held_until > ${now} AND (${due(now)} OR next.at < held_until) THEN held_until ELSE next.at END
  FROM mail_server,
    LATERAL (SELECT min(next_try_at) AS at FROM mails WHERE state = 'waiting' AND next_try_at > ${now}) next)`;

const STANDING = `JOIN contacts reader ON reader.id = n.contact_id
  LEFT JOIN contacts absent ON absent.id = n.on_behalf_of
  JOIN contacts holder ON holder.id = coalesce(n.on_behalf_of, n.contact_id)
  LEFT JOIN mails m ON m.id = n.mail_id
  LEFT JOIN obligations o ON o.id = n.obligation_id
  LEFT JOIN pole_cards card ON card.pole_id = n.pole_id`;

/** What the rule of departures looks at, of a notice `n`. */
const FACTS = `jsonb_build_object('due', n.due, 'stage', card.stage,
    'event', CASE WHEN n.event_id IS NOT NULL THEN jsonb_build_object('retracted',
      EXISTS (SELECT FROM journal r WHERE r.retracts = n.event_id)) END,
    'owed', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('state', o.state, 'due', o.due,
      'debtorRole', o.debtor_role, 'debtorBody', o.debtor_body) END,
    'reader', jsonb_build_object('from', reader.valid_from, 'to', reader.valid_to,
      'reachable', reader.unreachable_since IS NULL),
    'holder', jsonb_build_object('role', holder.role, 'bodies', holder.bodies, 'to', holder.valid_to)) AS facts`;

/** The event that a notice `n` tells, with what is beside it, and what is owed. */
const EVENT = `CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'type', e.type, 'date', e.date, 'data', e.data,
    'private', coalesce((SELECT data FROM journal_private beside WHERE beside.event_id = e.id), '{}'),
    'owed', CASE WHEN o.id IS NOT NULL THEN
      jsonb_build_object('kind', o.kind, 'instance', o.instance, 'due', o.due, 'debtorRole', o.debtor_role) END
  ) END AS event`;

/** Whom the reader of a notice `n` may call at $1: who is in charge of its pôle, else an instructor rather than a shared mailbox. */
const CALLEE = `(SELECT jsonb_build_object('contact', c.id, 'name', c.name, 'phone', c.phone)
    FROM contacts c JOIN dossiers d ON d.id = n.pole_id
    WHERE c.role = 'instructor' AND ($1::timestamptz AT TIME ZONE 'Europe/Paris')::date BETWEEN c.valid_from AND coalesce(c.valid_to, 'infinity')
      AND c.unreachable_since IS NULL AND (c.pays = '{}' OR c.pays && card.pays_codes)
    ORDER BY (c.account = d.state->'referent'->>'referent') DESC NULLS LAST, c.shared, c.id LIMIT 1) AS callee`;

/** Mails that wait with nothing to say any more, as in a base restored from an older copy. */
export const EMPTY_DROPPED = `
  UPDATE mails m SET state = 'dropped', next_try_at = NULL
  WHERE state = 'waiting' AND NOT EXISTS (SELECT FROM notices n WHERE n.mail_id = m.id AND n.state = 'planned')`;

/** What is to leave at $1, at most $2 that never left and $2 to be tried again, with what is true of it now. */
export const CLAIM = `
  WITH fresh AS (
    SELECT id FROM notices WHERE state = 'planned' AND pace = 'instant' AND mail_id IS NULL AND planned_for <= $1
    ORDER BY planned_for, id LIMIT $2 FOR UPDATE SKIP LOCKED
  ), again AS (
    SELECT id FROM mails WHERE state = 'waiting' AND next_try_at <= $1
    ORDER BY next_try_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
  )
  SELECT n.id, n.pole_id AS pole, coalesce(card.name, '') AS "poleName", n.obligation_id AS obligation, n.template,
    n.kind, coalesce(o.instance, '') AS instance, n.due, n.rung_day AS "rungDay", n.merges, coalesce(o.source, '') AS source,
    coalesce(o.debtor_role, 'engine') AS "debtorRole", coalesce(holder.role = o.debtor_role, false) AS "readerOwes",
    n.pace, reader.id AS contact, CASE WHEN NOT reader.shared THEN reader.name END AS "readerName", ${CALLEE}, absent.name AS "onBehalfOf",
    m.id AS mail, m.message_id AS "messageId", coalesce(m.digest, false) AS digest, coalesce(m.short, false) AS short,
    coalesce(m.attempts, 0) AS attempts,
    reader.email AS address, holder.role AS "holderRole", ${EVENT}, ${FACTS}
  FROM notices n ${STANDING} LEFT JOIN journal e ON e.id = n.event_id
  WHERE n.state = 'planned' AND (n.id IN (SELECT id FROM fresh) OR n.mail_id IN (SELECT id FROM again))
  ORDER BY n.planned_for, n.due, e.recorded_at, e.pole_id, e.sequence, n.id`;

/** What was taken ($1 notices, $2 mails, $3 tasks) is so until the lease $4 ends. */
export const CLAIMED = `
  WITH taken AS (
    INSERT INTO mails (id, message_id, contact_id, address, subject, state, lease_until)
    SELECT id, message_id, contact_id, address, coalesce(subject, ''), state,
      CASE state WHEN 'leaving' THEN $4::timestamptz END FROM jsonb_populate_recordset(NULL::mails, $2)
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, lease_until = excluded.lease_until, next_try_at = NULL,
      address = excluded.address, subject = coalesce(nullif(excluded.subject, ''), mails.subject)
  ), told AS (
    UPDATE notices n SET state = said.state, reason = said.reason, mail_id = coalesce(said.mail_id, n.mail_id)
    FROM jsonb_populate_recordset(NULL::notices, $1) said WHERE n.id = said.id
  ), asked AS (${openTasks('$3', '$5')})
  SELECT`;

/** What the mails $1 are about to say, with what is true of it now. */
export const ABOUT_TO_BE_SAID = `
  SELECT n.mail_id AS mail, ${FACTS} FROM notices n ${STANDING} WHERE n.mail_id = ANY($1) AND n.state = 'leaving'`;

/**
 * The mails $1, taken until $3, are about to be given to the server: answers those that may be. One of $2 has, at $4,
 * something to say no more: it waits to be taken again, which leaves that out.
 */
export const HANDED = `
  WITH back AS (
    UPDATE mails m SET state = 'waiting', next_try_at = $4, lease_until = NULL
    WHERE m.id = ANY($2) AND m.state = 'leaving' AND m.lease_until = $3 RETURNING m.id
  ), planned AS (
    UPDATE notices n SET state = 'planned' FROM back WHERE n.mail_id = back.id AND n.state = 'leaving'
  )
  UPDATE mails SET state = 'handed', attempts = attempts + 1
  WHERE id = ANY($1) AND state = 'leaving' AND lease_until = $3 AND NOT id = ANY($2) RETURNING id`;

/** What became of mails ($1), with the tasks it makes ($2), at $3, and how the server stands: away $4 rounds, until $5. */
export const NOTED = `
  WITH said AS (
    SELECT * FROM jsonb_to_recordset($1) AS s(id uuid, state text, answer text, next_try_at timestamptz, untried boolean, lost boolean, short boolean)
  ), noted AS (
    UPDATE mails m SET state = said.state, answer = said.answer, lease_until = NULL, next_try_at = said.next_try_at,
      short = m.short OR said.short,
      sent_at = CASE said.state WHEN 'sent' THEN $3::timestamptz ELSE m.sent_at END,
      attempts = m.attempts - CASE WHEN said.untried AND m.state = 'handed' THEN 1 ELSE 0 END
    FROM said WHERE m.id = said.id AND m.state IN ('leaving', 'handed', 'uncertain') RETURNING m.id, m.state
  ), told AS (
    UPDATE notices n SET state = CASE noted.state WHEN 'waiting' THEN 'planned' ELSE noted.state END
    FROM noted WHERE n.mail_id = noted.id AND n.state IN ('leaving', 'uncertain')
  ), lost AS (
    UPDATE contacts c SET unreachable_since = $3 FROM said JOIN mails m ON m.id = said.id
    WHERE said.lost AND lower(c.email) = lower(m.address) AND c.unreachable_since IS NULL
  ), served AS (
    UPDATE mail_server SET away_rounds = $4, held_until = $5
    WHERE (away_rounds, held_until) IS DISTINCT FROM ($4::int, $5::timestamptz)
  ), answering AS (
    UPDATE tasks t SET closed_at = $3 WHERE t.kind = '${SERVER_REFUSES}' AND t.closed_at IS NULL
      AND EXISTS (SELECT FROM said WHERE said.state = 'sent')
  ), asked AS (${openTasks('$2', '$3')})
  SELECT`;

/** What was taken and not handed when its lease ended at $1 waits again from $2; answers what was handed. */
export const RECOVERED = `
  WITH ended AS (
    SELECT id, state FROM mails WHERE state IN ('leaving', 'handed') AND lease_until < $1 FOR UPDATE SKIP LOCKED
  ), back AS (
    UPDATE mails m SET state = 'waiting', next_try_at = $2, lease_until = NULL
    FROM ended WHERE m.id = ended.id AND ended.state = 'leaving' RETURNING m.id
  ), planned AS (
    UPDATE notices n SET state = 'planned' FROM back WHERE n.mail_id = back.id AND n.state = 'leaving'
  )
  SELECT m.id, m.message_id AS "messageId", m.contact_id AS contact,
    m.attempts - 1 AS attempts,
    (SELECT n.pole_id FROM notices n WHERE n.mail_id = m.id LIMIT 1) AS pole
  FROM mails m JOIN ended ON ended.id = m.id AND ended.state = 'handed'`;
