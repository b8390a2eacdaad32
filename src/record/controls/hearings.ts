import { onFacts, onFactsAndRules, type Control } from './control.js';

const HEARD = 'CRPA art. L121-1, L122-1 et L211-2';

/**
 * The measures taken against the body since a decision names what it consumes, and the matter on which it is to be heard.
 * A claim that a withdrawal opened was heard with it.
 */
const MEASURES = `, measures AS (
  SELECT m.*, CASE m.type WHEN 'recovery-ordered' THEN 'recovery' WHEN 'convention-terminated' THEN 'termination'
      WHEN 'grant-abrogated' THEN 'abrogation' ELSE CASE m.data->>'basis' WHEN 'commitment' THEN 'commitment' ELSE 'withdrawal' END END
      AS matter
  FROM standing m
  WHERE (m.type IN ('grant-withdrawn', 'grant-abrogated') OR m.schema_version > 1 AND (m.type = 'recovery-ordered'
      OR m.type = 'convention-terminated' AND m.data->>'by' = 'region'))
    AND NOT (m.type = 'recovery-ordered' AND EXISTS (SELECT FROM standing c JOIN standing w ON w.pole_id = c.pole_id
        AND w.type = 'grant-withdrawn' AND w.award = c.award AND w.data->>'claim' = c.data->>'rank'
      WHERE c.type = 'excess-claimed' AND c.pole_id = m.pole_id AND c.award = m.award
        AND c.data->>'rank' = m.data->>'rank' AND c.sequence < m.sequence AND w.sequence < m.sequence)))`;

/** The invitation \`i\` to the hearing of \`m\`, and what ended it on its day at the latest. */
const HEARING = `standing i JOIN standing h ON h.pole_id = i.pole_id AND h.award = i.award AND h.sequence > i.sequence
    AND h.type IN ('observations-presented', 'observations-term-ended') AND h.data->>'matter' = i.data->>'matter'
    AND coalesce(h.data->>'rank', '1') = coalesce(i.data->>'rank', '1') AND h.date >= i.date
  WHERE i.type = 'observations-invited' AND i.pole_id = m.pole_id AND i.data->>'matter' = m.matter
    AND h.sequence < m.sequence AND h.date <= m.date`;

const measured = (types: string, breach: string) =>
  onFacts(`${MEASURES} SELECT m.id AS culprit FROM measures m WHERE m.type IN (${types}) AND NOT EXISTS (${breach})`);

/** Decisions recorded before they named a hearing: some hearing on the measure was held before them. */
const formerly = (type: string, matter: string, more: string) => `
  SELECT m.id FROM standing m WHERE m.type = '${type}' AND m.schema_version = 1 AND ${more} AND NOT EXISTS (
    SELECT FROM standing i JOIN standing h ON h.pole_id = i.pole_id AND h.award = i.award AND h.sequence > i.sequence
      AND h.type IN ('observations-presented', 'observations-term-ended') AND h.data->>'matter' = '${matter}'
    WHERE i.type = 'observations-invited' AND i.data->>'matter' = '${matter}' AND i.pole_id = m.pole_id
      AND (m.award IS NULL OR i.award = m.award) AND h.sequence < m.sequence AND h.date <= m.date)`;

const ON_ITS_GROUNDS = `SELECT FROM ${HEARING} AND i.id::text = m.data->>'hearing'
  AND (m.award IS NULL OR i.award = m.award) AND jsonb_array_length(m.data->'grounds') > 0
  AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(m.data->'grounds') AS ground
    WHERE NOT i.data->'grounds' ? ground)
  AND ((m.data->>'amount')::bigint <= (i.data->>'amount')::bigint) IS NOT FALSE`;

