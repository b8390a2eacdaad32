import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Perimeter } from '../domain/dossier/reading.js';
import type { Advice } from '../domain/dossier/advice.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { isReadWholeFrom, valuesOfPerimeter } from './perimeter.js';

/** An opinion or a note as it was given, with what was written of it. */
export interface AdviceLine {
  readonly id: string;
  readonly poleId: string;
  readonly poleName: string;
  readonly on: CivilDate;
  readonly advice: Advice;
  /** Null where nothing was written, or no more is. */
  readonly text: string | null;
}

/** Which of them, by the types of their events, in a perimeter. */
interface AdviceFilter {
  readonly types: readonly string[];
  /** Undefined for who reads every dossier. */
  readonly perimeter: Perimeter | undefined;
}

/** Those that stand, what was retracted left out: from $1 to $4. */
const GIVEN = `journal j JOIN pole_cards card ON card.pole_id = j.pole_id
  LEFT JOIN journal_private told ON told.event_id = j.id
  WHERE j.type = ANY($1) AND ${isReadWholeFrom(2)} AND NOT EXISTS (SELECT FROM journal r WHERE r.retracts = j.id)`;

/** Reads of what councils and the CRESS advised, across pôles. */
@Injectable()
export class AdviceReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** How many of some types were given in a perimeter and stand. */
  async count({ types, perimeter }: AdviceFilter): Promise<number> {
    const [given] = await this.source.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${GIVEN}`, [
      types,
      ...valuesOfPerimeter(perimeter),
    ]);
    return given?.count ?? 0;
  }

  /** The last first, after the last line of the page before: so many at most. */
  async given(
    { types, perimeter }: AdviceFilter,
    after: string | undefined,
    most: number,
  ): Promise<readonly AdviceLine[]> {
    return this.source.query<AdviceLine[]>(
      `SELECT j.id, j.pole_id AS "poleId", card.name AS "poleName", j.date AS "on",
         json_build_object('type', j.type, 'data', j.data) AS advice,
         coalesce(told.data->>'statement', told.data->>'analysis', told.data->>'advice') AS text
       FROM ${GIVEN} AND ($5::uuid IS NULL OR (j.recorded_at, j.sequence, j.id) <
         (SELECT b.recorded_at, b.sequence, b.id FROM journal b WHERE b.id = $5))
       ORDER BY j.recorded_at DESC, j.sequence DESC, j.id DESC LIMIT $6`,
      [types, ...valuesOfPerimeter(perimeter), after ?? null, most],
    );
  }
}
