import { onFacts, type Control } from './control.js';

const VOTED = 'Convention : la somme des versements est le montant voté';
const EXCESS = 'CGCT art. L1617-5 ; loi n° 2000-321 art. 10';
const TWO = 'Séparation des rôles : instruction et validation';

/** The amount that the journal plans for each instalment, and the last thing that it says of it. */
const LINES = `, planned AS (
  SELECT DISTINCT ON (s.pole_id, s.award, (one->>'year')::int, (one->>'number')::int)
    s.pole_id, s.award, (one->>'year')::int AS year, (one->>'number')::int AS number, (one->>'amount')::bigint AS amount
  FROM standing s, jsonb_array_elements(s.data->'instalments') AS one
  WHERE s.type IN ('instalments-planned', 'instalments-replanned')
  ORDER BY s.pole_id, s.award, (one->>'year')::int, (one->>'number')::int, s.sequence DESC),
steps AS NOT MATERIALIZED (
  SELECT * FROM standing WHERE type IN ('instalment-claimed', 'liquidation-prepared', 'liquidation-returned',
    'liquidation-validated', 'payment-ordered', 'payment-recorded', 'payment-rejected')),
lapsed AS (
  SELECT s.pole_id, s.award, (one->>'year')::int AS year, (one->>'number')::int AS number
  FROM standing s, jsonb_array_elements(s.data->'lapsed') AS one WHERE s.type = 'instalments-lapsed'),
told AS (
  SELECT DISTINCT ON (pole_id, award, year, number) pole_id, award, year, number, CASE type
    WHEN 'liquidation-prepared' THEN 'prepared' WHEN 'liquidation-validated' THEN 'liquidated'
    WHEN 'payment-ordered' THEN 'ordered' WHEN 'payment-recorded' THEN 'paid' ELSE 'claimed' END AS status
  FROM steps ORDER BY pole_id, award, year, number, sequence DESC),
lines AS (SELECT l.*, l.award_id::text AS award, a.pole_id FROM ledger l JOIN awards a ON a.id = l.award_id)`;

/** The last step of a type for the line \`l\`. */
const last = (type: string, what: string) => `(SELECT ${what} FROM steps s WHERE s.type = '${type}'
  AND s.pole_id = l.pole_id AND s.award = l.award AND s.year = l.year AND s.number = l.number ORDER BY s.sequence DESC LIMIT 1)`;

/** What was ordered of the grant of `s` before it, but for what was rejected since. */
const orderedBefore = `(SELECT coalesce(sum((o.data->>'amount')::bigint), 0) FROM written o JOIN grants g ON g.pole_id = o.pole_id AND g.award = o.award
  WHERE o.pole_id = s.pole_id AND g.root = s.award AND o.type = 'payment-ordered' AND o.sequence < s.sequence AND NOT EXISTS (
    SELECT FROM written r WHERE r.type = 'payment-rejected' AND r.pole_id = o.pole_id AND r.award = o.award AND r.year = o.year
      AND r.number = o.number AND r.data->>'payment' = o.data->>'payment' AND r.sequence < s.sequence))`;

/** What was granted by the votes of the grant of `s` before it. */
const grantedBefore = `(SELECT sum(v.amount) FROM granted v JOIN grants g ON g.pole_id = v.pole_id AND g.award = v.award
  WHERE v.pole_id = s.pole_id AND g.root = s.award AND g.kind <> 'amendment' AND v.sequence < s.sequence)`;

/** Two facts of one claim: of the first, where they were recorded before claims had ranks. */
const sameClaim = (a: string, b: string) => `coalesce(${a}.data->>'rank', '1') = coalesce(${b}.data->>'rank', '1')`;

