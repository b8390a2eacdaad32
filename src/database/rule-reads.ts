import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How many pôles were declared under a version of the règlement, and how many conventions were voted under it. */
export interface ReglementUse {
  readonly reglement: string;
  readonly poles: number;
  readonly conventions: number;
}

/** A convention that has, or had, a version of the document de référence. */
export interface DocumentUse {
  readonly document: string;
  readonly pole: { readonly id: string; readonly name: string };
  readonly award: string;
  readonly from: string;
}

/** The ladders by which a pôle is reminded: a set that was applied to it, else those of its règlement. */
export interface LadderUse {
  readonly pole: { readonly id: string; readonly name: string };
  readonly reglement: string;
  readonly applied: string | null;
}

/** The conventions that were voted, each with its dossier. */
const CONVENTIONS = `SELECT d.id AS pole_id, a.key AS award, a.value AS convention
  FROM dossiers d CROSS JOIN LATERAL json_each(d.state->'awards') AS a
  WHERE a.value->>'kind' = 'convention' AND a.value->>'granted' IS NOT NULL`;

/** Reads of which rules dossiers are under. */
@Injectable()
export class RuleReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async reglements(): Promise<readonly ReglementUse[]> {
    return this.source.query(
      `SELECT reglement, sum(poles)::int AS poles, sum(conventions)::int AS conventions FROM (
         SELECT reglement, 1 AS poles, 0 AS conventions FROM dossiers
         UNION ALL SELECT convention->>'reglement', 0, 1 FROM (${CONVENTIONS}) AS voted) AS used
       GROUP BY reglement`,
    );
  }

  async documents(): Promise<readonly DocumentUse[]> {
    return this.source.query(
      `SELECT version->>'document' AS document, jsonb_build_object('id', pole_id, 'name', card.name) AS pole, award,
         version->>'from' AS "from"
       FROM (${CONVENTIONS}) AS voted JOIN pole_cards card USING (pole_id)
         CROSS JOIN LATERAL json_array_elements(convention->'documents') AS version
       WHERE version->>'document' IS NOT NULL ORDER BY card.name, version->>'from', award`,
    );
  }

  async ladders(): Promise<readonly LadderUse[]> {
    return this.source.query(
      `SELECT jsonb_build_object('id', d.id, 'name', card.name) AS pole, d.reglement,
         d.state->'ladders'->>'applied' AS applied
       FROM dossiers d JOIN pole_cards card ON card.pole_id = d.id ORDER BY card.name, d.id`,
    );
  }
}
