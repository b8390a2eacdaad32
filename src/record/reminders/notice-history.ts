import type { EntityManager } from 'typeorm';
import { POINT } from '../../domain/obligations/points.js';
import { NoticeHistory, type NoticeCount } from '../../domain/reminders/notice-history.js';

/** Reads what was said of some obligations, but for what reached nobody; points are told, and not counted. */
export async function readNoticeHistory(
  manager: EntityManager,
  obligations: readonly string[],
): Promise<NoticeHistory> {
  if (obligations.length === 0) return NoticeHistory.from([]);
  const rows = await manager.query<NoticeCount[]>(
    `SELECT obligation_id AS obligation, recipient, (count(*) FILTER (WHERE NOT starts_with(rung, $2)))::int AS times,
       max(day) AS last
     FROM notices CROSS JOIN LATERAL (SELECT (planned_for AT TIME ZONE 'Europe/Paris')::date AS day) AS said
     WHERE obligation_id = ANY($1) AND event_id IS NULL AND state NOT IN ('suppressed', 'refused', 'bounced', 'given-up')
     GROUP BY obligation_id, recipient`,
    [obligations, `${POINT}-`],
  );
  return NoticeHistory.from(rows);
}
