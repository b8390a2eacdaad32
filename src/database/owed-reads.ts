import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Perimeter } from '../domain/dossier/reading.js';
import type { ActingRole } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { nameOfAccount } from './account-names.js';
import { nameOfBody } from './body-names.js';
import { isReadWholeFrom, valuesOfPerimeter } from './perimeter.js';

/** Something owed, with its pôle and who carries it. */
export interface OwedLine {
  readonly id: string;
  readonly kind: string;
  readonly instance: string;
  readonly debtorRole: ActingRole;
  readonly debtorBody: string | null;
  readonly debtorName: string | null;
  readonly due: CivilDate | null;
  readonly source: string;
  readonly poleId: string;
  readonly poleName: string;
  readonly carrier: string | null;
  readonly carrierName: string | null;
}

/** More time that is asked for something owed, by whom and why. */
export interface ExtensionAsked extends OwedLine {
  readonly until: CivilDate;
  readonly askedOn: CivilDate | null;
  readonly askedBy: string | null;
  readonly askedByName: string | null;
  readonly reason: string | null;
}

/** An amendment that is asked for and not voted. */
export interface AmendmentAsked {
  readonly award: string;
  readonly poleId: string;
  readonly poleName: string;
  readonly applicant: string;
  readonly applicantName: string | null;
}

const LINE = `o.id, o.kind, o.instance, o.debtor_role AS "debtorRole", o.debtor_body AS "debtorBody",
  ${nameOfBody('o.debtor_body', 'o.pole_id')} AS "debtorName", o.due, o.source, o.pole_id AS "poleId",
  card.name AS "poleName", card.carrier, ${nameOfBody('card.carrier', 'card.pole_id')} AS "carrierName"
  FROM obligations o JOIN pole_cards card ON card.pole_id = o.pole_id`;

const ORDER = 'ORDER BY o.due NULLS LAST, o.id';

/** Whether what names a body names one of theirs; what names none is for who reads the dossier whole: $2 to $4. */
const isTheirs = (body: string) => `($2::boolean OR ${body} = ANY($4)
  OR ${body} IS NULL AND ${isReadWholeFrom(2)})`;

/** Reads of what is owed across pôles. */
@Injectable()
export class OwedReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** What is owed by some roles in a perimeter, the most pressing first. */
  async by(roles: readonly string[], perimeter: Perimeter | undefined): Promise<readonly OwedLine[]> {
    return this.source.query<OwedLine[]>(
      `SELECT ${LINE} WHERE o.state = 'open' AND o.debtor_role = ANY($1) AND ${isTheirs('o.debtor_body')} ${ORDER}`,
      [roles, ...valuesOfPerimeter(perimeter)],
    );
  }

  /** What others owe to some roles in a perimeter by a day, the most pressing first. */
  async to(roles: readonly string[], perimeter: Perimeter | undefined, until: CivilDate): Promise<readonly OwedLine[]> {
    return this.source.query<OwedLine[]>(
      `SELECT ${LINE} WHERE o.state = 'open' AND o.creditor_role = ANY($1) AND ${isTheirs('o.creditor_body')}
         AND NOT o.debtor_role = ANY($1) AND o.debtor_role <> 'engine' AND o.due <= $5 ${ORDER}`,
      [roles, ...valuesOfPerimeter(perimeter), until],
    );
  }

  /** Every extension that is asked for and not decided, the first to be due first. */
  async extensionsAsked(): Promise<readonly ExtensionAsked[]> {
    return this.source.query<ExtensionAsked[]>(
      `SELECT asked.date AS "askedOn", asked.actor AS "askedBy", ${nameOfAccount('asked.actor')} AS "askedByName",
         asked.reason, o.extension_asked AS until, ${LINE}
       LEFT JOIN LATERAL (SELECT j.date, j.actor, told.data->>'reason' AS reason FROM journal j
         LEFT JOIN journal_private told ON told.event_id = j.id
         WHERE j.type = 'extension-requested' AND j.data->>'obligation' = o.id::text
         ORDER BY j.sequence DESC LIMIT 1) asked ON true
       WHERE o.state = 'open' AND o.extension_asked IS NOT NULL ${ORDER}`,
    );
  }

  /** Every amendment that is asked for and neither voted nor lapsed. */
  async amendmentsAsked(): Promise<readonly AmendmentAsked[]> {
    return this.source.query<AmendmentAsked[]>(
      `SELECT a.id AS award, a.pole_id AS "poleId", card.name AS "poleName", a.applicant,
         ${nameOfBody('a.applicant', 'a.pole_id')} AS "applicantName"
       FROM awards a JOIN pole_cards card ON card.pole_id = a.pole_id
       WHERE a.kind = 'amendment' AND a.status IN ('requested', 'incomplete', 'instructed', 'on-agenda', 'adjourned')
       ORDER BY a.id`,
    );
  }
}
