import type { EntityManager } from 'typeorm';
import { NoticeHistory, type NoticeCount } from '../../domain/reminders/notice-history.js';

/** Reads what was said of some obligations, but for what reached nobody. */
export async function readNoticeHistory(
  manager: EntityManager,
  obligations: readonly string[],
): Promise<NoticeHistory> {
  if (obligations.length === 0) return NoticeHistory.from([]);
  const rows = await manager.query<NoticeCount[]>(
    `SELECT obligation_id AS obligation, recipient, count(*)::int AS times, max(day) AS last
     FROM notices CROSS JOIN LATERAL (SELECT (planned_for AT TIME ZONE 'Europe/Paris')::date AS day) AS said
     WHERE obligation_id = ANY($1) AND event_id IS NULL AND state NOT IN ('suppressed', 'refused', 'bounced', 'given-up')
     GROUP BY obligation_id, recipient`,
    [obligations],
  );
  return NoticeHistory.from(rows);
}
