import { onFacts, onFactsAndRules, type Control } from './control.js';

const EXECUTORY = 'CGCT art. L4141-1, I et II';
const CONVENTION = 'Loi n° 2000-321 art. 10 ; décret n° 2001-495 art. 1';
const NO_CHANGE = "CE 5 juillet 2010 n° 308615 : conditions fixées au plus tard à la date de l'octroi";

/** The days of each award, and what its first order waits for. */
const DAYS = `, days AS (
  SELECT award, pole_id,
    max(date) FILTER (WHERE type = 'vote-recorded' AND data->>'outcome' IN ('adopted', 'amended')) AS voted,
    max(date) FILTER (WHERE type = 'deliberation-transmitted') AS transmitted,
    max(date) FILTER (WHERE type = 'grant-notified') AS notified,
    max(date) FILTER (WHERE type = 'convention-signed' AND data->>'party' = 'region') AS region_signed,
    max(date) FILTER (WHERE type = 'convention-signed' AND data->>'party' = 'carrier') AS carrier_signed,
    max(date) FILTER (WHERE type = 'convention-notified') AS convention_notified,
    min(date) FILTER (WHERE type = 'payment-ordered') AS ordered,
    bool_or((data->>'conventionRequired')::boolean) FILTER (
      WHERE type = 'vote-recorded' AND data->>'outcome' IN ('adopted', 'amended')) AS convention_required
  FROM standing WHERE award IS NOT NULL GROUP BY award, pole_id)`;

/**
 * What each vote grants a body (whichever of its establishments asks) for each civil year in which a year that it pays
 * begins: by an amendment since, no more than both say. The years that begin after the end of the dossier pay nothing, nor
 * those of a grant withdrawn whole.
 */
const YEARS = `, thresholds AS (
  SELECT (t->>'amount')::bigint AS amount, (t->'inForce'->>'from')::date AS since, (t->'inForce'->>'to')::date AS until
  FROM jsonb_array_elements($1::jsonb->'law'->'thresholds') AS t WHERE t->>'id' = 'convention-required-above'),
planned AS (
  SELECT p.id AS fact, p.pole_id, p.award, p.sequence, g.root, g.kind, g.period_from, left(g.applicant, 9) AS body,
    (one->>'year')::int AS year, sum((one->>'amount')::bigint) AS amount
  FROM standing p JOIN grants g ON g.pole_id = p.pole_id AND g.award = p.award, jsonb_array_elements(p.data->'instalments') AS one
  WHERE p.type = 'instalments-planned' AND NOT EXISTS (
    SELECT FROM standing t WHERE t.type IN ('award-transferred', 'convention-amended') AND t.pole_id = p.pole_id AND t.award = p.award
      AND t.data->>'applicant' <> g.applicant)
  GROUP BY p.id, p.pole_id, p.award, p.sequence, g.root, g.kind, g.period_from, g.applicant, (one->>'year')::int),
years AS (
  SELECT p.fact, p.pole_id, p.award, p.body, extract(year FROM starts.on) AS civil,
    least(p.amount, (SELECT sum(l.planned) FROM ledger l WHERE l.award_id = p.award::uuid AND l.year = p.year)) AS amount,
    p.kind = 'year' AND EXISTS (SELECT FROM standing c WHERE c.type = 'convention-notified' AND c.pole_id = p.pole_id
      AND c.award = p.root AND c.sequence < p.sequence) AS covered
  FROM planned p CROSS JOIN LATERAL (
    SELECT (p.period_from + make_interval(years => CASE p.kind WHEN 'year' THEN 0 ELSE p.year - 1 END))::date AS on) AS starts
  WHERE NOT EXISTS (SELECT FROM standing e WHERE e.pole_id = p.pole_id AND CASE e.type
      WHEN 'grant-withdrawn' THEN (e.data->>'whole')::boolean AND e.award IN (p.award, p.root)
        OR (e.data->>'ends')::boolean AND e.date < starts.on
      WHEN 'grant-abrogated' THEN (e.data->>'from')::date < starts.on
      ELSE e.date < starts.on AND e.type IN ('project-withdrawn', 'pole-abandoned', 'convention-terminated') END))`;

const days = (breach: string) => onFacts(`${DAYS} SELECT award AS culprit FROM days WHERE (${breach})`);