/** Invariants 4, 8 and 15: what is planned, liquidated, paid and recovered. */
export const MONEY: readonly Control[] = [
  {
    number: '4.1',
    name: 'la somme des versements prévus est le montant voté, avenants compris',
    source: VOTED,
    sql: onFacts(` SELECT v.award AS culprit FROM granted v JOIN grants g ON g.pole_id = v.pole_id AND g.award = v.award
      WHERE g.kind <> 'amendment' AND v.amount IS DISTINCT FROM (
        SELECT sum(l.planned) FROM ledger l WHERE l.award_id = v.award::uuid)`),
  },
  {
    number: '4.2',
    name: 'le montant accordé et le montant voté de la liste sont ceux du journal',
    source: VOTED,
    sql: onFacts(` SELECT a.id AS culprit FROM awards a LEFT JOIN votes v ON v.pole_id = a.pole_id AND v.award = a.id::text
      LEFT JOIN granted g ON g.pole_id = a.pole_id AND g.award = a.id::text
      WHERE a.voted IS DISTINCT FROM v.amount OR a.granted IS DISTINCT FROM g.amount`),
  },
  {
    number: '4.3',
    name: 'chaque versement du registre est celui que le journal prévoit',
    source: VOTED,
    sql: onFacts(`${LINES} SELECT l.award_id AS culprit FROM lines l LEFT JOIN planned p
      ON p.pole_id = l.pole_id AND p.award = l.award AND p.year = l.year AND p.number = l.number
      WHERE p.amount IS DISTINCT FROM l.planned`),
  },
  {
    number: '4.4',
    name: 'payé = mandaté = liquidé, dans la limite du versement prévu',
    source: 'Comptabilité publique : service fait, liquidation, mandat, paiement',
    sql: onFacts(`${LINES} SELECT s.id AS culprit FROM steps s LEFT JOIN planned p
      ON p.pole_id = s.pole_id AND p.award = s.award AND p.year = s.year AND p.number = s.number
      WHERE s.type IN ('liquidation-validated', 'payment-ordered', 'payment-recorded') AND (
        (s.data->>'amount')::bigint > p.amount OR (s.data->>'amount')::bigint IS DISTINCT FROM (
          SELECT (b.data->>'amount')::bigint FROM steps b WHERE b.pole_id = s.pole_id AND b.award = s.award AND b.year = s.year
            AND b.number = s.number AND b.sequence < s.sequence AND b.type = CASE s.type
              WHEN 'payment-recorded' THEN 'payment-ordered' WHEN 'payment-ordered' THEN 'liquidation-validated'
              ELSE 'liquidation-prepared' END
          ORDER BY b.sequence DESC LIMIT 1))`),
  },
  {
    number: '4.5',
    name: 'il n’est pas payé plus que le montant accordé',
    source: VOTED,
    sql: onFacts(` SELECT g.award AS culprit FROM granted g WHERE g.amount < (
      SELECT sum((p.data->>'amount')::bigint) FROM written p WHERE p.type = 'payment-recorded' AND p.pole_id = g.pole_id AND p.award = g.award)`),
  },
  {
    number: '4.6',
    name: 'un versement n’est payé qu’une fois',
    source: 'Comptabilité publique : paiement libératoire',
    sql: onFacts(` SELECT award AS culprit FROM written WHERE type = 'payment-recorded'
      GROUP BY award, year, number HAVING count(*) > 1`),
  },
  {
    number: '4.7',
    name: 'le registre dit de chaque versement ce qu’en dit le journal',
    source: 'Le journal fait foi',
    sql: onFacts(`${LINES} SELECT l.award_id AS culprit FROM lines l LEFT JOIN told t
      ON t.pole_id = l.pole_id AND t.award = l.award AND t.year = l.year AND t.number = l.number
      WHERE l.status <> CASE WHEN EXISTS (SELECT FROM lapsed x WHERE x.pole_id = l.pole_id AND x.award = l.award AND x.year = l.year
          AND x.number = l.number) THEN 'lapsed' ELSE coalesce(t.status, 'planned') END
        OR l.liquidated <> CASE WHEN t.status IN ('prepared', 'liquidated', 'ordered', 'paid')
          THEN ${last('liquidation-prepared', "(s.data->>'amount')::bigint")} ELSE 0 END
        OR l.paid <> coalesce(${last('payment-recorded', "(s.data->>'amount')::bigint")}, 0)
        OR l.paid_on IS DISTINCT FROM ${last('payment-recorded', 's.date')}
        OR (l.status IN ('ordered', 'paid')
          AND l.payment_order IS DISTINCT FROM ${last('payment-ordered', "s.data->>'order'")})`),
  },
  {
    number: '4.8',
    name: 'il n’est mandaté que ce qui reste accordé, retraits déduits',
    source: `${VOTED} ; CRPA art. L242-2`,
    sql: onFacts(` SELECT s.id AS culprit FROM written p JOIN grants g ON g.pole_id = p.pole_id AND g.award = p.award
      CROSS JOIN LATERAL (SELECT p.id, p.pole_id, g.root AS award, p.sequence + 1 AS sequence) AS s
      WHERE p.type = 'payment-ordered' AND (${orderedBefore} <= ${grantedBefore} - (
        SELECT coalesce(sum((w.data->>'amount')::bigint), 0) FROM standing w WHERE w.type = 'grant-withdrawn'
          AND w.pole_id = s.pole_id AND w.award = s.award AND w.sequence < s.sequence)) IS NOT TRUE`),
  },
  {
    number: '8.1',
    name: 'un solde ou un retrait réclame une fois ce qu’il laisse en trop, et rien d’autre ne réclame',
    source: EXCESS,
    sql: onFacts(`, claims AS (
        SELECT c.*, (c.data->>'amount')::bigint AS amount FROM standing c WHERE c.type = 'excess-claimed'),
      sources AS (
        SELECT s.id, s.pole_id, s.award, s.fact_version, CASE s.type WHEN 'convention-settled' THEN greatest(0, (s.data->>'paid')::bigint - (s.data->>'due')::bigint)
          ELSE ${orderedBefore} + (SELECT sum((w.data->>'amount')::bigint) FROM standing w WHERE w.type = 'grant-withdrawn'
            AND w.pole_id = s.pole_id AND w.award = s.award AND w.sequence <= s.sequence) - ${grantedBefore} END
          - coalesce((SELECT sum(c.amount) FROM claims c WHERE c.pole_id = s.pole_id AND c.award = s.award
            AND c.fact_version < s.fact_version), 0) AS left_over
        FROM standing s WHERE s.type = 'grant-withdrawn' OR s.type = 'convention-settled' AND NOT EXISTS (
          SELECT FROM standing w WHERE w.type = 'grant-withdrawn' AND w.pole_id = s.pole_id AND w.fact_version = s.fact_version))
      SELECT s.award AS culprit FROM sources s WHERE greatest(0, s.left_over) IS DISTINCT FROM coalesce((
        SELECT CASE count(*) WHEN 1 THEN sum(c.amount) ELSE -1 END FROM claims c WHERE c.pole_id = s.pole_id
          AND c.award = s.award AND c.fact_version = s.fact_version HAVING count(*) > 0), 0)
      UNION ALL SELECT c.award FROM claims c WHERE NOT EXISTS (
        SELECT FROM sources s WHERE s.pole_id = c.pole_id AND s.award = c.award AND s.fact_version = c.fact_version)`),
  },
  {
    number: '8.2',
    name: 'le solde se recompte : mandaté, dû, trop-perçu, reste libéré',
    source: EXCESS,
    sql: onFacts(` SELECT s.award AS culprit FROM standing s WHERE s.type = 'convention-settled'
      AND (${orderedBefore} = (s.data->>'paid')::bigint
        AND (s.data->>'excess')::bigint = greatest(0, (s.data->>'paid')::bigint - (s.data->>'due')::bigint - coalesce((
          SELECT sum((c.data->>'amount')::bigint) FROM standing c WHERE c.type = 'excess-claimed' AND c.pole_id = s.pole_id
            AND c.award = s.award AND c.fact_version < s.fact_version), 0))
        AND (s.data->>'released')::bigint = (s.data->>'granted')::bigint - (s.data->>'paid')::bigint
        AND (s.data->>'granted')::bigint = ${grantedBefore}) IS NOT TRUE`),
  },
  {
    number: '8.3',
    name: 'une créance va du titre au recouvrement ou à la remise, pour son montant, sans disparaître',
    source: EXCESS,
    sql: onFacts(` SELECT r.id AS culprit FROM standing r LEFT JOIN standing c ON c.type = 'excess-claimed'
        AND c.pole_id = r.pole_id AND c.award = r.award AND c.sequence < r.sequence AND ${sameClaim('c', 'r')}
      WHERE r.type IN ('recovery-ordered', 'recovery-collected', 'recovery-waived') AND (c.id IS NULL
        OR coalesce(r.data->>'amount', c.data->>'amount') <> c.data->>'amount'
        OR (r.type = 'recovery-collected' AND NOT EXISTS (SELECT FROM standing o WHERE o.type = 'recovery-ordered'
          AND o.pole_id = r.pole_id AND o.award = r.award AND ${sameClaim('o', 'r')} AND o.sequence < r.sequence AND o.date <= r.date))
        OR (r.type <> 'recovery-ordered' AND EXISTS (SELECT FROM standing o WHERE o.pole_id = r.pole_id AND o.award = r.award AND o.id <> r.id AND ${sameClaim('o', 'r')}
          AND o.type IN ('recovery-collected', 'recovery-waived'))))
      UNION ALL SELECT c.id FROM standing c JOIN standing e ON e.pole_id = c.pole_id AND e.type = 'dossier-closed'
      WHERE c.type = 'excess-claimed' AND c.sequence < e.sequence AND NOT EXISTS (SELECT FROM standing o
        WHERE o.pole_id = c.pole_id AND o.award = c.award AND ${sameClaim('o', 'c')} AND o.type IN ('recovery-collected', 'recovery-waived'))`),
  },
  {
    number: '15.1',
    name: 'qui prépare une liquidation ne la valide pas',
    source: TWO,
    sql: onFacts(` SELECT v.id AS culprit FROM standing v WHERE v.type = 'liquidation-validated' AND NOT EXISTS (
      SELECT FROM standing p WHERE p.type = 'liquidation-prepared' AND p.pole_id = v.pole_id AND p.award = v.award AND p.year = v.year
        AND p.number = v.number AND p.data->>'attempt' = v.data->>'attempt' AND p.actor <> v.actor)`),
  },
  {
    number: '15.2',
    name: 'le registre nomme les deux personnes que nomme le journal',
    source: TWO,
    sql: onFacts(`${LINES} SELECT l.award_id AS culprit FROM lines l WHERE l.status IN ('liquidated', 'ordered', 'paid')
      AND (l.prepared_by IS DISTINCT FROM ${last('liquidation-prepared', 's.actor')}
        OR l.validated_by IS DISTINCT FROM ${last('liquidation-validated', 's.actor')}
        OR l.prepared_by = l.validated_by)`),
  },
  {
    number: '15.3',
    name: 'l’instruction prépare, l’encadrement valide, les finances constatent',
    source: TWO,
    sql: onFacts(` SELECT id AS culprit FROM written WHERE role <> CASE type WHEN 'liquidation-prepared' THEN 'instructor'
        WHEN 'liquidation-validated' THEN 'manager' WHEN 'liquidation-returned' THEN 'manager' ELSE 'finance' END
      AND type IN ('liquidation-prepared', 'liquidation-validated', 'liquidation-returned', 'payment-ordered',
        'payment-recorded', 'payment-rejected')`),
  },
];
