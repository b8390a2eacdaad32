import type { Control } from './control.js';

/** Invariant 22: in whose name people of outside act, told from the parties that the journal had named before. */
export const REPRESENTED: readonly Control[] = [
  {
    number: '22',
    name: 'qui agit pour un organisme ou un pays le fait au nom d’une partie du dossier',
    source: 'Le journal dit au nom de qui chaque fait a été fait',
    sql: `WITH rectified AS (
        SELECT DISTINCT ON (r.data->>'event') r.data->>'event' AS event, r.data->>'to' AS represented FROM journal r
        WHERE r.type = 'represented-body-rectified' AND NOT EXISTS (SELECT FROM journal t WHERE t.retracts = r.id)
        ORDER BY r.data->>'event', r.sequence DESC),
      acted AS (
        SELECT j.*, coalesce(r.represented, j.on_behalf_of) AS represented
        FROM journal j LEFT JOIN rectified r ON r.event = j.id::text WHERE j.role IN ('carrier', 'cofunder', 'council')),
      parties AS (
        SELECT pole_id, sequence, 'pays' AS kind, jsonb_array_elements_text(data->'paysCodes') AS name FROM journal
        WHERE type = 'initiative-declared'
        UNION ALL SELECT j.pole_id, j.sequence, 'body', named.name FROM journal j, LATERAL (VALUES (j.data->>'group'),
          (j.data->>'applicant'), (j.data->>'bearer'), (j.data->>'carrier'), (j.data->>'cofunder'), (j.data->'debtor'->>'body'),
          (CASE WHEN j.type = 'carrier-transferred' THEN j.data->>'from' END),
          (CASE WHEN j.type = 'carrier-transferred' THEN j.data->>'to' END)) AS named (name) WHERE named.name IS NOT NULL)
      SELECT a.id AS culprit FROM acted a WHERE CASE WHEN a.type = 'initiative-declared'
        THEN a.represented IS DISTINCT FROM coalesce(a.data->>'group', a.represented)
        ELSE NOT EXISTS (SELECT FROM parties p WHERE p.pole_id = a.pole_id AND p.sequence < a.sequence
          AND p.name = a.represented AND p.kind = CASE a.role WHEN 'council' THEN 'pays' ELSE 'body' END) END`,
  },
];
