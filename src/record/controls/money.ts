import { CARRIED, STANDING, type Control } from './control.js';

const BUDGET = 'CGCT art. L4231-2 et délibération : rien n’est payé au-delà de ce qui est voté';
/** What each convention grants now: its vote, or its last amendment in force. */
const GRANTED = `granted AS (
  SELECT c.award, coalesce((SELECT (a.data->>'amount')::bigint FROM fact a WHERE a.type = 'convention-amended'
    AND a.data->>'award' = c.award ORDER BY a.sequence DESC LIMIT 1), c.amount) AS amount FROM carried c)`;

/** The money: never more than voted, paid once, and the ledger is the journal's. */
export const moneyControls: readonly Control[] = [
  {
    invariant: 4,
    name: 'la somme des versements prévus est le montant accordé',
    source: BUDGET,
    sql: `SELECT l.award_id AS culprit FROM ledger l JOIN awards a ON a.id = l.award_id
      GROUP BY l.award_id, a.granted HAVING sum(l.planned) <> a.granted`,
  },
  {
    invariant: 4,
    name: 'le montant accordé est celui du vote, ou du dernier avenant en vigueur',
    source: BUDGET,
    sql: `WITH ${STANDING}, ${CARRIED}, ${GRANTED} SELECT a.id AS culprit FROM awards a
      JOIN granted g ON g.award = a.id::text WHERE a.granted IS DISTINCT FROM g.amount`,
  },
  {
    invariant: 4,
    name: 'le payé n’excède ni le liquidé ni ce qui est accordé',
    source: BUDGET,
    sql: `WITH ${STANDING}, ${CARRIED}, ${GRANTED}, paid AS (
        SELECT data->>'award' AS award, sum((data->>'amount')::bigint) AS amount FROM fact
        WHERE type = 'payment-recorded' GROUP BY 1)
      SELECT p.award AS culprit FROM paid p LEFT JOIN granted g USING (award)
      WHERE g.amount IS NULL OR p.amount > g.amount
        OR p.amount > (SELECT coalesce(sum(liquidated), 0) FROM ledger WHERE award_id::text = p.award)`,
  },
  {
    invariant: 4,
    name: 'un versement n’est payé qu’une fois',
    source: BUDGET,
    sql: `WITH ${STANDING} SELECT min(id::text) AS culprit FROM fact WHERE type = 'payment-recorded'
      GROUP BY data->>'award', data->>'year', data->>'number' HAVING count(*) > 1`,
  },
  {
    invariant: 4,
    name: 'le payé du registre est celui du journal',
    source: 'Journal',
    sql: `WITH ${STANDING} SELECT l.award_id AS culprit FROM ledger l WHERE l.paid <> coalesce((
        SELECT sum((f.data->>'amount')::bigint) FROM fact f WHERE f.type = 'payment-recorded'
          AND f.data->>'award' = l.award_id::text AND (f.data->>'year')::int = l.year
          AND (f.data->>'number')::int = l.number), 0)`,
  },
  {
    invariant: 7,
    name: 'ce qui est dû au solde n’est ni négatif ni au-dessus de ce qui est accordé',
    source: 'Loi n° 2000-321 art. 10 : reversement de ce qui n’a pas été employé',
    sql: `WITH ${STANDING} SELECT id AS culprit FROM fact WHERE type = 'convention-settled' AND (
        (data->>'due')::bigint < 0 OR (data->>'due')::bigint > (data->>'granted')::bigint
        OR (data->>'excess')::bigint <> greatest(0, (data->>'paid')::bigint - (data->>'due')::bigint))`,
  },
];
