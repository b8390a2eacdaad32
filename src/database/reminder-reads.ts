import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parisDate, type Instant } from '../domain/kernel/paris.js';
import type { RuleBook } from '../reglement/load.js';
import { ladderValues, unreachedBefore } from './unreached.js';
import { unplannedSince } from './unplanned.js';

/**
 * What became of the notices of one kind of obligation at one rung; those that were asked by hand are one line, as are
 * those that told of an event of one type.
 * Each planned one is in one of the columns: `planned` is their sum, `useful` a part of `sent`.
 */
export interface Usefulness {
  readonly kind: string;
  readonly rung: string;
  readonly planned: number;
  readonly waiting: number;
  readonly sent: number;
  /** Sent for something that someone did, by the date of what they did, within seven days of Paris. */
  readonly useful: number;
  readonly suppressed: number;
  readonly bounced: number;
  readonly refused: number;
  readonly givenUp: number;
  readonly uncertain: number;
}

/** A difference between what was to be said and what was: each asks for a person. */
export interface Discrepancy {
  readonly kind: 'unplanned' | 'unreached' | 'stuck' | 'not-rung' | 'behind' | 'projection' | 'disagreement' | 'quiet';
  readonly about: string;
  readonly pole: string | null;
}

/** Reads on reminders: what they were good for, and whether each one that was due left or says why not. */
@Injectable()
export class ReminderReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** By kind and rung, the most sent first. */
  async usefulness(): Promise<readonly Usefulness[]> {
    return this.source.query<Usefulness[]>(USEFULNESS);
  }

  /** What does not add up at an instant: nothing, in a house that is well. */
  async discrepancies(now: Instant, book: RuleBook): Promise<readonly Discrepancy[]> {
    return this.source.query<Discrepancy[]>(DISCREPANCIES, [now, ...ladderValues(book, parisDate(now))]);
  }

  /** The kinds said to have gone quiet, of which no reminder has left since. */
  async stillQuiet(): Promise<readonly string[]> {
    const rows = await this.source.query<{ kind: string }[]>(
      `SELECT t.about AS kind FROM tasks t WHERE t.kind = 'reconciliation-quiet' AND t.closed_at IS NULL
         AND NOT EXISTS (SELECT FROM notices n JOIN mails m ON m.id = n.mail_id
           WHERE n.kind = t.about AND n.state = 'sent' AND m.sent_at >= t.opened_at)`,
    );
    return rows.map(({ kind }) => kind);
  }
}

/** Whether the obligation of a notice was met, by a person and within the week, by a fact that still stands. */
const MET_IN_A_WEEK = `EXISTS (SELECT FROM journal done JOIN journal fact ON fact.id = (done.data->>'by')::uuid
  WHERE done.pole_id = n.pole_id AND done.type = 'obligation-done' AND done.data->>'obligation' = n.obligation_id::text
    AND fact.role <> 'engine' AND NOT EXISTS (SELECT FROM journal r WHERE r.retracts = fact.id)
    AND fact.date - (m.sent_at AT TIME ZONE 'Europe/Paris')::date BETWEEN 0 AND 7)`;

const USEFULNESS = `
  SELECT n.kind, CASE WHEN n.template = 'by-hand' THEN n.template ELSE coalesce(n.rung, n.template) END AS rung, count(*)::int AS planned,
    count(*) FILTER (WHERE n.state IN ('planned', 'leaving'))::int AS waiting,
    count(*) FILTER (WHERE n.state = 'sent')::int AS sent,
    count(*) FILTER (WHERE n.state = 'sent' AND ${MET_IN_A_WEEK})::int AS useful,
    count(*) FILTER (WHERE n.state = 'suppressed')::int AS suppressed,
    count(*) FILTER (WHERE n.state = 'bounced')::int AS bounced,
    count(*) FILTER (WHERE n.state = 'refused')::int AS refused,
    count(*) FILTER (WHERE n.state = 'given-up')::int AS "givenUp",
    count(*) FILTER (WHERE n.state = 'uncertain')::int AS uncertain
  FROM notices n LEFT JOIN mails m ON m.id = n.mail_id GROUP BY 1, 2 ORDER BY sent DESC, 1, 2`;

/** How long a planned notice may wait, and an alarm or a story may be late, before it is a fault. */
const HELD =
  "CASE pace WHEN 'instant' THEN interval '1 day' WHEN 'daily' THEN interval '2 days' ELSE interval '9 days' END";
const LATE = "interval '1 hour'";

/** Each looks at what is open or recent: the nightly control of the dossiers holds the rest against the journal. */
const DISCREPANCIES = [
  `SELECT 'unplanned' AS kind, about, pole FROM (${unplannedSince("$1::timestamptz - interval '30 days'")}) AS silent`,
  `SELECT DISTINCT 'unreached' AS kind, unreached.kind AS about, pole
   FROM (${unreachedBefore("($1::timestamptz AT TIME ZONE 'Europe/Paris')::date")}) AS unreached`,
  `SELECT 'stuck' AS kind, id::text AS about, pole_id AS pole FROM notices
   WHERE state IN ('planned', 'leaving') AND planned_for < $1::timestamptz - ${HELD}`,
  `SELECT 'not-rung' AS kind, id::text AS about, id AS pole FROM dossiers
   WHERE set_aside IS NULL AND least(next_alarm, next_point) < $1::timestamptz - ${LATE}`,
  `SELECT 'behind' AS kind, d.id::text AS about, d.id AS pole FROM dossiers d WHERE d.set_aside IS NULL
     AND d.seen_version < d.version AND EXISTS (SELECT FROM journal j WHERE j.pole_id = d.id
       AND j.fact_version > d.seen_version AND j.recorded_at < $1::timestamptz - ${LATE})`,
  `SELECT 'projection' AS kind, d.id::text AS about, d.id AS pole FROM dossiers d
   WHERE d.sequence <> (SELECT max(sequence) FROM journal j WHERE j.pole_id = d.id)
     OR (SELECT count(*) FROM json_each(d.state->'obligations') kept WHERE kept.value->>'state' = 'open')
       <> (SELECT count(*) FROM obligations o WHERE o.pole_id = d.id AND o.state = 'open')`,
  `SELECT DISTINCT 'disagreement' AS kind, pole_id::text AS about, pole_id AS pole FROM disagreements
   WHERE found_at > $1::timestamptz - interval '2 days'`,
  // Every notice of a kind fails; or none is planned any more, though the kind was told of and something of it fell due.
  `SELECT 'quiet' AS kind, kind AS about, NULL AS pole FROM notices
   WHERE planned_for > $1::timestamptz - interval '90 days' AND reason IS DISTINCT FROM 'merged'
   GROUP BY notices.kind HAVING count(*) >= 3 AND count(*) FILTER (WHERE state IN ('sent', 'planned', 'leaving')) = 0
     AND count(*) FILTER (WHERE reason IN ('nobody', 'unreachable') OR state IN ('refused', 'bounced', 'given-up')) > 0
   UNION SELECT 'quiet', o.kind, NULL FROM obligations o WHERE o.state = 'open' AND o.opened_on <= o.due
     AND o.due BETWEEN ($1::timestamptz - interval '30 days')::date AND ($1::timestamptz - interval '1 day')::date
     AND EXISTS (SELECT FROM notices n WHERE n.kind = o.kind AND n.template <> 'by-hand' AND n.state = 'sent'
       AND n.planned_for > $1::timestamptz - interval '425 days')
     AND NOT EXISTS (SELECT FROM notices n WHERE n.kind = o.kind
       AND n.planned_for > $1::timestamptz - interval '60 days')`,
].join(' UNION ALL ');
