import { EXPECTATIONS } from '../domain/dossier/expectations.js';
import type { AnyExpectation } from '../domain/dossier/expectation.js';
import { holidaysOf } from '../domain/kernel/calendar.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { yearOf } from '../domain/kernel/civil-date.js';
import type { Ladder } from '../domain/reglement/ladder.js';
import type { RuleBook } from '../reglement/load.js';

/** The first year of which the holidays are told: nothing owed is older. */
const FIRST_YEAR = 2005;

type Ladders = Readonly<Record<string, Ladder>>;

/** A rung as the control reads it in the règlements, without a word of the code that rings. */
interface RungLine {
  /** The règlement, or the set of ladders. */
  readonly of: string;
  readonly ladder: string;
  readonly rank: number;
  readonly rung: string;
  readonly shift: number;
  readonly unit: string;
  readonly quiet: Ladder['quiet'];
}

/** What the règlements set, as the statement below reads it: the rungs, the ladder of each kind, the public holidays. */
export function ladderValues(book: RuleBook, today: CivilDate): readonly unknown[] {
  const all = [...book.versions(), ...book.sets()];
  const rungs = all.flatMap(({ id, ladders }) => Object.keys(ladders).flatMap(name => linesOf(id, ladders, name)));
  const kinds = Object.entries<AnyExpectation>(EXPECTATIONS).flatMap(([kind, { ladder }]) =>
    ladder === undefined ? [] : [{ kind, ladder }],
  );
  const years = Array.from({ length: yearOf(today) + 2 - FIRST_YEAR }, (_, index) => FIRST_YEAR + index);
  return [JSON.stringify(rungs), JSON.stringify(kinds), years.flatMap(holidaysOf)];
}

function linesOf(of: string, ladders: Ladders, start: string): readonly RungLine[] {
  const lines: RungLine[] = [];
  for (let name: string | null = start; name !== null; name = ladders[name]?.goesOnWith ?? null)
    for (const { id, offset, unit } of ladders[name]?.rungs ?? [])
      lines.push({
        ...{ of, ladder: start, rank: lines.length, rung: id, shift: offset, unit },
        quiet: ladders[name]?.quiet ?? [],
      });
  return lines;
}

const within = (day: string) => `EXISTS (SELECT FROM jsonb_to_recordset(quiet) AS q("from" text, "to" text)
  WHERE CASE WHEN q."from" <= q."to" THEN to_char(${day}, 'MM-DD') BETWEEN q."from" AND q."to"
    ELSE to_char(${day}, 'MM-DD') >= q."from" OR to_char(${day}, 'MM-DD') <= q."to" END)`;
const openDayFrom = (day: string) =>
  `(SELECT min(w.day) FROM worked w WHERE w.day BETWEEN ${day} AND ${day} + 100 AND NOT ${within('w.day')})`;
const openDayUntil = (day: string) =>
  `(SELECT max(w.day) FROM worked w WHERE w.day BETWEEN ${day} - 100 AND ${day} AND NOT ${within('w.day')})`;

/** The longest run of days on which a ladder may be silent, and a week-end. */
const LONGEST_REST = 70;

/**
 * The rungs of what is owed whose day is past, told in SQL from what is owed and from what the règlements set ($2, $3,
 * $4: `ladderValues`), and that the dossier did not reach: one line for each, of the day before `today` or before.
 */
export const unreachedBefore = (today: string): string => `
  WITH ladder AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS l(of text, ladder text, rank int, rung text, shift int, unit text, quiet jsonb)
  ), worked AS MATERIALIZED (
    SELECT day::date, row_number() OVER (ORDER BY day) AS n
    FROM generate_series((SELECT least(min(due), ${today}) FROM obligations WHERE state = 'open')
      - (SELECT coalesce(2 * max(abs(shift)), 0) + ${LONGEST_REST} FROM ladder), ${today} + 400, interval '1 day') AS day
    WHERE extract(isodow FROM day) <= 5 AND NOT EXISTS (SELECT FROM unnest($4::date[]) AS holiday WHERE holiday = day::date)
  ), recalled AS (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS r(kind text, ladder text)
  ), owed AS MATERIALIZED (
    SELECT o.pole_id AS pole, o.id AS obligation, o.kind, o.due, (kept.value->>'datedOn')::date AS dated_on,
      kept.value->'rungs' AS rungs, coalesce(d.state->'ladders'->>'applied', d.reglement) AS of
    FROM dossiers d CROSS JOIN LATERAL json_each(d.state->'obligations') kept
      JOIN obligations o ON o.pole_id = d.id AND o.id = kept.key::uuid
    WHERE o.state = 'open' AND o.due IS NOT NULL AND d.set_aside IS NULL
  ), climbed AS MATERIALIZED (
    SELECT owed.*, l.rank, l.rung, l.shift, l.unit, l.quiet,
      max(l.rank) FILTER (WHERE l.rung IN (SELECT json_array_elements_text(owed.rungs))
        OR '#' || l.rank IN (SELECT json_array_elements_text(owed.rungs)))
        OVER (PARTITION BY owed.obligation) AS highest
    FROM owed JOIN recalled r USING (kind) JOIN ladder l ON l.of = owed.of AND l.ladder = r.ladder
  ), above AS MATERIALIZED (
    SELECT *, CASE WHEN unit = 'days' OR shift = 0 THEN due + shift
      WHEN shift > 0 THEN (SELECT t.day FROM worked t
        WHERE t.n = shift + (SELECT max(f.n) FROM worked f WHERE f.day BETWEEN due - 10 AND due))
      ELSE (SELECT t.day FROM worked t
        WHERE t.n = shift + (SELECT min(f.n) FROM worked f WHERE f.day BETWEEN due AND due + 10)) END AS nominal
    FROM climbed WHERE rank > coalesce(highest, -1) AND due + CASE WHEN shift > 0 THEN shift ELSE 2 * shift - ${LONGEST_REST} END < ${today}
  ), dated AS (
    SELECT *, CASE WHEN shift <= 0 AND ${openDayFrom('nominal')} > due THEN ${openDayUntil('nominal')}
      ELSE ${openDayFrom('nominal')} END AS set_on
    FROM above
  )
  SELECT pole, obligation, kind, rung, leaves FROM (
    SELECT *, CASE WHEN set_on >= dated_on THEN set_on ELSE ${openDayFrom('(dated_on + 1)')} END AS leaves FROM dated
  ) AS leaving WHERE leaves < ${today}`;
