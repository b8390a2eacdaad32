import { onFacts, onFactsAndRules, type Control } from './control.js';

const REPORTS = 'Loi n° 2000-321 art. 10 ; règlement de l’aide';

/** Each step of a payment, with the conditions that its règlement asks for. */
const STEPS = `, steps AS (
  SELECT s.*, g.root, (s.recorded_at AT TIME ZONE 'Europe/Paris')::date AS today, r.r AS rules,
    (SELECT CASE WHEN s.year = 1 THEN rule->'firstYearConditions' ELSE rule->'conditions' END
     FROM jsonb_array_elements(CASE g.kind WHEN 'study' THEN r.r->'studyInstalments' ELSE r.r->'instalments' END) AS rule
     WHERE (rule->>'number')::int = s.number) AS conditions
  FROM written s JOIN grants g ON g.pole_id = s.pole_id AND g.award = s.award JOIN reglements r ON r.id = g.reglement
  WHERE s.type IN ('instalment-claimed', 'liquidation-prepared', 'liquidation-validated'))`;

/** The reports of a year as they stood when the step \`s\` was recorded: what was last done of each. */
const reportsOf = (year: string) => `LATERAL (
  SELECT kind, (
    SELECT f.type FROM written f WHERE f.type IN ('report-filed', 'report-returned', 'report-accepted')
      AND f.pole_id = s.pole_id AND f.award = s.root AND f.year = o.year AND f.data->>'report' = kind
      AND f.sequence < s.sequence AND f.until > s.sequence ORDER BY f.sequence DESC LIMIT 1) AS stands, 1 + (
    SELECT count(*) FROM written f WHERE f.type = 'report-returned' AND f.pole_id = s.pole_id AND f.award = s.root
      AND f.year = o.year AND f.data->>'report' = kind AND f.sequence < s.sequence AND f.until > s.sequence) AS round
  FROM written o, jsonb_array_elements_text(o.data->'reports') AS kind
  WHERE o.type = 'funded-year-opened' AND o.pole_id = s.pole_id AND o.award = s.root AND o.year = ${year}
    AND o.sequence < s.sequence AND o.until > s.sequence) AS r`;

/** The day on which the report `r` of the year before the step `s` was due by then, as the journal has it; none once waived, even if owed again. */
const DUE = `(SELECT coalesce(n.data->>'to', CASE n.type WHEN 'obligation-opened' THEN n.data->>'due' END)::date
    FROM written o JOIN written n ON n.pole_id = o.pole_id AND n.data->>'obligation' = o.data->>'obligation'
      AND n.type IN ('obligation-opened', 'due-date-moved', 'obligation-waived')
    WHERE o.type = 'obligation-opened' AND o.pole_id = s.pole_id AND o.data->>'kind' = r.kind
      AND o.data->>'instance' = concat_ws('/', s.root, s.year - 1, r.round) AND n.sequence < s.sequence AND n.until > s.sequence
    ORDER BY n.type = 'obligation-waived' DESC, n.sequence DESC LIMIT 1)`;

