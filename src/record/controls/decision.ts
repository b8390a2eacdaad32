import { onFacts, type Control } from './control.js';

const EXECUTORY = 'CGCT art. L4141-1';
const CONVENTION = 'Loi n° 2000-321 art. 10 ; décret n° 2001-495 art. 1';
const NO_CHANGE = "CE 5 juillet 2010 n° 308615 : conditions fixées au plus tard à la date de l'octroi";

/** The days of each award, and what its first order waits for. */
const DAYS = `, days AS (
  SELECT award, pole_id,
    max(date) FILTER (WHERE type = 'vote-recorded' AND data->>'outcome' IN ('adopted', 'amended')) AS voted,
    max(date) FILTER (WHERE type = 'deliberation-transmitted') AS transmitted,
    least(max(date) FILTER (WHERE type = 'deliberation-published'), max(date) FILTER (WHERE type = 'grant-notified')) AS known,
    max(date) FILTER (WHERE type = 'grant-notified') AS notified,
    max(date) FILTER (WHERE type = 'convention-signed' AND data->>'party' = 'region') AS region_signed,
    max(date) FILTER (WHERE type = 'convention-signed' AND data->>'party' = 'carrier') AS carrier_signed,
    max(date) FILTER (WHERE type = 'convention-notified') AS convention_notified,
    min(date) FILTER (WHERE type = 'payment-ordered') AS ordered,
    bool_or((data->>'conventionRequired')::boolean) FILTER (
      WHERE type = 'vote-recorded' AND data->>'outcome' IN ('adopted', 'amended')) AS convention_required
  FROM standing WHERE award IS NOT NULL GROUP BY award, pole_id)`;

const days = (breach: string) => onFacts(`${DAYS} SELECT award AS culprit FROM days WHERE (${breach})`);

