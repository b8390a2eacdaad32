import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Perimeter } from '../domain/dossier/reading.js';
import { STAGES, type Stage } from '../domain/dossier/stage.js';
import type { Cents } from '../domain/kernel/cents.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { nameOfAccount } from './account-names.js';
import { nameOfBody } from './body-names.js';
import { isReadFrom, isReadWholeFrom, valuesOfPerimeter } from './perimeter.js';
import { hasWords } from './search.js';

/** Which pôles are asked for, as of a day, by whoever reads a perimeter. */
export interface PoleFilter {
  readonly today: CivilDate;
  /** Undefined for who reads every dossier. */
  readonly perimeter: Perimeter | undefined;
  /** Every word is looked for in the names of the pôle, of its pays and bodies, in its SIRET and délibérations. */
  readonly words?: readonly string[];
  readonly stage?: string;
  readonly year?: number;
  readonly held?: boolean;
  readonly late?: boolean;
  readonly pays?: string;
  /** An account in charge; null where nobody is. */
  readonly inCharge?: string | null;
}

/** The orders of a list, by the names that are asked for. */
export const POLE_SORTS = ['name', 'pays', 'stage', 'next-due', 'days-late', 'voted', 'paid', 'declared'] as const;
export type PoleSort = (typeof POLE_SORTS)[number];

/** The place of a line in an order: its key as a text, and its pôle. */
export interface PolePlace {
  readonly key: string;
  readonly poleId: string;
}

export interface PoleOrder {
  readonly sort: PoleSort;
  readonly descending: boolean;
  readonly after?: PolePlace;
}

/** A line; what is null is not for a reader who does not read the whole dossier, or is not there. Amounts in cents. */
export interface PoleLine extends PolePlace {
  readonly whole: boolean;
  readonly name: string;
  readonly pays: readonly { readonly code: string; readonly name: string }[];
  readonly stage: Stage;
  readonly declaredOn: string;
  readonly budgetYear: number | null;
  readonly bodies: readonly string[];
  readonly carrier: string | null;
  readonly carrierName: string | null;
  readonly referent: string | null;
  readonly referentName: string | null;
  readonly dueId: string | null;
  readonly dueKind: string | null;
  readonly dueInstance: string | null;
  readonly dueOn: CivilDate | null;
  readonly debtorRole: string | null;
  readonly lateCount: number;
  readonly heldAmount: Cents;
  readonly voted: Cents;
  readonly due: Cents;
  readonly paid: Cents;
}

/** What the lines of a filter come to, those read whole for what only they show. Amounts in cents. */
export interface PoleTotals {
  readonly total: number;
  readonly late: number;
  readonly held: number;
  readonly heldAmount: Cents;
  readonly voted: Cents;
  readonly due: Cents;
  readonly paid: Cents;
}

const RANKS = `ARRAY[${Object.keys(STAGES)
  .map(stage => `'${stage}'`)
  .join(', ')}]`;

const KEYS: Readonly<Record<PoleSort, { readonly key: string; readonly type: string }>> = {
  name: { key: 'folded(name)', type: 'text' },
  pays: { key: 'folded(pays_names)', type: 'text' },
  stage: { key: `array_position(${RANKS}, stage)`, type: 'int' },
  'next-due': { key: `coalesce(due_on, 'infinity')`, type: 'date' },
  'days-late': { key: 'greatest($1::date - due_on, 0)', type: 'int' },
  voted: { key: 'voted', type: 'bigint' },
  paid: { key: 'paid', type: 'bigint' },
  declared: { key: 'declared_on', type: 'date' },
};

/** What a reader may look for in a pôle, in one text. */
const SEARCHED = `concat_ws(' ', card.name, pays.names, CASE WHEN card.whole THEN concat_ws(' ',
  array_to_string(card.bodies || card.deliberations, ' '),
  (SELECT string_agg(${nameOfBody('body.siret', 'card.pole_id')}, ' ') FROM unnest(card.bodies) AS body (siret))) END)`;

