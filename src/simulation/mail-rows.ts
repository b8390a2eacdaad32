import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';

/** A notice, with what became of its mail. */
export interface NoticeRow {
  readonly id: string;
  /** What it speaks of that is owed; null for an event, which is told even once that is closed. */
  readonly obligation: string | null;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | null;
  readonly pace: string;
  readonly late: boolean;
  readonly rungDay: CivilDate | null;
  readonly plannedFor: Instant;
  readonly mail: string | null;
  readonly mailState: string | null;
  readonly nextTryAt: Instant | null;
}

export async function noticeRows(manager: EntityManager): Promise<readonly NoticeRow[]> {
  return manager.query<NoticeRow[]>(
    `SELECT n.id, CASE WHEN n.event_id IS NULL THEN n.obligation_id END AS obligation, n.kind, n.state, n.reason, n.pace, n.late, n.rung_day AS "rungDay",
       n.planned_for AS "plannedFor", n.mail_id AS mail, m.state AS "mailState", m.next_try_at AS "nextTryAt"
     FROM notices n LEFT JOIN mails m ON m.id = n.mail_id ORDER BY n.planned_for, n.id`,
  );
}

export interface MailRow {
  readonly id: string;
  readonly messageId: string;
  readonly address: string;
  readonly digest: boolean;
  readonly state: string;
  readonly sentAt: Instant | null;
  /** Whether a person was asked if it left. */
  readonly asked: boolean;
}

export async function mailRows(manager: EntityManager): Promise<readonly MailRow[]> {
  return manager.query<MailRow[]>(
    `SELECT m.id, m.message_id AS "messageId", m.address, m.digest, m.state, m.sent_at AS "sentAt",
       EXISTS (SELECT FROM tasks t WHERE t.kind = 'mail-uncertain' AND t.about = m.id::text) AS asked
     FROM mails m ORDER BY m.id`,
  );
}

/** When an obligation was closed: by the clock of the house, and by that of the machine. */
export interface Closing {
  readonly at: Instant;
  readonly machineMs: number;
}

/** When each obligation was met, withdrawn or waived. */
export async function closings(manager: EntityManager): Promise<ReadonlyMap<string, Closing>> {
  const rows = await manager.query<{ event: string; obligation: string; at: Instant }[]>(
    `SELECT id AS event, data->>'obligation' AS obligation, recorded_at AS at FROM journal
     WHERE type IN ('obligation-done', 'obligation-withdrawn', 'obligation-waived') ORDER BY pole_id, sequence`,
  );
  return new Map(rows.map(({ event, obligation, at }) => [obligation, { at, machineMs: millisecondsOf(event) }]));
}

/** The milliseconds of the machine that a UUIDv7 begins with. */
function millisecondsOf(uuid: string): number {
  return Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16);
}
