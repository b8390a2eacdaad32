import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Perimeter } from '../domain/dossier/reading.js';
import type { InstalmentStep } from '../domain/funded-year/instalment-step.js';
import type { Cents } from '../domain/kernel/cents.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { nameOfAccount } from './account-names.js';
import { nameOfBody } from './body-names.js';
import { isReadWholeFrom, valuesOfPerimeter } from './perimeter.js';
import { hasWords } from './search.js';

/** The tabs of the payments: the step of each, or that it is held. */
export type InstalmentTab = InstalmentStep | 'held';

/** Which instalments are asked for, as of a day, of the dossiers that a perimeter reads whole. */
export interface InstalmentFilter {
  readonly today: CivilDate;
  /** Undefined for who reads every dossier. */
  readonly perimeter: Perimeter | undefined;
  readonly words?: readonly string[];
  /** The civil year in which the exercise begins. */
  readonly year?: number;
  /** An account in charge of the pôle. */
  readonly inCharge?: string;
}

/** An instalment as a list shows it; amounts in cents. */
export interface InstalmentLine {
  readonly tab: InstalmentTab;
  readonly key: string;
  readonly poleId: string;
  readonly poleName: string;
  readonly award: string;
  readonly year: number;
  readonly number: number;
  readonly step: InstalmentStep;
  /** What its step is about: what is planned, then what was liquidated, then what was paid. */
  readonly amount: Cents;
  readonly since: CivilDate | null;
  readonly carrier: string;
  readonly carrierName: string | null;
  readonly preparedBy: string | null;
  readonly preparedByName: string | null;
  readonly validatedBy: string | null;
  readonly validatedByName: string | null;
  readonly order: string | null;
  readonly paidOn: CivilDate | null;
}

/** How many instalments a tab holds, and what they come to in cents. */
export interface TabTotal {
  readonly tab: InstalmentTab;
  readonly count: number;
  readonly amount: Cents;
}

const YEAR_OF = `extract(year FROM a.period_from)::int + CASE WHEN a.kind = 'year' THEN 0 ELSE l.year - 1 END`;

/** The order of a list: the legal term first, then since when it waits; the last paid first. */
const KEY = `concat_ws(' ', coalesce(l.pay_by, '9999-12-31'), coalesce(l.since, '9999-12-31'), l.award_id,
  lpad(l.year::text, 3, '0'), lpad(l.number::text, 3, '0'))`;

/** The instalments that a filter lets through: from $1 to $7. */
const LINES = `WITH line AS (
    SELECT CASE WHEN l.held_from <= $1 THEN 'held' ELSE l.step END AS tab, l.*, a.pole_id, a.applicant,
      card.name AS pole_name, ${KEY} AS key,
      CASE WHEN l.status = 'paid' THEN l.paid WHEN l.status IN ('prepared', 'liquidated', 'ordered') THEN l.liquidated
        ELSE l.planned END AS amount
    FROM ledger l JOIN awards a ON a.id = l.award_id JOIN pole_cards card ON card.pole_id = a.pole_id
    WHERE ${isReadWholeFrom(2)}
      AND ($5::int IS NULL OR ${YEAR_OF} = $5) AND ($6::text IS NULL OR $6 IN (card.referent, card.second, card.manager))
      AND ${hasWords(
        '$7',
        `concat_ws(' ', card.name, a.applicant, ${nameOfBody('a.applicant', 'a.pole_id')},
          (SELECT string_agg(p.name, ' ') FROM pays p WHERE p.code = ANY(card.pays_codes)))`,
      )})`;

const valuesOf = ({ today, perimeter, year, inCharge, words = [] }: InstalmentFilter) => [
  ...[today, ...valuesOfPerimeter(perimeter)],
  ...[year ?? null, inCharge ?? null, words],
];

/** Reads of the instalments of every pôle: tab by tab. */
@Injectable()
export class InstalmentListReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** At most so many lines of a tab, after a key of its order; every one where no limit is given. */
  async lines(
    filter: InstalmentFilter,
    tab: InstalmentTab,
    limit: number | null,
    after?: string,
  ): Promise<readonly InstalmentLine[]> {
    const [beyond, way] = tab === 'paid' ? ['<', 'DESC'] : ['>', 'ASC'];
    return this.source.query<InstalmentLine[]>(
      `${LINES} SELECT tab, key, pole_id AS "poleId", pole_name AS "poleName", award_id AS award, year, number, step,
         amount, since, applicant AS carrier,
         ${nameOfBody('line.applicant', 'line.pole_id')} AS "carrierName", prepared_by AS "preparedBy",
         ${nameOfAccount('line.prepared_by')} AS "preparedByName", validated_by AS "validatedBy",
         ${nameOfAccount('line.validated_by')} AS "validatedByName", payment_order AS "order", paid_on AS "paidOn"
       FROM line WHERE tab = $8 AND ($9::text IS NULL OR key COLLATE "C" ${beyond} $9)
       ORDER BY key COLLATE "C" ${way} LIMIT $10`,
      [...valuesOf(filter), tab, after ?? null, limit],
    );
  }

  /** What each tab that holds anything comes to. */
  async totals(filter: InstalmentFilter): Promise<readonly TabTotal[]> {
    return this.source.query<TabTotal[]>(
      `${LINES} SELECT tab, count(*)::int AS count, sum(amount)::bigint AS amount FROM line GROUP BY tab`,
      valuesOf(filter),
    );
  }
}
