import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Perimeter } from '../domain/dossier/reading.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { ReportKind } from '../domain/reglement/reglement.js';
import { isReadWholeFrom, valuesOfPerimeter } from './perimeter.js';
import { hasWords } from './search.js';

/** Which pôles are asked for, of those that a perimeter reads whole: one of their exercises may end in a civil year. */
export interface ReportFilter {
  readonly year: number;
  /** Undefined for who reads every dossier. */
  readonly perimeter: Perimeter | undefined;
  readonly words?: readonly string[];
  /** An account in charge of the pôle. */
  readonly inCharge?: string;
}

export interface ReportingPole {
  readonly poleId: string;
  readonly name: string;
  readonly pays: string | null;
}

/** What became of the advice that the CRESS was asked on a report. */
export interface AdviceGiven {
  readonly poleId: string;
  readonly award: string;
  readonly year: number;
  readonly report: ReportKind;
  readonly round: number;
  readonly on: CivilDate;
  /** Null when its time was over without any. */
  readonly favourable: boolean | null;
}

const PAYS = `(SELECT string_agg(p.name, ', ' ORDER BY p.code) FROM pays p WHERE p.code = ANY(card.pays_codes))`;

/** Reads for the matrix of reports. */
@Injectable()
export class ReportListReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** The pôles of which a grant runs in a year, by the names of their pays. */
  async poles({ year, perimeter, words = [], inCharge }: ReportFilter): Promise<readonly ReportingPole[]> {
    return this.source.query<ReportingPole[]>(
      `SELECT card.pole_id AS "poleId", card.name, ${PAYS} AS pays FROM pole_cards card
       WHERE EXISTS (SELECT FROM awards a WHERE a.pole_id = card.pole_id AND a.kind IN ('study', 'convention')
           AND a.period_from <= make_date($1, 12, 31) AND a.period_to >= make_date($1, 1, 1))
         AND ${isReadWholeFrom(2)}
         AND ($5::text IS NULL OR $5 IN (card.referent, card.second, card.manager))
         AND ${hasWords('$6', `concat_ws(' ', card.name, ${PAYS})`)}
       ORDER BY folded(${PAYS}), folded(card.name), card.pole_id`,
      [year, ...valuesOfPerimeter(perimeter), inCharge ?? null, words],
    );
  }

  /** What the CRESS said of the reports of some pôles, or that its time was over; what was retracted left out. */
  async advice(poleIds: readonly string[]): Promise<readonly AdviceGiven[]> {
    return this.source.query<AdviceGiven[]>(
      `SELECT pole_id AS "poleId", data->>'award' AS award, (data->>'year')::int AS year, data->>'report' AS report,
         (data->>'round')::int AS round, date AS "on", (data->>'favourable')::boolean AS favourable
       FROM journal j WHERE type IN ('report-reviewed', 'report-review-lapsed') AND pole_id = ANY($1)
         AND NOT EXISTS (SELECT FROM journal r WHERE r.retracts = j.id)
       ORDER BY pole_id, sequence`,
      [poleIds],
    );
  }
}