/** The pôles of a perimeter that a filter lets through, with what is shown of each: from $1 to $10. */
const LINES = `WITH seen AS (
    SELECT card.*, ${isReadWholeFrom(2)} AS whole FROM pole_cards card WHERE ${isReadFrom(2)}),
  line AS (
    SELECT card.pole_id, card.whole, card.name, pays.names AS pays_names, pays.list AS pays_list, card.stage,
      card.declared_on, card.budget_year, card.bodies, card.carrier, card.referent, card.second, card.manager,
      owed.id AS due_id, owed.kind AS due_kind, owed.instance AS due_instance, owed.due AS due_on, owed.debtor_role,
      coalesce(late.count, 0)::int AS late_count, held.amount AS held_amount,
      CASE WHEN card.whole THEN card.voted ELSE 0 END AS voted, CASE WHEN card.whole THEN card.due ELSE 0 END AS due,
      CASE WHEN card.whole THEN card.paid ELSE 0 END AS paid, ${SEARCHED} AS searched
    FROM seen card
    CROSS JOIN LATERAL (SELECT string_agg(p.name, ', ' ORDER BY p.code) AS names,
      coalesce(json_agg(json_build_object('code', p.code, 'name', p.name) ORDER BY p.code), '[]') AS list
      FROM pays p WHERE p.code = ANY(card.pays_codes)) pays
    LEFT JOIN LATERAL (SELECT o.id, o.kind, o.instance, o.due, o.debtor_role FROM obligations o
      WHERE o.pole_id = card.pole_id AND o.state = 'open' AND o.due IS NOT NULL AND o.debtor_role <> 'engine'
      ORDER BY o.due, o.id LIMIT 1) owed ON card.whole
    LEFT JOIN LATERAL (SELECT count(*) AS count FROM obligations o
      WHERE o.pole_id = card.pole_id AND o.state = 'open' AND o.due < $1 AND o.debtor_role <> 'engine') late ON card.whole
    LEFT JOIN LATERAL (SELECT sum(l.planned)::bigint AS amount FROM awards a JOIN ledger l ON l.award_id = a.id
      WHERE a.pole_id = card.pole_id AND l.held_from <= $1) held ON card.whole),
  found AS (
    SELECT * FROM line WHERE ($5::text IS NULL OR stage = $5) AND ($7::text IS NULL OR pays_list::jsonb @> jsonb_build_array(jsonb_build_object('code', $7::text)))
      AND ($6::int IS NULL OR whole AND budget_year = $6)
      AND ($8::boolean IS NULL OR whole AND (held_amount IS NOT NULL) = $8)
      AND ($9::boolean IS NULL OR whole AND (late_count > 0) = $9)
      AND ($10::text IS NULL OR whole AND CASE $10 WHEN '' THEN num_nonnulls(referent, second, manager) = 0
        ELSE $10 IN (referent, second, manager) END)
      AND ${hasWords('$11', 'searched')})`;

const valuesOf = ({ today, perimeter, stage, year, pays, held, late, inCharge, words = [] }: PoleFilter) => [
  ...[today, ...valuesOfPerimeter(perimeter)],
  ...[stage ?? null, year ?? null, pays ?? null, held ?? null, late ?? null],
  ...[inCharge === null ? '' : (inCharge ?? null), words],
];

/** Reads of the list of pôles: a page in an order, and what the whole list comes to. */
@Injectable()
export class PoleListReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** At most so many lines, after a place; every one where no limit is given. */
  async lines(
    filter: PoleFilter,
    { sort, descending, after }: PoleOrder,
    limit: number | null,
  ): Promise<readonly PoleLine[]> {
    const { key, type } = KEYS[sort];
    const [beyond, way] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
    return this.source.query<PoleLine[]>(
      `${LINES} SELECT pole_id AS "poleId", (${key})::text AS key, whole, name, pays_list AS pays, stage,
         declared_on AS "declaredOn", CASE WHEN whole THEN budget_year END AS "budgetYear",
         CASE WHEN whole THEN bodies ELSE '{}' END AS bodies, CASE WHEN whole THEN carrier END AS carrier,
         CASE WHEN whole THEN ${nameOfBody('found.carrier', 'found.pole_id')} END AS "carrierName",
         CASE WHEN whole THEN referent END AS referent,
         CASE WHEN whole THEN ${nameOfAccount('found.referent')} END AS "referentName",
         due_id AS "dueId", due_kind AS "dueKind", due_instance AS "dueInstance", due_on AS "dueOn",
         debtor_role AS "debtorRole", late_count AS "lateCount", coalesce(held_amount, 0) AS "heldAmount",
         voted, due, paid
       FROM found WHERE $12::uuid IS NULL OR (${key}, pole_id) ${beyond} ($13::${type}, $12)
       ORDER BY (${key}) ${way}, pole_id ${way} LIMIT $14`,
      [...valuesOf(filter), after?.poleId ?? null, after?.key ?? null, limit],
    );
  }

  async totals(filter: PoleFilter): Promise<PoleTotals> {
    const [totals] = await this.source.query<PoleTotals[]>(
      `${LINES} SELECT count(*)::int AS total, count(*) FILTER (WHERE late_count > 0)::int AS late,
         count(held_amount)::int AS held, coalesce(sum(held_amount), 0)::bigint AS "heldAmount",
         coalesce(sum(voted), 0)::bigint AS voted, coalesce(sum(due), 0)::bigint AS due,
         coalesce(sum(paid), 0)::bigint AS paid FROM found`,
      valuesOf(filter),
    );
    if (!totals) throw new Error('Une somme sans ligne.');
    return totals;
  }
}
