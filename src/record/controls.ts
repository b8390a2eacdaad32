import type { DataSource } from 'typeorm';
import type { Breach } from './verify.js';

interface Control {
  readonly name: string;
  /** Rows are breaches; the first column names the culprit. */
  readonly sql: string;
}

/** Invariants of the domain told in SQL on the journal and the ledger, independently of the code that wrote them. */
const CONTROLS: readonly Control[] = [
  {
    name: 'la somme des versements prévus est le montant accordé',
    sql: `SELECT l.award_id AS culprit FROM ledger l JOIN awards a ON a.id = l.award_id
          GROUP BY l.award_id, a.granted HAVING sum(l.planned) <> a.granted`,
  },
  {
    name: 'rien n’est payé avant le vote, la transmission, la notification de la décision et celle de la convention requise',
    sql: `SELECT p.id AS culprit FROM journal p
          JOIN journal v ON v.type = 'vote-recorded' AND v.data->>'award' = p.data->>'award' AND v.data->>'outcome' IN ('adopted', 'amended')
          WHERE p.type = 'payment-ordered' AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.retracts = v.id) AND (
            v.date > p.date
            OR NOT EXISTS (SELECT 1 FROM journal t WHERE t.type = 'deliberation-transmitted' AND t.data->>'award' = p.data->>'award' AND t.date BETWEEN v.date AND p.date)
            OR NOT EXISTS (SELECT 1 FROM journal n WHERE n.type = 'grant-notified' AND n.data->>'award' = p.data->>'award' AND n.date BETWEEN v.date AND p.date)
            OR (v.data->>'conventionRequired' = 'true' AND NOT EXISTS (
              SELECT 1 FROM journal n WHERE n.type = 'convention-notified' AND n.data->>'award' = p.data->>'award' AND n.date <= p.date)))`,
  },
  {
    name: 'la Région signe après le caractère exécutoire, sur le texte voté',
    sql: `SELECT s.id AS culprit FROM journal s
          JOIN journal v ON v.type = 'vote-recorded' AND v.data->>'award' = s.data->>'award' AND v.data->>'outcome' IN ('adopted', 'amended')
          WHERE s.type = 'convention-signed' AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.retracts IN (v.id, s.id)) AND (
            s.data->>'textHash' <> v.data->>'textHash'
            OR (s.data->>'party' = 'region' AND NOT EXISTS (
              SELECT 1 FROM journal t WHERE t.type = 'deliberation-transmitted' AND t.data->>'award' = s.data->>'award' AND t.date <= s.date)))`,
  },
  {
    name: 'les votes s’additionnent',
    sql: `SELECT id AS culprit FROM journal WHERE type = 'vote-recorded' AND (
            (data->>'present')::int <> (data->>'votesFor')::int + (data->>'votesAgainst')::int + (data->>'abstentions')::int
            OR (data->>'present')::int > (data->>'members')::int)`,
  },
  {
    name: 'qui prépare une liquidation ne la valide pas',
    sql: `SELECT v.id AS culprit FROM journal v JOIN journal p ON p.type = 'liquidation-prepared'
            AND p.data->>'award' = v.data->>'award' AND p.data->>'year' = v.data->>'year'
            AND p.data->>'number' = v.data->>'number' AND p.data->>'attempt' = v.data->>'attempt'
          WHERE v.type = 'liquidation-validated' AND v.actor = p.actor`,
  },
  {
    name: 'un versement n’est payé qu’une fois',
    sql: `SELECT min(id::text) AS culprit FROM journal WHERE type = 'payment-recorded'
          GROUP BY data->>'award', data->>'year', data->>'number' HAVING count(*) > 1`,
  },
  {
    name: 'une convention active par pôle et par période',
    sql: `SELECT a.id AS culprit FROM awards a JOIN awards b ON b.pole_id = a.pole_id AND b.id > a.id
          WHERE a.kind = 'convention' AND b.kind = 'convention' AND a.status <> 'rejected' AND b.status <> 'rejected'
            AND a.period_from <= b.period_to AND b.period_from <= a.period_to`,
  },
  {
    name: 'le payé du registre est celui du journal',
    sql: `SELECT l.award_id AS culprit FROM ledger l WHERE l.paid <> coalesce((
            SELECT sum((j.data->>'amount')::bigint) FROM journal j WHERE j.type = 'payment-recorded'
              AND j.data->>'award' = l.award_id::text AND (j.data->>'year')::int = l.year AND (j.data->>'number')::int = l.number), 0)`,
  },
  {
    name: 'aucun fait ne porte de texte libre ni de donnée personnelle',
    sql: `SELECT id AS culprit FROM journal WHERE type <> 'payment-rejected' AND data ?| array['iban', 'reason', 'signatory', 'groupName', 'bodyName', 'text']`,
  },
];

/** Runs every control. No breach, no line. */
export async function runControls(source: DataSource): Promise<readonly Breach[]> {
  const found = await Promise.all(
    CONTROLS.map(async ({ name, sql }) => {
      const rows = await source.query<{ culprit: string }[]>(sql);
      return rows.map(({ culprit }) => `${name} : ${culprit}`);
    }),
  );
  return found.flat();
}
