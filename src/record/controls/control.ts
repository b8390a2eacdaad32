/** An invariant told in SQL on what is kept, without the code that wrote it. */
export interface Control {
  /** Number of the invariant, then of its part. */
  readonly number: string;
  /** What holds, in French. */
  readonly name: string;
  /** The law, the règlement or the principle that asks for it. */
  readonly source: string;
  /** Rows are breaches: `culprit` names each. `$1` is the rules, for those that read them: règlements, law, documents de référence and public holidays in JSON. */
  readonly sql: string;
}

/**
 * Common to the controls: the journal with the award, the year and the instalment that a line names, and the number of
 * the line that retracted it; what stands now; the awards as they were asked for, with the règlement that rules them; the
 * votes that grant.
 */
const FACTS = `
WITH RECURSIVE written AS NOT MATERIALIZED (
  SELECT j.*, j.data->>'award' AS award, (j.data->>'year')::int AS year, (j.data->>'number')::int AS number,
    coalesce((SELECT min(r.sequence) FROM journal r WHERE r.retracts = j.id), 2147483647) AS until
  FROM journal j),
standing AS NOT MATERIALIZED (
  SELECT * FROM written j WHERE NOT EXISTS (SELECT FROM journal r WHERE r.retracts = j.id)),
grants AS NOT MATERIALIZED (
  SELECT award, pole_id, coalesce(data->>'reglement', reglement) AS reglement, data->>'reglement' IS NOT NULL AS said,
    coalesce(data->>'requestedBy', 'carrier') AS requested_by, least(date, (data->>'receivedElsewhereOn')::date) AS received,
    data->'pieces' || coalesce(data->'knownPieces', '[]') AS pieces, date, data->>'kind' AS kind, coalesce(data->>'parent', award) AS root,
    data->>'applicant' AS applicant, (data->>'amount')::bigint AS amount, (data->>'years')::int AS years,
    (data->'period'->>'from')::date AS period_from, (data->'period'->>'to')::date AS period_to,
    (data->>'budget')::bigint AS budget, sequence, id
  FROM standing WHERE type = 'grant-requested'),
votes AS NOT MATERIALIZED (
  SELECT *, (data->>'amount')::bigint AS amount FROM standing
  WHERE type = 'vote-recorded' AND data->>'outcome' IN ('adopted', 'amended')),
granted AS NOT MATERIALIZED (
  SELECT v.award, v.pole_id, v.sequence, coalesce((
    SELECT (a.data->>'amount')::bigint FROM standing a WHERE a.type = 'convention-amended' AND a.pole_id = v.pole_id AND a.award = v.award
    ORDER BY a.sequence DESC LIMIT 1), v.amount) AS amount
  FROM votes v)`;

const RULES = `,
reglements AS (
  SELECT r->>'id' AS id, r, (r->'inForce'->>'from')::date AS since, (r->'inForce'->>'to')::date AS until
  FROM jsonb_array_elements($1::jsonb->'reglements') AS r),
delays AS (
  SELECT d->>'id' AS id, 
    CASE WHEN d->>'unit' <> 'workingDays' THEN ((d->>'length') || ' ' || (d->>'unit'))::interval END AS length,
    (d->>'frank')::boolean AS frank, (d->>'rollOver')::boolean AS rolls,
    (d->'inForce'->>'from')::date AS since, (d->'inForce'->>'to')::date AS until
  FROM jsonb_array_elements($1::jsonb->'law'->'delays') AS d)`;

/** A query on the facts of the journal. More tables may be named first: \`, name AS (…) SELECT …\`. */
export const onFacts = (query: string): string => `${FACTS}${query}`;

/** The same, with the règlements and the legal delays. */
export const onFactsAndRules = (query: string): string => `${FACTS}${RULES}${query}`;
