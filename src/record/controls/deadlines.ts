import { onFacts, onFactsAndRules, type Control } from './control.js';

const SILENCE = 'CRPA art. L231-4 3°, L114-3 et L114-5';

/**
 * The last day of the decision for each request: two months from its receipt by the first administration seised, and the
 * days during which pieces were awaited, each once, a demand made after that day being nothing; no day while they are, nor
 * for what the Région proposes itself.
 */
const DECISIONS = `, demands AS MATERIALIZED (
  SELECT d.award, d.pole_id, d.date, row_number() OVER (PARTITION BY d.pole_id, d.award ORDER BY d.date, d.sequence) AS rank, (
    SELECT CASE e.type WHEN 'pieces-term-ended' THEN (d.data->>'term')::date ELSE e.date END
    FROM written e WHERE e.pole_id = d.pole_id AND e.award = d.award AND e.data->>'demand' = d.data->>'demand' AND e.until = 2147483647
      AND (e.type = 'pieces-term-ended' OR (e.type = 'pieces-delivered' AND (e.data->>'complete')::boolean))
    ORDER BY e.sequence LIMIT 1) AS ended
  FROM standing d WHERE d.type = 'pieces-demanded'),
asked AS MATERIALIZED (
  SELECT g.award, g.pole_id, g.received, (g.received + law.length)::date AS due, g.requested_by
  FROM grants g JOIN delays law ON law.id = 'silence-is-rejection' AND law.since <= g.received
    AND (law.until IS NULL OR g.received <= law.until)),
counted AS (
  SELECT award, pole_id, 0::bigint AS rank, due, received AS covered, false AS awaits FROM asked
  UNION ALL
  SELECT c.award, c.pole_id, d.rank,
    c.due + CASE WHEN d.date <= c.due AND d.ended IS NOT NULL THEN greatest(0, d.ended - greatest(d.date, c.covered)) ELSE 0 END,
    CASE WHEN d.date <= c.due AND d.ended IS NOT NULL THEN greatest(c.covered, d.ended) ELSE c.covered END,
    c.awaits OR (d.date <= c.due AND d.ended IS NULL)
  FROM counted c JOIN demands d ON d.pole_id = c.pole_id AND d.award = c.award AND d.rank = c.rank + 1),
decisions AS MATERIALIZED (
  SELECT DISTINCT ON (c.pole_id, c.award) c.award, c.pole_id, CASE a.requested_by WHEN 'carrier' THEN c.due END AS due,
    c.awaits AS awaits_pieces
  FROM counted c JOIN asked a ON a.pole_id = c.pole_id AND a.award = c.award ORDER BY c.pole_id, c.award, c.rank DESC)`;

/** The last day of two months from `since`: frank, and put off to a working day, where the law data say so. */
const lastReviewed = (since: string) => `(SELECT min(day)::date FROM generate_series(
      (${since} + r.length)::date + r.frank::int, (${since} + r.length)::date + 8, interval '1 day') AS day
    WHERE NOT r.rolls OR (extract(isodow FROM day) < 6 AND day::date::text NOT IN (SELECT holiday FROM holidays)))`;

const REOPENS = `l.nature IN ('completion', 'gracious-appeal') AND NOT l.nature = ANY (r.reopened)
  AND l.date BETWEEN r.transmitted AND ${lastReviewed('r.since')}`;

/**
 * From when the two months of the déféré run for each decision transmitted: its transmission, then, for the first demand to
 * complete it and the first gracious appeal made within them, the answer or the two months of silence, whichever is first.
 */
const REVIEWS = `, holidays AS MATERIALIZED (
  SELECT jsonb_array_elements_text($1::jsonb->'holidays') AS holiday),
letters AS MATERIALIZED (
  SELECT l.*, row_number() OVER (PARTITION BY l.pole_id, l.award ORDER BY l.date, l.number) AS rank, least((
      SELECT a.date FROM standing a WHERE a.type = 'legality-letter-answered' AND a.pole_id = l.pole_id AND a.award = l.award
        AND (a.data->>'letter')::bigint = l.number), (l.date + silence.length)::date) AS answered
  FROM (SELECT s.award, s.pole_id, s.date, row_number() OVER (PARTITION BY s.pole_id, s.award ORDER BY s.sequence) AS number,
      CASE s.data->>'nature' WHEN 'pieces-demand' THEN 'completion' ELSE s.data->>'nature' END AS nature
    FROM standing s WHERE s.type = 'legality-letter-recorded') AS l
  JOIN delays silence ON silence.id = 'legality-silence'),
reviews AS (
  SELECT s.award, s.pole_id, s.date AS transmitted, s.date AS since, 0::bigint AS rank, ARRAY[]::text[] AS reopened,
    law.length, law.frank, law.rolls
  FROM standing s JOIN delays law ON law.id = 'legality-review' AND law.since <= s.date AND (law.until IS NULL OR s.date <= law.until)
  WHERE s.type = 'deliberation-transmitted'
  UNION ALL
  SELECT r.award, r.pole_id, r.transmitted, CASE WHEN ${REOPENS} THEN l.answered ELSE r.since END, l.rank,
    CASE WHEN ${REOPENS} THEN r.reopened || l.nature ELSE r.reopened END, r.length, r.frank, r.rolls
  FROM reviews r JOIN letters l ON l.pole_id = r.pole_id AND l.award = r.award AND l.rank = r.rank + 1)`;