/** Invariants 1, 2 and 3: how a grant is decided, and what it must wait for before it is paid. */
export const DECISION: readonly Control[] = [
  {
    number: '1.1',
    name: 'rien n’est mandaté avant la délibération exécutoire et sa notification',
    source: EXECUTORY,
    sql: days(`ordered IS NOT NULL AND (greatest(voted, transmitted, notified) <= ordered
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
    name: 'une convention est requise quand un exercice passe le seuil, toutes aides au même organisme pour l’année comprises',
    source: CONVENTION,
    sql: onFacts(`${YEARS}
      SELECT v.award AS culprit FROM votes v JOIN years y ON y.pole_id = v.pole_id AND y.award = v.award
        JOIN thresholds t ON t.since <= v.date AND (t.until IS NULL OR v.date <= t.until)
      WHERE v.data->>'conventionRequired' = 'false' AND NOT y.covered AND t.amount < (
        SELECT sum(o.amount) FROM years o WHERE o.body = y.body AND o.civil = y.civil AND o.fact <= y.fact)
      UNION SELECT v.award FROM votes v JOIN grants g ON g.pole_id = v.pole_id AND g.award = v.award
      WHERE g.kind = 'amendment' AND v.data->>'conventionRequired' = 'false'`),
  },
  {
    number: '1.4',
    name: 'une aide accordée sans convention n’est plus mandatée dès que l’organisme passe le seuil pour l’un de ses exercices',
    source: CONVENTION,
    sql: onFacts(`${YEARS}
      SELECT p.id AS culprit FROM written p JOIN votes v ON v.pole_id = p.pole_id AND v.award = p.award
        JOIN grants g ON g.pole_id = p.pole_id AND g.award = p.award
        JOIN thresholds t ON t.since <= v.date AND (t.until IS NULL OR v.date <= t.until)
      WHERE p.type = 'payment-ordered' AND NOT EXISTS (SELECT FROM written c WHERE c.type = 'convention-notified'
          AND c.pole_id = p.pole_id AND c.award IN (g.award, g.root) AND c.sequence < p.sequence AND p.sequence < c.until)
        AND EXISTS (SELECT FROM years y WHERE y.pole_id = p.pole_id AND y.award = p.award AND t.amount < (
          SELECT sum(o.amount) FROM years o WHERE o.body = y.body AND o.civil = y.civil AND o.fact < p.id))`),
  },
  {
    number: '1.5',
    name: 'ce qui est notifié par voie électronique l’est à la première consultation, sinon quinze jours après sa mise à disposition, l’organisme l’ayant accepté',
    source: 'CRPA art. L112-15 et R112-20',
    sql: onFactsAndRules(` SELECT s.id AS culprit FROM standing s LEFT JOIN delays law ON law.id = 'electronic-notification'
        AND law.since <= s.date AND (law.until IS NULL OR s.date <= law.until)
      WHERE s.type IN ('grant-notified', 'refusal-notified', 'convention-notified') AND s.data->>'means' = 'electronic'
        AND ((s.data->>'agreedOn')::date <= (s.data->>'availableOn')::date AND s.date = least(
          (s.data->>'consultedOn')::date, ((s.data->>'availableOn')::date + law.length)::date)) IS NOT TRUE`),
  },
  {
    number: '1.6',
    name: 'rien n’est signé ni mandaté tant que le juge suspend la délibération, ni après qu’il l’a annulée',
    source: 'CGCT art. L4142-1 ; CJA art. L554-1',
    sql: onFacts(` SELECT s.id AS culprit FROM written s JOIN grants g ON g.pole_id = s.pole_id AND g.award = s.award
      CROSS JOIN LATERAL (SELECT c.award, c.data->>'decision' AS kind FROM written c WHERE c.type = 'court-decision-recorded'
        AND c.pole_id = s.pole_id AND c.award IN (s.award, CASE s.type WHEN 'payment-ordered' THEN g.root END)
        AND c.date <= s.date AND c.sequence < s.sequence AND c.until > s.sequence
        ORDER BY c.data->>'decision' = 'annulled' DESC, c.date DESC, c.sequence DESC LIMIT 1) AS last
      WHERE s.type IN ('convention-signed', 'payment-ordered') AND last.kind IN ('suspended', 'annulled')`),
  },
  {
    number: '1.7',
    name: 'une aide accordée sans convention, dont l’organisme a passé le seuil et qui est encore à verser, attend la sienne',
    source: CONVENTION,
    sql: onFacts(`${YEARS}
      SELECT DISTINCT v.award AS culprit FROM votes v JOIN grants g ON g.pole_id = v.pole_id AND g.award = v.award
        JOIN dossiers d ON d.id = v.pole_id AND d.seen_version = d.version AND d.set_aside IS NULL
        JOIN years y ON y.pole_id = v.pole_id AND y.award = v.award
        JOIN thresholds t ON t.since <= v.date AND (t.until IS NULL OR v.date <= t.until)
      WHERE v.data->>'conventionRequired' = 'false' AND g.kind <> 'amendment' AND t.amount < (
          SELECT sum(o.amount) FROM years o WHERE o.body = y.body AND o.civil = y.civil)
        AND EXISTS (SELECT FROM standing n WHERE n.type = 'grant-notified' AND n.pole_id = v.pole_id AND n.award = v.award)
        AND NOT EXISTS (SELECT FROM standing c WHERE c.type = 'convention-notified' AND c.pole_id = v.pole_id
          AND c.award IN (g.award, g.root))
        AND NOT EXISTS (SELECT FROM standing e WHERE e.pole_id = v.pole_id
          AND e.type IN ('project-withdrawn', 'pole-abandoned', 'convention-terminated', 'grant-abrogated', 'dossier-closed'))
        AND EXISTS (SELECT FROM ledger l WHERE l.award_id = v.award::uuid
          AND l.status IN ('planned', 'claimed', 'prepared', 'liquidated'))
        AND NOT EXISTS (SELECT FROM grants_moved m WHERE m.pole_id = v.pole_id)
        AND NOT EXISTS (SELECT FROM obligations o WHERE o.pole_id = v.pole_id AND o.instance = v.award
          AND o.state IN ('open', 'waived') AND o.kind IN ('carrier-signature', 'region-signature', 'convention-notification'))`),
  },
  {
    number: '1.8',
    name: 'une décision mise à disposition et que personne n’a lue est notifiée quinze jours après, même si personne n’agit',
    source: 'CRPA art. R112-20',
    sql: onFactsAndRules(` SELECT a.id AS culprit FROM standing a JOIN delays law ON law.id = 'electronic-notification'
        AND law.since <= a.date AND (law.until IS NULL OR a.date <= law.until)
      CROSS JOIN LATERAL (SELECT (a.date + law.length)::date AS received) AS deemed
      WHERE a.type = 'decision-made-available'
        AND EXISTS (SELECT FROM written l WHERE l.pole_id = a.pole_id AND l.fact_version IS NOT NULL
          AND (l.recorded_at AT TIME ZONE 'Europe/Paris')::date > deemed.received + 1)
        AND NOT EXISTS (SELECT FROM standing n WHERE n.pole_id = a.pole_id AND n.award = a.award
          AND n.type = (a.data->>'decision') || '-notified')
        AND NOT EXISTS (SELECT FROM standing e WHERE e.pole_id = a.pole_id AND e.date <= deemed.received
          AND (e.type IN ('project-withdrawn', 'pole-abandoned', 'convention-terminated', 'dossier-closed')
            OR (e.type IN ('grant-withdrawn', 'grant-abrogated', 'amendment-lapsed') AND e.award = a.award)))`),
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
    name: 'la Région signe une fois la délibération exécutoire : transmise et notifiée',
    source: EXECUTORY,
    sql: days(`region_signed IS NOT NULL AND (greatest(transmitted, notified) <= region_signed
      AND transmitted IS NOT NULL AND notified IS NOT NULL) IS NOT TRUE`),
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
    sql: onFacts(`SELECT v.id AS culprit FROM votes v WHERE v.data->>'outcome' = 'adopted' AND v.data->>'textHash' IS DISTINCT FROM (
      SELECT a.data->>'textHash' FROM standing a WHERE a.type = 'agenda-entered' AND a.pole_id = v.pole_id AND a.award = v.award
        AND a.data->>'round' = v.data->>'round' AND a.date <= v.date ORDER BY a.sequence DESC LIMIT 1)`),
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
];
