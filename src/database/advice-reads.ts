import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Perimeter } from '../domain/dossier/reading.js';
import type { Advice } from '../domain/dossier/advice.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';

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

/** Reads of what councils and the CRESS advised, across pôles. */
@Injectable()
export class AdviceReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** What was given of some types in a perimeter and stands, the last first: so many at most. */
  async given(
    types: readonly string[],
    perimeter: Perimeter | undefined,
    most: number,
  ): Promise<readonly AdviceLine[]> {
    return this.source.query<AdviceLine[]>(
      `SELECT j.id, j.pole_id AS "poleId", card.name AS "poleName", j.date AS "on",
         json_build_object('type', j.type, 'data', j.data) AS advice,
         coalesce(told.data->>'statement', told.data->>'analysis', told.data->>'advice') AS text
       FROM journal j JOIN pole_cards card ON card.pole_id = j.pole_id
         LEFT JOIN journal_private told ON told.event_id = j.id
       WHERE j.type = ANY($1) AND ($2::boolean OR card.pays_codes && $3 OR card.holders && $4)
         AND NOT EXISTS (SELECT FROM journal r WHERE r.retracts = j.id)
       ORDER BY j.recorded_at DESC, j.sequence DESC LIMIT $5`,
      [types, perimeter === undefined, perimeter?.pays ?? [], perimeter?.bodies ?? [], most],
    );
  }
}