/** Invariant 9: a measure against the body names its grounds, and follows one hearing on all of them, which it consumes. */
export const HEARINGS: readonly Control[] = [
  {
    number: '9.1',
    name: 'la Région ne résilie qu’après avoir entendu, ou attendu, sur chacun des motifs qu’elle retient',
    source: HEARD,
    sql: `${measured(`'convention-terminated'`, ON_ITS_GROUNDS)}
      UNION ALL ${formerly('convention-terminated', 'termination', `m.data->>'by' = 'region'`)}`,
  },
  {
    number: '9.2',
    name: 'un titre de recettes suit la procédure contradictoire sur ce trop-perçu, pour ce montant au moins',
    source: HEARD,
    sql: `${measured(
      `'recovery-ordered'`,
      `SELECT FROM ${HEARING} AND i.id::text = m.data->>'hearing' AND i.award = m.award
        AND ((m.data->>'amount')::bigint <= (i.data->>'amount')::bigint) IS NOT FALSE`,
    )} UNION ALL ${formerly('recovery-ordered', 'recovery', 'true')}`,
  },
  {
    number: '9.3',
    name: 'le délai des observations court jusqu’à son terme',
    source: HEARD,
    sql: onFacts(` SELECT e.id AS culprit FROM standing e WHERE e.type = 'observations-term-ended' AND NOT EXISTS (
      SELECT FROM standing i WHERE i.type = 'observations-invited' AND i.pole_id = e.pole_id AND i.award = e.award
        AND i.data->>'matter' = e.data->>'matter' AND (i.data->>'term')::date = e.date - 1
        AND coalesce(i.data->>'rank', '1') = coalesce(e.data->>'rank', '1'))`),
  },
  {
    number: '9.4',
    name: 'une fin, un retrait, une levée de blocage, une remise, une annulation portent leurs motifs',
    source: 'CRPA art. L211-2',
    sql: `SELECT id AS culprit FROM journal WHERE private_digest IS NULL AND type IN ('project-withdrawn', 'pole-abandoned',
      'convention-terminated', 'grant-withdrawn', 'grant-abrogated', 'formal-notice-given', 'observations-invited',
      'liquidation-returned', 'recovery-waived', 'block-overridden', 'fact-retracted')`,
  },
  {
    number: '9.5',
    name: 'une subvention n’est retirée ou abrogée qu’après avoir entendu, ou attendu, sur chacun des motifs retenus',
    source: `${HEARD} ; CRPA art. L242-1 et L242-2`,
    sql: measured(`'grant-withdrawn', 'grant-abrogated'`, ON_ITS_GROUNDS),
  },
  {
    number: '9.6',
    name: 'une procédure contradictoire ne sert qu’à une décision',
    source: HEARD,
    sql: onFacts(`${MEASURES} SELECT m.id AS culprit FROM measures m JOIN measures o ON o.pole_id = m.pole_id
      AND o.data->>'hearing' = m.data->>'hearing' AND o.sequence < m.sequence`),
  },
  {
    number: '9.7',
    name: 'une attribution illégale se retire dans les quatre mois de sa prise',
    source: 'CRPA art. L242-1',
    sql: onFactsAndRules(` SELECT w.id AS culprit FROM standing w JOIN votes v ON v.pole_id = w.pole_id AND v.award = w.award
      LEFT JOIN delays d ON d.id = 'illegal-grant-withdrawal' AND d.since <= v.date AND (d.until IS NULL OR v.date <= d.until)
      WHERE w.type = 'grant-withdrawn' AND w.data->>'basis' = 'illegal'
        AND (w.date <= v.date + coalesce(d.length, '4 months'::interval)) IS NOT TRUE`),
  },
  {
    number: '9.8',
    name: 'une abrogation ne vaut que pour l’avenir',
    source: 'CRPA art. L242-2 1°',
    sql: onFacts(` SELECT id AS culprit FROM standing WHERE type = 'grant-abrogated'
      AND ((data->>'from')::date >= date) IS NOT TRUE`),
  },
  {
    number: '22.1',
    name: 'un manquement au contrat d’engagement républicain retire au prorata de la période restant à courir',
    source: 'Décret n° 2021-1947 art. 5',
    sql: onFacts(`, breaches AS (
        SELECT w.id, w.sequence, w.award, w.pole_id, (w.data->>'amount')::bigint AS amount, (w.data->>'breachOn')::date AS breach,
          coalesce((p.data->'period'->>'from')::date, g.period_from) AS since,
          coalesce((p.data->'period'->>'to')::date, g.period_to) AS until,
          (SELECT sum(l.planned) FROM ledger l JOIN grants paying ON paying.award = l.award_id::text
            WHERE paying.pole_id = w.pole_id AND paying.root = w.award) AS granted
        FROM standing w JOIN grants g ON g.pole_id = w.pole_id AND g.award = w.award
        LEFT JOIN LATERAL (SELECT a.data FROM standing a WHERE a.type = 'convention-amended' AND a.pole_id = w.pole_id
          AND a.award = w.award AND a.sequence < w.sequence ORDER BY a.sequence DESC LIMIT 1) p ON true
        WHERE w.type = 'grant-withdrawn' AND w.data->>'basis' = 'commitment')
      SELECT b.id AS culprit FROM breaches b WHERE (b.amount = least(
        floor(b.granted * (b.until - greatest(b.breach, b.since) + 1) / (b.until - b.since + 1)),
        b.granted - (SELECT coalesce(sum((o.data->>'amount')::bigint), 0) FROM standing o WHERE o.type = 'grant-withdrawn'
          AND o.pole_id = b.pole_id AND o.award = b.award AND o.sequence < b.sequence))) IS NOT TRUE`),
  },
  {
    number: '22.2',
    name: 'ce manquement suit l’attribution d’une aide demandée depuis le décret, et six mois au plus sont laissés pour restituer',
    source: 'Décret n° 2021-1947 art. 5',
    sql: onFactsAndRules(` SELECT w.id AS culprit FROM standing w JOIN votes v ON v.pole_id = w.pole_id AND v.award = w.award
      JOIN grants g ON g.pole_id = w.pole_id AND g.award = w.award
      LEFT JOIN delays d ON d.id = 'commitment-return' AND d.since <= g.date AND (d.until IS NULL OR g.date <= d.until)
      LEFT JOIN standing c ON c.type = 'excess-claimed' AND c.pole_id = w.pole_id AND c.data->>'hearing' = w.data->>'hearing'
      WHERE w.type = 'grant-withdrawn' AND w.data->>'basis' = 'commitment' AND (d.id IS NOT NULL
        AND (w.data->>'breachOn')::date BETWEEN v.date AND w.date
        AND (c.id IS NULL OR (c.data->>'returnBy')::date BETWEEN w.date AND w.date + d.length)) IS NOT TRUE`),
  },
];
