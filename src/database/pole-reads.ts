import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Perimeter } from '../domain/dossier/reading.js';
import { ObligationRow, PaysRow, PoleCard } from './entities/index.js';
import { nameOfBody } from './body-names.js';
import { isWithin } from './perimeter.js';

/** What a list of pôles is asked to show. */
export interface CardFilter {
  readonly stage?: string;
  readonly year?: number;
  readonly held?: boolean;
  readonly late?: boolean;
  readonly pays?: string;
  readonly today: CivilDate;
  readonly after?: { readonly declaredOn: CivilDate; readonly poleId: string };
  readonly perimeter: Perimeter | undefined;
}

/** An obligation and the name of its pôle. */
export interface ObligationOfPole {
  readonly obligation: ObligationRow;
  readonly poleName: string;
}

const LATE = `EXISTS (SELECT 1 FROM obligations o WHERE o.pole_id = card.pole_id AND o.state = 'open' AND o.due < :today)`;

function filtered(query: SelectQueryBuilder<PoleCard>, filter: CardFilter): SelectQueryBuilder<PoleCard> {
  const { stage, year, held, late, pays, today, after, perimeter } = filter;
  if (stage !== undefined) query.andWhere('card.stage = :stage', { stage });
  if (year !== undefined) query.andWhere('card.budget_year = :year', { year });
  if (held !== undefined) query.andWhere('card.held = :held', { held });
  if (pays !== undefined) query.andWhere(':pays = ANY(card.pays_codes)', { pays });
  if (late !== undefined) query.andWhere(late ? LATE : `NOT ${LATE}`, { today });
  if (after)
    query.andWhere('(card.declared_on, card.pole_id) < (:day, :id)', { day: after.declaredOn, id: after.poleId });
  if (perimeter) query.andWhere(isWithin(':codes', ':sirets'), { codes: perimeter.pays, sirets: perimeter.bodies });
  return query;
}

/** Reads of the projections: lists, never a fact. */
@Injectable()
export class PoleReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async cards(filter: CardFilter, limit: number): Promise<readonly PoleCard[]> {
    const query = this.source.getRepository(PoleCard).createQueryBuilder('card').where('true');
    return filtered(query, filter)
      .orderBy('card.declared_on', 'DESC')
      .addOrderBy('card.pole_id', 'DESC')
      .take(limit)
      .getMany();
  }

  /** Every pôle by its name, and nothing more. */
  async names(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.source.query('SELECT pole_id AS id, name FROM pole_cards ORDER BY name, pole_id');
  }

  async card(poleId: string): Promise<PoleCard | null> {
    return this.source.getRepository(PoleCard).findOneBy({ poleId });
  }

  /** The open obligations of some debtors, the most pressing first. */
  async openObligations(
    roles: readonly string[],
    perimeter: CardFilter['perimeter'],
  ): Promise<readonly ObligationOfPole[]> {
    if (roles.length === 0) return [];
    const query = this.source
      .getRepository(ObligationRow)
      .createQueryBuilder('one')
      .innerJoinAndMapOne('one.card', PoleCard, 'card', 'card.pole_id = one.pole_id')
      .where(`one.state = 'open' AND one.debtor_role IN (:...roles)`, { roles });
    if (perimeter)
      query.andWhere(
        `(one.debtor_body = ANY(:sirets) OR (one.debtor_body IS NULL AND ${isWithin(':codes', ':sirets')}))`,
        { sirets: perimeter.bodies, codes: perimeter.pays },
      );
    const found = await query.orderBy('one.due', 'ASC', 'NULLS LAST').addOrderBy('one.id').getMany();
    return found.map(obligation => ({
      obligation,
      poleName: (obligation as ObligationRow & { card: PoleCard }).card.name,
    }));
  }

  /** The names of the bodies of a dossier, by SIRET: that of the register, else the last one told in this very dossier. */
  async namesOfBodies(poleId: string, sirets: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.source.query<{ siret: string; name: string | null }[]>(
      `SELECT siret, ${nameOfBody('named.siret', '$1::uuid')} AS name FROM unnest($2::text[]) AS named (siret)`,
      [poleId, sirets],
    );
    return new Map(rows.flatMap(({ siret, name }) => (name === null ? [] : [[siret, name]])));
  }

  async pays(): Promise<readonly PaysRow[]> {
    return this.source.getRepository(PaysRow).find({ order: { code: 'ASC' } });
  }
}
