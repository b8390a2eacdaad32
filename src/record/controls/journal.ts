import { STANDING, type Control } from './control.js';

const CHAINED = 'Journal opposable : ajout seul, chaîné';

/** The journal itself: without a hole, never rewritten, and without what must not be in it. */
export const journalControls: readonly Control[] = [
  {
    invariant: 16,
    name: 'le journal de chaque dossier se suit, et sa tête est celle du dossier',
    source: CHAINED,
    sql: `SELECT d.id AS culprit FROM dossiers d LEFT JOIN LATERAL (
        SELECT count(*) AS lines, max(sequence) AS last, max(fact_version) AS version,
          (array_agg(hash ORDER BY sequence DESC))[1] AS head FROM journal j WHERE j.pole_id = d.id) j ON true
      WHERE j.lines <> d.sequence OR j.last IS DISTINCT FROM d.sequence OR j.version IS DISTINCT FROM d.version
        OR j.head IS DISTINCT FROM d.head_hash`,
  },
  {
    invariant: 16,
    name: 'le journal refuse d’être changé',
    source: CHAINED,
    sql: `SELECT 'journal : ' || right_name AS culprit FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS right_name
        WHERE has_table_privilege('jalon_app', 'journal', right_name)
      UNION ALL SELECT 'journal : déclencheur ' || name FROM unnest(ARRAY['journal_rows_stay', 'journal_stays']) AS name
        WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = name AND tgenabled <> 'D')`,
  },
  {
    invariant: 0,
    name: 'aucun fait ne porte de texte libre ni de donnée personnelle',
    source: 'RGPD art. 5',
    sql: `SELECT id AS culprit FROM journal WHERE type <> 'payment-rejected'
        AND data ?| array['iban', 'reason', 'signatory', 'groupName', 'bodyName', 'text']`,
  },
  {
    invariant: 12,
    name: 'une échéance déplacée garde toutes ses dates, et la liste montre la dernière',
    source: "Calcul des délais : l'histoire garde les deux dates",
    sql: `WITH dated AS (
        SELECT data->>'obligation' AS id, sequence, NULL AS moved_from, data->>'due' AS due, true AS opening FROM journal
          WHERE type = 'obligation-opened'
        UNION ALL SELECT data->>'obligation', sequence, data->>'from', data->>'to', false FROM journal
          WHERE type = 'due-date-moved'),
      told AS (SELECT *, lag(due) OVER mine AS before, last_value(due) OVER (PARTITION BY id ORDER BY sequence
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last FROM dated WINDOW mine AS (PARTITION BY id ORDER BY sequence))
      SELECT DISTINCT t.id AS culprit FROM told t LEFT JOIN obligations o ON o.id::text = t.id
      WHERE (NOT t.opening AND t.before IS DISTINCT FROM t.moved_from) OR o.due IS DISTINCT FROM t.last::date`,
  },
  {
    invariant: 12,
    name: 'le rejet implicite tombe deux mois après la demande, le lendemain',
    source: 'CRPA art. L231-4 3°',
    sql: `WITH ${STANDING} SELECT s.id AS culprit FROM fact s JOIN fact q ON q.type = 'grant-requested'
        AND q.data->>'award' = s.data->>'award'
      WHERE s.type = 'request-implicitly-rejected' AND s.date <> (q.date + interval '2 months' + interval '1 day')::date
        AND NOT EXISTS (SELECT FROM fact p WHERE p.pole_id = s.pole_id AND p.type IN ('dossier-suspended', 'pieces-demanded'))`,
  },
  {
    invariant: 12,
    name: 'les données essentielles sont dues trois mois après la signature de la Région',
    source: 'Décret n° 2017-779 du 5 mai 2017',
    sql: `WITH ${STANDING} SELECT o.id AS culprit FROM obligations o JOIN fact s ON s.type = 'convention-signed'
        AND s.data->>'party' = 'region' AND s.data->>'award' = o.instance
      WHERE o.kind = 'essential-data' AND o.due <> (s.date + interval '3 months')::date
        AND NOT EXISTS (SELECT FROM fact p WHERE p.pole_id = o.pole_id AND p.type = 'dossier-suspended')`,
  },
];