/** Invariants 1, 2, 3 and 11: how a grant is decided, and what it must wait for before it is paid. */
export const DECISION: readonly Control[] = [
  {
    number: '1.1',
    name: 'rien n’est mandaté avant la délibération exécutoire et sa notification',
    source: EXECUTORY,
    sql: days(`ordered IS NOT NULL AND (greatest(voted, transmitted, known, notified) <= ordered
      AND voted IS NOT NULL AND transmitted IS NOT NULL AND notified IS NOT NULL) IS NOT TRUE`),
  },
  {
    number: '1.2',
    name: 'rien n’est mandaté avant la convention requise, signée des deux parties et notifiée',
    source: CONVENTION,
    sql: days(`ordered IS NOT NULL AND convention_required AND (convention_notified <= ordered
      AND region_signed <= ordered AND carrier_signed <= ordered) IS NOT TRUE`),
  },
  {
    number: '1.3',
    name: 'une convention est requise au-dessus du seuil annuel, tous votes de l’année au même organisme compris',
    source: CONVENTION,
    sql: onFacts(`, reglements AS (
        SELECT r->>'id' AS id, r->>'voteMode' AS mode FROM jsonb_array_elements($1::jsonb->'reglements') AS r),
      thresholds AS (
        SELECT (t->>'amount')::bigint AS amount, (t->'inForce'->>'from')::date AS since, (t->'inForce'->>'to')::date AS until
        FROM jsonb_array_elements($1::jsonb->'law'->'thresholds') AS t WHERE t->>'id' = 'convention-required-above'),
      shares AS (
        SELECT v.id, v.award, v.date, g.kind, g.applicant, (v.data->>'conventionRequired')::boolean AS required,
          ceil(v.amount::numeric / CASE r.mode WHEN 'yearly' THEN 1 ELSE g.years END) AS share
        FROM votes v JOIN grants g ON g.pole_id = v.pole_id AND g.award = v.award JOIN reglements r ON r.id = g.reglement
        WHERE NOT EXISTS (
          SELECT FROM standing t WHERE t.type IN ('award-transferred', 'convention-amended') AND t.pole_id = v.pole_id AND t.award = v.award
            AND t.data->>'applicant' <> g.applicant)),
      totals AS (
        SELECT *, sum(share) FILTER (WHERE kind <> 'amendment')
          OVER (PARTITION BY applicant, extract(year FROM date) ORDER BY id) AS total FROM shares)
      SELECT s.award AS culprit FROM totals s JOIN thresholds t
        ON t.since <= s.date AND (t.until IS NULL OR s.date <= t.until)
      WHERE NOT s.required AND s.kind <> 'year' AND (s.kind = 'amendment' OR s.total > t.amount)`),
  },
  {
    number: '2.1',
    name: 'la délibération est transmise et publiée après le vote',
    source: EXECUTORY,
    sql: onFacts(`SELECT t.id AS culprit FROM standing t LEFT JOIN votes v ON v.pole_id = t.pole_id AND v.award = t.award
      WHERE t.type IN ('deliberation-transmitted', 'deliberation-published') AND (v.date <= t.date) IS NOT TRUE`),
  },
  {
    number: '2.2',
    name: 'la Région signe après le caractère exécutoire',
    source: EXECUTORY,
    sql: days(`region_signed IS NOT NULL AND (greatest(transmitted, known) <= region_signed
      AND transmitted IS NOT NULL AND known IS NOT NULL) IS NOT TRUE`),
  },
  {
    number: '2.3',
    name: 'la convention est notifiée après les deux signatures',
    source: CONVENTION,
    sql: days(`convention_notified IS NOT NULL AND (region_signed <= convention_notified
      AND carrier_signed <= convention_notified) IS NOT TRUE`),
  },
  {
    number: '2.4',
    name: 'le premier mandat suit la notification de la convention, sinon de la décision',
    source: CONVENTION,
    sql: days('ordered IS NOT NULL AND (coalesce(convention_notified, notified) <= ordered) IS NOT TRUE'),
  },
  {
    number: '2.5',
    name: 'nul ne signe un texte avant qu’il soit arrêté',
    source: NO_CHANGE,
    sql: onFacts(`SELECT s.id AS culprit FROM standing s WHERE s.type = 'convention-signed' AND s.date < (
      SELECT min(f.date) FROM standing f WHERE f.type IN ('agenda-entered', 'vote-recorded') AND f.pole_id = s.pole_id
        AND f.award = s.award AND f.data->>'textHash' = s.data->>'textHash')`),
  },
  {
    number: '3.1',
    name: 'le texte signé est le texte voté',
    source: NO_CHANGE,
    sql: onFacts(`SELECT s.id AS culprit FROM standing s LEFT JOIN votes v ON v.pole_id = s.pole_id AND v.award = s.award
      WHERE s.type = 'convention-signed' AND s.data->>'textHash' IS DISTINCT FROM v.data->>'textHash'`),
  },
  {
    number: '3.2',
    name: 'le texte voté est celui de l’ordre du jour, ou le texte amendé en séance',
    source: NO_CHANGE,
    sql: onFacts(`SELECT v.id AS culprit FROM votes v WHERE v.private_digest IS NULL AND NOT EXISTS (
      SELECT FROM standing a WHERE a.type = 'agenda-entered' AND a.pole_id = v.pole_id AND a.award = v.award
        AND a.data->>'round' = v.data->>'round' AND a.data->>'textHash' = v.data->>'textHash' AND a.date <= v.date)`),
  },
  {
    number: '3.3',
    name: 'une convention ne change que par un avenant voté, signé et notifié pour le même montant',
    source: NO_CHANGE,
    sql: onFacts(`${DAYS} SELECT c.id AS culprit FROM standing c LEFT JOIN votes v ON v.pole_id = c.pole_id
        AND v.award = c.data->>'amendment'
      LEFT JOIN grants g ON g.pole_id = v.pole_id AND g.award = v.award LEFT JOIN days d ON d.pole_id = v.pole_id AND d.award = v.award
      WHERE c.type = 'convention-amended' AND (g.kind = 'amendment' AND g.root = c.award AND v.amount = (c.data->>'amount')::bigint
        AND g.years = (c.data->>'years')::int AND d.region_signed <= c.date AND d.carrier_signed <= c.date
        AND d.convention_notified <= c.date AND d.notified <= c.date) IS NOT TRUE`),
  },
  {
    number: '11',
    name: 'les votes s’additionnent, et ne dépassent pas l’effectif',
    source: 'Schéma national SCDL délibérations 2.1.5',
    sql: `SELECT id AS culprit FROM journal WHERE type = 'vote-recorded' AND (
      (data->>'votesFor')::int + (data->>'votesAgainst')::int + (data->>'abstentions')::int = (data->>'present')::int
      AND (data->>'present')::int <= (data->>'members')::int
      AND least((data->>'votesFor')::int, (data->>'votesAgainst')::int, (data->>'abstentions')::int) >= 0) IS NOT TRUE`,
  },
];