/** Obligations open now, of dossiers whose story has heard everything and which are not suspended: the law's terms stand. */
const OPEN = `, open AS (
  SELECT o.*, split_part(o.instance, '/', 1) AS award, nullif(split_part(o.instance, '/', 2), '')::int AS year
  FROM obligations o JOIN dossiers d ON d.id = o.pole_id AND d.seen_version = d.version
  WHERE o.state = 'open' AND NOT EXISTS (
    SELECT FROM standing s WHERE s.pole_id = o.pole_id AND s.type = 'dossier-suspended' AND NOT EXISTS (
      SELECT FROM standing r WHERE r.pole_id = s.pole_id AND r.sequence > s.sequence
        AND (r.type IN ('dossier-resumed', 'pole-abandoned', 'convention-terminated', 'project-withdrawn', 'project-refused',
          'grant-abrogated') OR r.type = 'grant-withdrawn' AND (r.data->>'ends')::boolean))))`;

const law = (id: string, start: string) =>
  `JOIN delays law ON law.id = '${id}' AND law.since <= ${start} AND (law.until IS NULL OR ${start} <= law.until)`;

/** Invariant 12: each legal deadline is found again from its rule and its event, and the journal keeps its moves. */
export const DEADLINES: readonly Control[] = [
  {
    number: '12.1',
    name: 'l’échéance de la décision est à deux mois de la demande, chaque jour de suspension compté une fois',
    source: SILENCE,
    sql: onFactsAndRules(`${DECISIONS}, open AS (
        SELECT o.* FROM obligations o JOIN dossiers d ON d.id = o.pole_id AND d.seen_version = d.version
        WHERE o.state = 'open' AND o.kind = 'decision')
      SELECT o.id AS culprit FROM open o JOIN decisions d ON d.pole_id = o.pole_id AND d.award = o.instance
      WHERE o.due IS DISTINCT FROM CASE WHEN NOT d.awaits_pieces THEN d.due END`),
  },
  {
    number: '12.2',
    name: 'le rejet implicite prend effet le lendemain de cette échéance',
    source: SILENCE,
    sql: onFactsAndRules(`${DECISIONS} SELECT s.id AS culprit FROM standing s JOIN decisions d ON d.pole_id = s.pole_id AND d.award = s.award
      WHERE s.type = 'request-implicitly-rejected' AND s.date IS DISTINCT FROM d.due + 1 AND NOT EXISTS (
        SELECT FROM standing p WHERE p.pole_id = s.pole_id AND p.award = s.award AND p.type LIKE 'pieces-%' AND p.sequence > s.sequence)`),
  },
  {
    number: '12.3',
    name: 'les données essentielles sont attendues à trois mois de la signature de la Région',
    source: 'Décret n° 2017-779 du 5 mai 2017',
    sql: onFactsAndRules(`${OPEN} SELECT o.id AS culprit FROM open o
      JOIN standing s ON s.type = 'convention-signed' AND s.data->>'party' = 'region' AND s.pole_id = o.pole_id AND s.award = o.award
      ${law('essential-data-publication', 's.date')}
      WHERE o.kind = 'essential-data' AND o.due IS DISTINCT FROM (s.date + law.length)::date`),
  },
  {
    number: '12.4',
    name: 'le compte rendu financier est attendu à six mois de la fin de l’exercice, tel qu’il a couru',
    source: 'Loi n° 2000-321 art. 10',
    sql: onFactsAndRules(`${OPEN}, exercises AS (
        SELECT o.id, o.due, greatest((g.period_from + make_interval(years => o.year - 1))::date,
          least((g.period_from + make_interval(years => o.year))::date - 1, (
            SELECT min(coalesce((e.data->>'from')::date, e.date)) FROM standing e WHERE e.pole_id = o.pole_id
              AND (e.type IN ('pole-abandoned', 'convention-terminated', 'project-withdrawn', 'grant-abrogated')
                OR e.type = 'grant-withdrawn' AND (e.data->>'ends')::boolean)))) AS ended
        FROM open o JOIN grants g ON g.pole_id = o.pole_id AND g.award = o.award
        WHERE o.kind = 'financial-report' AND NOT EXISTS (SELECT FROM standing r WHERE r.type = 'report-returned'
          AND r.pole_id = o.pole_id AND r.award = o.award AND r.year = o.year AND r.data->>'report' = 'financial-report'))
      SELECT o.id AS culprit FROM exercises o ${law('financial-report', 'o.ended')}
      WHERE o.due IS DISTINCT FROM (o.ended + law.length)::date`),
  },
  {
    number: '12.5',
    name: 'le premier versement est attendu à soixante jours de la notification, ou de la demande dont la convention le fait dépendre',
    source: 'Loi n° 2000-321 art. 10, modifiée par la loi n° 2021-875',
    sql: onFactsAndRules(`${OPEN} SELECT o.id AS culprit FROM open o JOIN grants g ON g.pole_id = o.pole_id AND g.award = o.award
      JOIN reglements r ON r.id = g.reglement
      JOIN standing s ON s.type = 'grant-notified' AND s.pole_id = o.pole_id AND s.award = o.award
      ${law('payment-after-notification', 's.date')}
      CROSS JOIN LATERAL (SELECT CASE r.r->'paymentClause'->>'mode' WHEN 'statutory' THEN (s.date + law.length)::date
        WHEN 'on-claim' THEN (SELECT greatest(max(c.date), s.date) + coalesce(
            make_interval(days => (r.r->'paymentClause'->>'days')::int), law.length) FROM standing c
          WHERE c.type = 'instalment-claimed' AND c.pole_id = o.pole_id AND c.award = o.award AND c.year = o.year
            AND c.number = split_part(o.instance, '/', 3)::int HAVING count(*) > 0)::date END AS wanted) AS term
      WHERE o.kind = 'statutory-payment' AND o.due IS DISTINCT FROM term.wanted`),
  },
  {
    number: '12.6',
    name: 'une échéance déplacée garde l’ancienne et la nouvelle, dans l’ordre',
    source: 'Le journal fait foi',
    sql: onFacts(`, dues AS (
        SELECT id, sequence, type, data, lag(coalesce(data->>'to', CASE type WHEN 'obligation-opened' THEN data->>'due' END))
          OVER (PARTITION BY data->>'obligation' ORDER BY sequence) AS before
        FROM standing WHERE type IN ('obligation-opened', 'due-date-moved'))
      SELECT id AS culprit FROM dues WHERE type = 'due-date-moved'
        AND (before IS DISTINCT FROM data->>'from' OR data->>'from' IS NOT DISTINCT FROM data->>'to')`),
  },
  {
    number: '12.7',
    name: 'l’échéance tenue est la dernière que dit le journal',
    source: 'Le journal fait foi',
    sql: onFacts(`, last AS (
        SELECT DISTINCT ON (data->>'obligation') data->>'obligation' AS obligation,
          CASE type WHEN 'due-date-moved' THEN data->>'to' ELSE data->>'due' END AS due
        FROM standing WHERE type IN ('obligation-opened', 'due-date-moved')
        ORDER BY data->>'obligation', sequence DESC)
      SELECT o.id AS culprit FROM obligations o LEFT JOIN last ON last.obligation = o.id::text
      WHERE last.obligation IS NULL OR o.due IS DISTINCT FROM last.due::date`),
  },
  {
    number: '12.8',
    name: 'le délai de déféré est de deux mois francs, rouverts une fois par une demande de compléter et par un recours gracieux',
    source: 'CGCT art. L4142-1 ; CE 5 juin 2009 n° 312682 ; CE 15 mai 2013 n° 357031',
    sql: onFactsAndRules(`${REVIEWS}, last AS (
        SELECT DISTINCT ON (r.pole_id, r.award) r.pole_id, r.award, ${lastReviewed('r.since')} AS due
        FROM reviews r ORDER BY r.pole_id, r.award, r.rank DESC)
      SELECT o.id AS culprit FROM obligations o JOIN dossiers d ON d.id = o.pole_id AND d.seen_version = d.version
      JOIN last ON last.pole_id = o.pole_id AND last.award = split_part(o.instance, '/', 1)
      WHERE o.state = 'open' AND o.kind = 'legality-review' AND o.due IS DISTINCT FROM last.due`),
  },
];
