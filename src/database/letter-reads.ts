import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hasWords } from './search.js';

/** What was to be said to someone, and what became of it. */
export interface LetterLine {
  readonly id: string;
  readonly poleId: string;
  readonly poleName: string;
  /** Undefined in what was told of an event that bears on nothing owed. */
  readonly obligation: string | null;
  /** What is owed, or the type of the event. */
  readonly kind: string;
  readonly isEvent: boolean;
  readonly byHand: boolean;
  /** Null where there was nobody to write to. */
  readonly to: string | null;
  /** In whose place they receive. */
  readonly insteadOf: string | null;
  readonly plannedFor: string;
  readonly sentAt: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly subject: string | null;
}

export interface LetterFilter {
  readonly pole?: string | undefined;
  /** The states of a notice; every one when undefined. */
  readonly states?: readonly string[] | undefined;
  /** Words of the name of who receives. */
  readonly person: readonly string[];
  /** The last line of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Reads of what was said by mail, across pôles. */
@Injectable()
export class LetterReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** The last planned first: one more than the limit, when there are more. */
  async page({ pole, states, person, after, limit }: LetterFilter): Promise<readonly LetterLine[]> {
    return this.source.query<LetterLine[]>(
      `SELECT n.id, n.pole_id AS "poleId", card.name AS "poleName", n.obligation_id AS obligation, n.kind,
         n.event_id IS NOT NULL AS "isEvent", n.template = 'by-hand' AS "byHand", c.name AS "to", absent.name AS "insteadOf",
         n.planned_for AS "plannedFor", m.sent_at AS "sentAt", n.state, n.reason, m.subject
       FROM notices n JOIN pole_cards card ON card.pole_id = n.pole_id
         LEFT JOIN contacts c ON c.id = n.contact_id LEFT JOIN contacts absent ON absent.id = n.on_behalf_of
         LEFT JOIN mails m ON m.id = n.mail_id
       WHERE ($1::uuid IS NULL OR n.pole_id = $1) AND ($2::text[] IS NULL OR n.state = ANY($2))
         AND ${hasWords('$3', "concat_ws(' ', c.name, absent.name)")}
         AND ($4::uuid IS NULL OR (n.planned_for, n.id) < (SELECT b.planned_for, b.id FROM notices b WHERE b.id = $4))
       ORDER BY n.planned_for DESC, n.id DESC LIMIT $5`,
      [pole ?? null, states ?? null, person, after ?? null, limit + 1],
    );
  }
}
