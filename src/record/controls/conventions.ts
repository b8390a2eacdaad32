import { onFacts, onFactsAndRules, type Control } from './control.js';

const ONE = "Règlement de l'aide : une convention active par pôle et par période";
const DATED = 'Règlement de l’aide en vigueur à la date de la demande';

/** Invariants 18 and 21: one convention at a time, in the terms of the règlement that was in force. */
export const CONVENTIONS: readonly Control[] = [
  {
    number: '18.1',
    name: 'une convention active par pôle et par période, d’après le journal',
    source: ONE,
    sql: onFacts(`, conventions AS (
        SELECT g.award, g.pole_id, coalesce((
          SELECT daterange((a.data->'period'->>'from')::date, (a.data->'period'->>'to')::date, '[]') FROM standing a
          WHERE a.type = 'convention-amended' AND a.pole_id = g.pole_id AND a.award = g.award ORDER BY a.sequence DESC LIMIT 1),
          daterange(g.period_from, g.period_to, '[]')) AS period
        FROM grants g WHERE g.kind = 'convention' AND NOT EXISTS (
          SELECT FROM standing v WHERE v.type = 'vote-recorded' AND v.pole_id = g.pole_id AND v.award = g.award AND v.data->>'outcome' = 'rejected'))
      SELECT a.award AS culprit FROM conventions a JOIN conventions b
        ON b.pole_id = a.pole_id AND b.award > a.award AND b.period && a.period`),
  },
  {
    number: '18.2',
    name: 'une convention active par pôle et par période, d’après la liste',
    source: ONE,
    sql: `SELECT a.id AS culprit FROM awards a JOIN awards b ON b.pole_id = a.pole_id AND b.id > a.id
      WHERE a.kind = 'convention' AND b.kind = 'convention' AND a.status <> 'rejected' AND b.status <> 'rejected'
        AND a.period_from <= b.period_to AND b.period_from <= a.period_to`,
  },
  {
    number: '18.3',
    name: 'les pays d’un pôle sont un ensemble : chacun une fois',
    source: ONE,
    sql: `SELECT pole_id AS culprit FROM pole_cards
      WHERE cardinality(pays_codes) <> (SELECT count(DISTINCT code) FROM unnest(pays_codes) AS code)
        OR cardinality(pays_codes) = 0`,
  },
  {
    number: '18.4',
    name: 'une convention passe d’une structure à une autre : chacune a son SIRET',
    source: ONE,
    sql: onFacts(` SELECT t.id AS culprit FROM standing t WHERE t.type = 'carrier-transferred' AND (t.data->>'from' ~ '^\\d{14}$'
        AND t.data->>'to' ~ '^\\d{14}$' AND t.data->>'from' <> t.data->>'to') IS NOT TRUE`),
  },
  {
    number: '21.1',
    name: 'une demande est régie par le règlement en vigueur à sa date ; le vote d’un exercice, par celui de sa convention',
    source: DATED,
    sql: onFactsAndRules(` SELECT g.award AS culprit FROM grants g
      LEFT JOIN grants c ON c.pole_id = g.pole_id AND c.award = g.root
      WHERE g.said AND CASE g.kind WHEN 'year' THEN g.reglement IS DISTINCT FROM c.reglement ELSE NOT EXISTS (
        SELECT FROM reglements r WHERE r.id = g.reglement AND r.since <= g.date AND (r.until IS NULL OR g.date <= r.until)) END`),
  },
  {
    number: '21.6',
    name: 'rien n’est instruit dont une pièce du règlement ne soit reçue, détenue par une autre administration, ou demandée',
    source: 'CRPA art. L114-5, L113-13 et L114-8',
    sql: onFactsAndRules(` SELECT s.id AS culprit FROM written s JOIN grants g ON g.pole_id = s.pole_id AND g.award = s.award
      JOIN reglements r ON r.id = g.reglement CROSS JOIN LATERAL jsonb_array_elements_text(CASE g.kind
        WHEN 'study' THEN r.r->'pieces'->'study-grant-request' WHEN 'convention' THEN r.r->'pieces'->'grant-request' ELSE '[]' END) AS piece
      WHERE s.type = 'instruction-reported' AND g.said AND NOT g.pieces ? piece AND NOT EXISTS (
        SELECT FROM written d WHERE d.type = 'pieces-demanded' AND d.pole_id = s.pole_id AND d.award = s.award
          AND d.sequence < s.sequence AND d.until > s.sequence AND d.data->'pieces' ? piece)`),
  },
  {
    number: '21.7',
    name: 'un dossier suit, avant toute demande, le règlement en vigueur le jour où il s’est ouvert, et ses entrées le disent',
    source: 'Règlement de l’aide en vigueur à l’ouverture du dossier',
    sql: onFactsAndRules(` SELECT d.id AS culprit FROM dossiers d JOIN written o ON o.pole_id = d.id AND o.sequence = 1
      WHERE NOT EXISTS (SELECT FROM reglements r WHERE r.id = d.reglement AND r.since <= o.date
          AND (r.until IS NULL OR o.date <= r.until))
        OR EXISTS (SELECT FROM written j WHERE j.pole_id = d.id AND j.reglement <> d.reglement)`),
  },
  {
    number: '21.2',
    name: 'le montant et la durée demandés tiennent dans le règlement',
    source: DATED,
    sql: onFactsAndRules(` SELECT g.award AS culprit FROM grants g JOIN reglements r ON r.id = g.reglement
      WHERE (g.amount > 0 AND g.years BETWEEN 1 AND (r.r->>'years')::int AND g.amount <= CASE g.kind
        WHEN 'study' THEN (r.r->>'studyCeiling')::bigint WHEN 'year' THEN (r.r->>'yearlyCeiling')::bigint
        ELSE (r.r->>'yearlyCeiling')::bigint * g.years END
        AND g.period_to = (g.period_from + make_interval(years => g.years))::date - 1) IS NOT TRUE
        AND NOT (g.kind = 'amendment' AND EXISTS (SELECT FROM standing p WHERE p.type = 'amendment-proposed'
          AND p.pole_id = g.pole_id AND p.award = g.award AND NOT p.data->'changes' ?| ARRAY['amount', 'years']))`),
  },
  {
    number: '21.3',
    name: 'il n’est pas voté plus que demandé, ni plus d’un exercice où chacun a son vote',
    source: DATED,
    sql: onFactsAndRules(` SELECT v.award AS culprit FROM votes v JOIN grants g ON g.pole_id = v.pole_id AND g.award = v.award
      JOIN reglements r ON r.id = g.reglement WHERE v.amount NOT BETWEEN 1 AND g.amount
        OR (r.r->>'voteMode' = 'yearly' AND g.kind = 'convention' AND v.amount > (r.r->>'yearlyCeiling')::bigint)`),
  },
  {
    number: '21.4',
    name: 'les pièces jointes ou demandées sont celles du règlement',
    source: `${DATED} ; CRPA art. L114-5`,
    sql: onFactsAndRules(` SELECT s.id AS culprit FROM standing s JOIN grants g ON g.pole_id = s.pole_id AND g.award = s.award
      JOIN reglements r ON r.id = g.reglement
      WHERE s.type IN ('grant-requested', 'pieces-demanded', 'pieces-delivered') AND NOT s.data->'pieces'
        <@ (r.r->'pieces'->CASE g.kind WHEN 'study' THEN 'study-grant-request' ELSE 'grant-request' END)`),
  },
  {
    number: '21.5',
    name: 'les versements prévus par le vote sont ceux du règlement, au centime de répartition près',
    source: DATED,
    sql: onFactsAndRules(`, planned AS (
        SELECT s.award, one, rule, g.kind, v.amount, CASE WHEN g.kind = 'convention' AND r.r->>'voteMode' = 'once'
          THEN g.years ELSE 1 END AS years, (SELECT sum((w->>'weight')::int) FROM jsonb_array_elements(rules) AS w) AS weights,
          jsonb_array_length(rules) AS rules
        FROM standing s JOIN grants g ON g.pole_id = s.pole_id AND g.award = s.award JOIN votes v ON v.pole_id = s.pole_id AND v.award = s.award
        JOIN reglements r ON r.id = g.reglement
        CROSS JOIN LATERAL (SELECT CASE g.kind WHEN 'study' THEN r.r->'studyInstalments' ELSE r.r->'instalments' END) AS x (rules),
          jsonb_array_elements(s.data->'instalments') AS one
        LEFT JOIN jsonb_array_elements(rules) AS rule ON rule->>'number' = one->>'number'
        WHERE s.type = 'instalments-planned')
      SELECT award AS culprit FROM planned GROUP BY award HAVING count(*) <> max(years * rules)
        OR bool_or(rule IS NULL OR rule->>'kind' <> one->>'kind')
        OR bool_or(abs((one->>'amount')::numeric - amount::numeric / years * (rule->>'weight')::int / weights) >= 2)`),
  },
];
