import type { DataSource } from 'typeorm';
import { addSeconds, type Instant } from '../domain/kernel/paris.js';
import { unplanned } from './unplanned.js';

/** What became of the notices of one kind of obligation at one rung; rungs below zero were asked by hand. */
export interface Usefulness {
  readonly kind: string;
  readonly rung: number;
  readonly planned: number;
  readonly sent: number;
  /** Sent for something that was done within seven days. */
  readonly useful: number;
  readonly suppressed: number;
  readonly bounced: number;
}

/** A difference between what was to be said and what was: each asks for a person. */
export interface Discrepancy {
  readonly kind: 'unplanned' | 'stuck' | 'not-rung' | 'behind' | 'projection' | 'quiet';
  readonly about: string;
  readonly pole: string | null;
}

/** Reads on reminders: what they were good for, and whether each one that was due left or says why not. */
export class ReminderReads {
  constructor(private readonly source: DataSource) {}

  /** By kind and rung, the most sent first. */
  async usefulness(): Promise<readonly Usefulness[]> {
    return this.source.query<Usefulness[]>(
      `SELECT n.kind, CASE WHEN n.rung < 0 THEN -1 ELSE n.rung END AS rung, count(*)::int AS planned,
         count(*) FILTER (WHERE n.state IN ('sent', 'bounced'))::int AS sent,
         count(*) FILTER (WHERE n.state = 'sent' AND EXISTS (
           SELECT FROM journal j WHERE j.pole_id = n.pole_id AND j.type = 'obligation-done'
             AND j.data->>'obligation' = n.obligation_id::text
             AND j.recorded_at BETWEEN m.sent_at AND m.sent_at + interval '7 days'))::int AS useful,
         count(*) FILTER (WHERE n.state = 'suppressed')::int AS suppressed,
         count(*) FILTER (WHERE n.state = 'bounced')::int AS bounced
       FROM notices n LEFT JOIN mails m ON m.id = n.mail_id GROUP BY 1, 2 ORDER BY sent DESC, 1, 2`,
    );
  }

  /** What does not add up at an instant: nothing, in a house that is well. */
  async discrepancies(now: Instant): Promise<readonly Discrepancy[]> {
    const since = addSeconds(now, -30 * 86_400);
    const silent = await unplanned(this.source.manager, since);
    const found: Discrepancy[] = silent.map(one => ({ kind: 'unplanned', ...one }));
    for (const sql of DISCREPANCIES)
      found.push(...(await this.source.query<Discrepancy[]>(sql, sql.includes('$1') ? [now] : [])));
    return found;
  }
}

/** How long a planned notice may wait, and an alarm or a story may be late, before it is a fault. */
const HELD =
  "CASE pace WHEN 'instant' THEN interval '1 day' WHEN 'daily' THEN interval '2 days' ELSE interval '9 days' END";
const LATE = "interval '1 hour'";

const DISCREPANCIES: readonly string[] = [
  `SELECT 'stuck' AS kind, id::text AS about, pole_id AS pole FROM notices
   WHERE state IN ('planned', 'leaving') AND planned_for < $1::timestamptz - ${HELD}`,
  `SELECT 'not-rung' AS kind, id::text AS about, id AS pole FROM dossiers
   WHERE set_aside IS NULL AND next_alarm < $1::timestamptz - ${LATE}`,
  `SELECT 'behind' AS kind, d.id::text AS about, d.id AS pole FROM dossiers d WHERE d.set_aside IS NULL
     AND d.seen_version < d.version AND EXISTS (SELECT FROM journal j WHERE j.pole_id = d.id
       AND j.fact_version > d.seen_version AND j.recorded_at < $1::timestamptz - ${LATE})`,
  `SELECT 'projection' AS kind, d.id::text AS about, d.id AS pole FROM dossiers d
   WHERE d.sequence <> (SELECT max(sequence) FROM journal j WHERE j.pole_id = d.id)
     OR (SELECT count(*) FROM journal j WHERE j.pole_id = d.id AND j.type = 'obligation-opened')
       <> (SELECT count(*) FROM obligations o WHERE o.pole_id = d.id)`,
  `SELECT 'quiet' AS kind, kind AS about, NULL AS pole FROM notices
   WHERE planned_for > $1::timestamptz - interval '90 days' AND reason IS DISTINCT FROM 'merged'
   GROUP BY kind HAVING count(*) >= 3 AND count(*) FILTER (WHERE state IN ('sent', 'planned', 'leaving')) = 0
     AND count(*) FILTER (WHERE reason IN ('nobody', 'unreachable') OR state IN ('refused', 'bounced', 'given-up')) > 0`,
];