/** Invariants 6, 7 and 20: what an account holds back, what is due, what the indicators are of. */
export const REPORTING: readonly Control[] = [
  {
    number: '6.1',
    name: 'rien n’est demandé ni liquidé d’un exercice tant qu’un compte rendu du précédent est en retard',
    source: REPORTS,
    sql: onFactsAndRules(`${STEPS} SELECT DISTINCT s.id AS culprit FROM steps s
      JOIN ${reportsOf('s.year - 1')} ON r.stands IS DISTINCT FROM 'report-filed' AND r.stands IS DISTINCT FROM 'report-accepted'
      WHERE s.conditions ? 'previous-report-not-overdue'
        AND s.today > ${DUE} + (s.rules->>'reportGraceDays')::int
        AND NOT EXISTS (SELECT FROM written w WHERE w.type = 'block-overridden' AND w.pole_id = s.pole_id
          AND w.sequence < s.sequence AND w.until > s.sequence AND w.data->>'gate' = 'previous-report-not-overdue'
          AND w.data->>'act' = s.act AND w.data->>'subject' = concat_ws('/', s.award, s.year, s.number))`),
  },
  {
    number: '6.2',
    name: 'un solde n’est demandé ni liquidé qu’une fois acceptés tous les comptes rendus de son exercice',
    source: REPORTS,
    sql: onFactsAndRules(`${STEPS} SELECT DISTINCT s.id AS culprit FROM steps s
      LEFT JOIN ${reportsOf('s.year')} ON true
      WHERE s.conditions ? 'reports-accepted' AND r.stands IS DISTINCT FROM 'report-accepted'`),
  },
  {
    number: '7.1',
    name: 'le montant dû n’est ni négatif ni supérieur au montant accordé',
    source: REPORTS,
    sql: onFacts(` SELECT award AS culprit FROM standing WHERE type = 'convention-settled'
      AND ((data->>'due')::bigint BETWEEN 0 AND (data->>'granted')::bigint) IS NOT TRUE`),
  },
  {
    number: '7.2',
    name: 'le montant dû ne dépasse pas ce que laissent les comptes acceptés',
    source: REPORTS,
    sql: onFactsAndRules(`, accounts AS (
        SELECT s.award, s.data, y.year, r.r AS rules, g.budget::numeric / g.years AS forecast, (
          SELECT coalesce(sum(l.planned), 0) FROM ledger l JOIN grants paying ON paying.award = l.award_id::text
          WHERE paying.pole_id = s.pole_id AND paying.root = s.award AND l.year = y.year) AS granted, (
          SELECT CASE f.type WHEN 'report-accepted' THEN (SELECT b.data FROM written b WHERE b.type = 'report-filed'
            AND b.pole_id = f.pole_id AND b.award = f.award AND b.year = f.year AND b.data->>'report' = 'financial-report'
            AND b.sequence < f.sequence AND b.until > s.sequence ORDER BY b.sequence DESC LIMIT 1) END
          FROM written f WHERE f.type IN ('report-filed', 'report-returned', 'report-accepted') AND f.pole_id = s.pole_id AND f.award = s.award
            AND f.year = y.year AND f.data->>'report' = 'financial-report' AND f.sequence < s.sequence
            AND f.until > s.sequence ORDER BY f.sequence DESC LIMIT 1) AS said
        FROM standing s JOIN grants g ON g.pole_id = s.pole_id AND g.award = s.award JOIN reglements r ON r.id = g.reglement
        JOIN standing y ON y.type = 'funded-year-opened' AND y.pole_id = s.pole_id AND y.award = s.award AND y.sequence < s.sequence
        WHERE s.type = 'convention-settled'),
      bounds AS (
        SELECT award, data, greatest(0, CASE rules->>'amountMode'
          WHEN 'proportional' THEN least(granted, floor(granted * (said->>'eligibleExpenses')::numeric / ceil(forecast)))
          ELSE granted - greatest(0, (said->>'unspent')::bigint - CASE rules->'surplus'->>'kind' WHEN 'none' THEN 0
            WHEN 'all' THEN (said->>'unspent')::bigint WHEN 'up-to' THEN (rules->'surplus'->>'amount')::bigint
            ELSE floor(granted * (rules->'surplus'->>'percent')::numeric / 100) END) END) AS bound, granted
        FROM accounts)
      SELECT award AS culprit FROM bounds GROUP BY award, data
      HAVING (data->>'due')::bigint > sum(coalesce(bound, granted))`),
  },
  {
    number: '7.3',
    name: 'les chiffres d’un compte rendu financier ne se contredisent pas, et aucun n’y manque',
    source: REPORTS,
    sql: onFacts(` SELECT id AS culprit FROM written WHERE type = 'report-filed' AND data->>'report' = 'financial-report'
      AND schema_version > 1 AND ((data->>'otherResources')::bigint >= 0 AND (data->>'unspent')::bigint >= 0
        AND (data->>'chargedToGrant')::bigint BETWEEN 0 AND (data->>'totalExpenses')::bigint
        AND coalesce((data->>'eligibleExpenses')::bigint, 0) BETWEEN 0 AND (data->>'totalExpenses')::bigint) IS NOT TRUE`),
  },
  {
    number: '20.1',
    name: 'un compte rendu suit la version du document de référence où son exercice a commencé ; chaque indicateur y a un nombre, ou est non renseigné',
    source: 'Convention, document de référence',
    sql: onFactsAndRules(`, filed AS (
        SELECT f.*, coalesce((SELECT a.data->>'referenceDocument' FROM written a WHERE a.type = 'convention-amended'
            AND a.pole_id = f.pole_id AND a.award = f.award AND a.sequence < f.sequence AND a.until > f.sequence
            AND a.date <= g.period_from + make_interval(years => f.year - 1) ORDER BY a.sequence DESC LIMIT 1),
          (SELECT q.data->>'referenceDocument' FROM written q WHERE q.id = g.id)) AS version
        FROM standing f JOIN grants g ON g.pole_id = f.pole_id AND g.award = f.award
        WHERE f.type = 'report-filed' AND f.data->>'report' IN ('activity-report', 'indicators'))
      SELECT f.id AS culprit FROM filed f WHERE (f.data->>'document' = f.version AND (f.data->>'report' <> 'indicators' OR (
          SELECT array_agg(code ORDER BY code) FROM jsonb_object_keys(f.data->'indicators') AS code) = (
          SELECT array_agg(i->>'code' ORDER BY i->>'code') FROM jsonb_array_elements($1::jsonb->'documents') AS d,
            jsonb_array_elements(d->'indicators') AS i WHERE d->>'id' = f.version)
        AND NOT EXISTS (SELECT FROM jsonb_each(f.data->'indicators') AS entry
          WHERE jsonb_typeof(entry.value) NOT IN ('number', 'null')))) IS NOT TRUE`),
  },
];
