import type { EntityManager } from 'typeorm';
import { parisDate, type Instant } from '../domain/kernel/paris.js';

/** What the mails of a house were for those who received them. Shares are from 0 to 1. */
export interface MailMeasure {
  /** That left, whatever became of them. */
  readonly mails: number;
  /** Addresses that were written to, whatever their case. */
  readonly mailboxes: number;
  /** Months of Paris over which the mails are spread, the first and the last included. */
  readonly months: number;
  readonly perMailboxAndMonth: number;
  /** The most that one address received in a month, and on a day. */
  readonly fullestMonth: number;
  readonly fullestDay: number;
  /** Of the mails, those in which nothing was owed by their reader. */
  readonly forInformation: number;
  /** What was said in them: one thing, at one rung, to one reader. */
  readonly notices: number;
  /** Of these, those whose obligation somebody met within seven days. */
  readonly doneInAWeek: number;
  /** Obligations of which something was said, and their rungs. */
  readonly obligationsTold: number;
  readonly rungsTold: number;
  /** Rungs that were reached, and of which nothing was said under their own name: said by a later one, or lately. */
  readonly rungsUntold: number;
  /** Whole months during which something was late and open, and of which nothing was said of it; the Calendar's apart. */
  readonly silentMonths: number;
}

/** Measures what was sent up to an instant. */
export async function measureMails(manager: EntityManager, now: Instant): Promise<MailMeasure> {
  const [row] = await manager.query<MailMeasure[]>(MEASURE, [parisDate(now)]);
  if (!row) throw new Error('Rien à mesurer.');
  return row;
}

const PARIS_DAY = (at: string) => `(${at} AT TIME ZONE 'Europe/Paris')::date`;

/** Whether a person met what a notice says within the week of its mail, by a fact that still stands. */
const MET = `EXISTS (SELECT FROM journal done JOIN journal fact ON fact.id = (done.data->>'by')::uuid
  WHERE done.pole_id = s.pole AND done.type = 'obligation-done' AND done.data->>'obligation' = s.obligation::text
    AND fact.role <> 'engine' AND NOT EXISTS (SELECT FROM journal r WHERE r.retracts = fact.id)
    AND fact.date - s.day BETWEEN 0 AND 7)`;

const MEASURE = `
  WITH said AS (
    SELECT n.mail_id AS mail, n.pole_id AS pole, n.obligation_id AS obligation, n.round, n.rung, ${PARIS_DAY('m.sent_at')} AS day,
      lower(m.address) AS mailbox, coalesce(holder.role = o.debtor_role, false) AS owes
    FROM notices n JOIN mails m ON m.id = n.mail_id AND m.sent_at IS NOT NULL
      JOIN contacts holder ON holder.id = coalesce(n.on_behalf_of, n.contact_id)
      LEFT JOIN obligations o ON o.id = n.obligation_id
    WHERE n.state IN ('sent', 'bounced')
  ), left_mails AS (
    SELECT mail, min(mailbox) AS mailbox, min(day) AS day, bool_or(owes) AS owes FROM said GROUP BY mail
  ), spread AS (
    SELECT count(*)::int AS mails, count(DISTINCT mailbox)::int AS mailboxes, count(*) FILTER (WHERE NOT owes)::int AS informing,
      coalesce((SELECT (extract(year FROM age) * 12 + extract(month FROM age))::int + 1 FROM
        (SELECT age(date_trunc('month', max(day)), date_trunc('month', min(day)))) AS a(age)), 0) AS months
    FROM left_mails
  ), reached AS (
    SELECT DISTINCT obligation_id AS obligation, round, rung FROM notices WHERE template <> 'by-hand'
  ), over AS (
    SELECT DISTINCT ON (data->>'obligation') data->>'obligation' AS obligation, ${PARIS_DAY('recorded_at')} AS day FROM journal
    WHERE type IN ('obligation-done', 'obligation-withdrawn', 'obligation-waived')
    ORDER BY data->>'obligation', sequence DESC
  ), late AS (
    SELECT o.id, greatest(o.due, o.opened_on, (SELECT max(${PARIS_DAY('j.recorded_at')}) FROM journal j WHERE j.pole_id = o.pole_id
        AND j.type = 'due-date-moved' AND j.data->>'obligation' = o.id::text)) AS since,
      CASE o.state WHEN 'open' THEN $1::date ELSE over.day END AS until
    FROM obligations o JOIN pole_cards card ON card.pole_id = o.pole_id AND card.stage <> 'suspended'
      JOIN dossiers d ON d.id = o.pole_id AND d.set_aside IS NULL
      LEFT JOIN over ON over.obligation = o.id::text
    WHERE o.due < $1 AND o.debtor_role <> 'engine'
  ), whole_months AS (
    SELECT late.id, m::date AS first, (m + interval '1 month')::date AS after FROM late, generate_series(
      date_trunc('month', since) + interval '1 month', date_trunc('month', until) - interval '1 month', interval '1 month') AS m
  )
  SELECT mails, mailboxes, months,
    coalesce(round(mails::numeric / nullif(mailboxes * months, 0), 2), 0)::float AS "perMailboxAndMonth",
    coalesce((SELECT max(n) FROM (SELECT count(*)::int AS n FROM left_mails GROUP BY mailbox, date_trunc('month', day)) AS by_month), 0) AS "fullestMonth",
    coalesce((SELECT max(n) FROM (SELECT count(*)::int AS n FROM left_mails GROUP BY mailbox, day) AS by_day), 0) AS "fullestDay",
    coalesce(round(informing::numeric / nullif(mails, 0), 3), 0)::float AS "forInformation",
    (SELECT count(*)::int FROM said) AS notices,
    coalesce((SELECT round(avg(CASE WHEN ${MET} THEN 1 ELSE 0 END), 3) FROM said s), 0)::float AS "doneInAWeek",
    (SELECT count(DISTINCT obligation)::int FROM said) AS "obligationsTold",
    (SELECT count(DISTINCT (obligation, round, rung))::int FROM said) AS "rungsTold",
    (SELECT count(*)::int FROM reached WHERE NOT EXISTS (SELECT FROM said WHERE said.obligation = reached.obligation
      AND said.round = reached.round AND said.rung = reached.rung)) AS "rungsUntold",
    (SELECT count(*)::int FROM whole_months w WHERE NOT EXISTS (SELECT FROM said
      WHERE said.obligation = w.id AND said.day >= w.first AND said.day < w.after)) AS "silentMonths"
  FROM spread`;
