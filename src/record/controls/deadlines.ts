import { onFacts, onFactsAndRules, type Control } from './control.js';

const SILENCE = 'CRPA art. L231-4 3° et L114-5';

/**
 * The last day of the decision for each request: two months from its receipt, and the days during which pieces were
 * awaited; no day while they are. Seen from now, or from the line that bears \`seen\`.
 */
const DECISIONS = `, demands AS NOT MATERIALIZED (
  SELECT d.award, d.pole_id, d.sequence, d.until, d.date, (
    SELECT CASE e.type WHEN 'pieces-term-ended' THEN (d.data->>'term')::date ELSE e.date END
    FROM written e WHERE e.pole_id = d.pole_id AND e.award = d.award AND e.data->>'demand' = d.data->>'demand' AND e.until = 2147483647
      AND (e.type = 'pieces-term-ended' OR (e.type = 'pieces-delivered' AND (e.data->>'complete')::boolean))
    ORDER BY e.sequence LIMIT 1) AS ended
  FROM standing d WHERE d.type = 'pieces-demanded'),
decisions AS NOT MATERIALIZED (
  SELECT g.award, g.pole_id, (g.date + law.length)::date + coalesce((
      SELECT sum(greatest(0, d.ended - d.date)) FROM demands d WHERE d.pole_id = g.pole_id AND d.award = g.award), 0)::int AS due,
    EXISTS (SELECT FROM demands d WHERE d.pole_id = g.pole_id AND d.award = g.award AND d.ended IS NULL) AS awaits_pieces
  FROM grants g JOIN delays law ON law.id = 'silence-is-rejection' AND law.since <= g.date
    AND (law.until IS NULL OR g.date <= law.until))`;

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
    name: 'l’échéance de la décision est à deux mois de la demande, suspensions comprises',
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
      WHERE s.type = 'request-implicitly-rejected' AND s.date <> d.due + 1 AND NOT EXISTS (
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
    name: 'le premier versement est attendu à soixante jours de la notification de la décision',
    source: 'Loi n° 2000-321 art. 10, modifiée par la loi n° 2021-875',
    sql: onFactsAndRules(`${OPEN} SELECT o.id AS culprit FROM open o JOIN grants g ON g.pole_id = o.pole_id AND g.award = o.award
      JOIN reglements r ON r.id = g.reglement AND r.r->'paymentClause'->>'mode' = 'statutory'
      JOIN standing s ON s.type = 'grant-notified' AND s.pole_id = o.pole_id AND s.award = o.award
      ${law('payment-after-notification', 's.date')}
      WHERE o.kind = 'statutory-payment' AND o.due IS DISTINCT FROM (s.date + law.length)::date`),
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
];
