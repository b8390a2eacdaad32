import { STANDING, type Control } from './control.js';

/** Who decides, who is heard, and what must be accounted for before the next payment. */
export const peopleControls: readonly Control[] = [
  {
    invariant: 6,
    name: 'rien n’est liquidé d’un exercice quand un compte du précédent est en retard, sans levée motivée',
    source: "Règlement de l'aide, conditions des versements",
    sql: `WITH ${STANDING}, owed AS (
        SELECT o.pole_id, o.data->>'kind' AS kind, split_part(o.data->>'instance', '/', 1) AS award,
          split_part(o.data->>'instance', '/', 2) AS year, done.date AS done_on,
          coalesce((SELECT m.data->>'to' FROM journal m WHERE m.type = 'due-date-moved'
            AND m.data->>'obligation' = o.data->>'obligation' ORDER BY m.sequence DESC LIMIT 1), o.data->>'due')::date AS due
        FROM journal o LEFT JOIN journal done ON done.type IN ('obligation-done', 'obligation-withdrawn')
          AND done.data->>'obligation' = o.data->>'obligation'
        WHERE o.type = 'obligation-opened'
          AND o.data->>'kind' IN ('activity-report', 'indicators', 'financial-report', 'approved-accounts'))
      SELECT p.id AS culprit FROM fact p JOIN owed o ON o.pole_id = p.pole_id AND o.award = p.data->>'award'
        AND o.year::int = (p.data->>'year')::int - 1
      WHERE p.type = 'liquidation-prepared' AND o.due < p.date AND coalesce(o.done_on, 'infinity') > p.date
        AND NOT EXISTS (SELECT FROM fact w WHERE w.type = 'block-overridden' AND w.pole_id = p.pole_id)
        AND NOT EXISTS (SELECT FROM fact s WHERE s.type = 'dossier-suspended' AND s.pole_id = p.pole_id)`,
  },
  {
    invariant: 9,
    name: 'aucune résiliation par la Région sans contradictoire ni motif',
    source: 'CRPA art. L121-1, L122-1 et L211-2',
    sql: `WITH ${STANDING} SELECT t.id AS culprit FROM fact t
      WHERE t.type = 'convention-terminated' AND t.data->>'by' = 'region' AND (t.private_digest IS NULL
        OR NOT EXISTS (SELECT FROM fact i JOIN fact h ON h.pole_id = i.pole_id
            AND h.type IN ('observations-presented', 'observations-term-ended') AND h.date BETWEEN i.date AND t.date
            AND h.data->>'matter' = 'termination'
          WHERE i.pole_id = t.pole_id AND i.type = 'observations-invited' AND i.data->>'matter' = 'termination'))`,
  },
  {
    invariant: 11,
    name: 'les votes s’additionnent',
    source: 'CGCT art. L4132-14',
    sql: `WITH ${STANDING} SELECT id AS culprit FROM fact WHERE type = 'vote-recorded' AND (
        (data->>'present')::int <> (data->>'votesFor')::int + (data->>'votesAgainst')::int + (data->>'abstentions')::int
        OR (data->>'present')::int > (data->>'members')::int)`,
  },
  {
    invariant: 15,
    name: 'qui prépare une liquidation ne la valide pas',
    source: 'Décret n° 2012-1246 : séparation des tâches',
    sql: `WITH ${STANDING} SELECT v.id AS culprit FROM fact v JOIN fact p ON p.type = 'liquidation-prepared'
        AND p.data->>'award' = v.data->>'award' AND p.data->>'year' = v.data->>'year'
        AND p.data->>'number' = v.data->>'number' AND p.data->>'attempt' = v.data->>'attempt'
      WHERE v.type = 'liquidation-validated' AND v.actor = p.actor`,
  },
  {
    invariant: 18,
    name: 'une convention active par pôle et par période',
    source: "Règlement de l'aide",
    sql: `SELECT a.id AS culprit FROM awards a JOIN awards b ON b.pole_id = a.pole_id AND b.id > a.id
      WHERE a.kind = 'convention' AND b.kind = 'convention' AND a.status <> 'rejected' AND b.status <> 'rejected'
        AND a.period_from <= b.period_to AND b.period_from <= a.period_to`,
  },
];
