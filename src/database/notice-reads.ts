import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '../domain/dossier/roles.js';

/** What was planned to be said of something owed, and what became of it: roles, nobody's name or address. */
export interface NoticeSaid {
  readonly round: number;
  /** The rung of the ladder; `by-hand` and a number, a reminder by hand; `event`, an event told at once. */
  readonly rung: string;
  readonly to: Role | null;
  readonly instead: boolean;
  readonly template: string;
  readonly pace: string;
  readonly plannedFor: string;
  readonly late: boolean;
  readonly merges: number;
  readonly state: string;
  readonly reason: string | null;
  readonly sentAt: string | null;
}

/** Reads of the reminders of one obligation. */
@Injectable()
export class NoticeReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** In the order in which they were planned. */
  async of(obligation: string): Promise<readonly NoticeSaid[]> {
    return this.source.query<NoticeSaid[]>(
      `SELECT n.round, coalesce(n.rung, 'event') AS rung, coalesce(absent.role, c.role) AS "to", n.on_behalf_of IS NOT NULL AS instead, n.template,
         n.pace, n.planned_for AS "plannedFor", n.late, n.merges, n.state, n.reason, m.sent_at AS "sentAt"
       FROM notices n LEFT JOIN contacts c ON c.id = n.contact_id LEFT JOIN contacts absent ON absent.id = n.on_behalf_of
       LEFT JOIN mails m ON m.id = n.mail_id WHERE n.obligation_id = $1 ORDER BY n.planned_for, n.rung_day, n.rung, n.recipient`,
      [obligation],
    );
  }
}
