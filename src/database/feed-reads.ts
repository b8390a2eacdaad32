import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Perimeter } from '../domain/dossier/reading.js';
import { sightOf, type ActingRole, type Actor, type Party } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { ObligationState } from '../domain/obligations/slice.js';
import { nameOfBody } from './body-names.js';
import { isReadFrom, valuesOfPerimeter } from './perimeter.js';

/** Something owed by a day, as a calendar shows it. */
export interface OwedByADay {
  readonly id: string;
  readonly pole: string;
  readonly poleName: string;
  readonly kind: string;
  readonly instance: string;
  readonly due: CivilDate;
  readonly source: string;
  readonly state: ObligationState;
  readonly debtorRole: ActingRole;
  /** The name of the body that owes it, where it is a body's. */
  readonly debtorBody: string | null;
  readonly debtor: Party;
  readonly creditor: Party | null;
  /** How many times its due date was moved. */
  readonly round: number;
  readonly changedAt: Instant;
}

export interface NamedPole {
  readonly id: string;
  readonly name: string;
}

/** Whether a party is someone of a perimeter: in the role, for the body, the pays or, when no body is named, the pôle. */
const THEIRS = `SELECT FROM jsonb_to_recordset($1) AS actor (role text, sees text, bodies text[], pays text[])
  CROSS JOIN (VALUES (o.debtor_role, o.debtor_body), (o.creditor_role, o.creditor_body)) AS party (role, body)
  WHERE party.role = actor.role AND CASE
    WHEN actor.sees = 'own-pays' THEN card.pays_codes && actor.pays
    WHEN actor.sees <> 'own-bodies' THEN true
    WHEN party.body IS NULL THEN card.bodies && actor.bodies
    ELSE party.body = ANY (actor.bodies) END`;

/** Whose calendar it is: an account, its roles, and the pôles that it may read, all of them when there is no perimeter. */
export interface Reader {
  readonly account: string;
  readonly actors: readonly Actor[];
  readonly perimeter: Perimeter | undefined;
}

/** Reads of what is owed by and to someone, and in the pôles that they follow, for their calendar. */
@Injectable()
export class FeedReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /**
   * What has a due day and is owed by these people or to them, or in the pôles that they follow, in their perimeter: what
   * is open, and what ceased to be since an instant.
   */
  async of({ account, actors, perimeter }: Reader, endedSince: Instant): Promise<readonly OwedByADay[]> {
    const parties = actors.map(({ role, bodies, pays }) => ({ role, sees: sightOf(role), bodies, pays }));
    return this.source.query<OwedByADay[]>(
      `SELECT o.id, o.pole_id AS pole, card.name AS "poleName", o.kind, o.instance, o.due, o.source, o.state,
         o.debtor_role AS "debtorRole", ${nameOfBody('o.debtor_body', 'o.pole_id')} AS "debtorBody",
         jsonb_strip_nulls(jsonb_build_object('role', o.debtor_role, 'body', o.debtor_body)) AS debtor,
         CASE WHEN o.creditor_role IS NOT NULL
           THEN jsonb_strip_nulls(jsonb_build_object('role', o.creditor_role, 'body', o.creditor_body)) END AS creditor,
         o.round, o.changed_at AS "changedAt"
       FROM obligations o JOIN pole_cards card ON card.pole_id = o.pole_id
       WHERE o.due IS NOT NULL AND (o.state = 'open' OR o.changed_at >= $2) AND (EXISTS (${THEIRS})
         OR (o.pole_id IN (SELECT pole_id FROM followed_poles WHERE account = $3) AND ${isReadFrom(4)}))
       ORDER BY o.due, o.id`,
      [JSON.stringify(parties), endedSince, account, ...valuesOfPerimeter(perimeter)],
    );
  }

  /** When the private address of the calendar of an account was made; undefined when it has none. */
  async addressSince(account: string): Promise<Instant | undefined> {
    const [token] = await this.source.query<{ at: Instant }[]>(
      'SELECT made_at AS at FROM feed_tokens WHERE account = $1 AND revoked_at IS NULL',
      [account],
    );
    return token?.at;
  }

  /** The pôles that an account may read and does not follow, by their names. */
  async followableBy(account: string, perimeter: Perimeter | undefined): Promise<readonly NamedPole[]> {
    return this.source.query<NamedPole[]>(
      `SELECT card.pole_id AS id, card.name FROM pole_cards card
       WHERE ${isReadFrom(2)} AND card.pole_id NOT IN (SELECT pole_id FROM followed_poles WHERE account = $1)
       ORDER BY folded(card.name), card.pole_id`,
      [account, ...valuesOfPerimeter(perimeter)],
    );
  }

  /** The pôles that an account follows and may read, the last followed first. */
  async followedBy(account: string, perimeter: Perimeter | undefined): Promise<readonly NamedPole[]> {
    return this.source.query<NamedPole[]>(
      `SELECT card.pole_id AS id, card.name FROM followed_poles f JOIN pole_cards card USING (pole_id)
       WHERE f.account = $1 AND ${isReadFrom(2)} ORDER BY f.since DESC, card.pole_id`,
      [account, ...valuesOfPerimeter(perimeter)],
    );
  }
}
