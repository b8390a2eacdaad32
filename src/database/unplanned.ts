import type { EntityManager } from 'typeorm';

/** A rung that was reached, or a reminder asked by hand, and of which no notice tells. */
export interface Unplanned {
  /** The obligation and its rung; below zero, its rank among those asked by hand. */
  readonly about: string;
  readonly pole: string;
}

/**
 * What was to be said since an instant, or ever, and nothing was planned for. Told from the journal alone: the round of a
 * rung is the number of times that its ladder began again before it, the rung of a reminder by hand is minus its rank.
 */
export async function unplanned(
  manager: Pick<EntityManager, 'query'>,
  since: string | null,
): Promise<readonly Unplanned[]> {
  return manager.query<Unplanned[]>(unplannedSince("coalesce($1::timestamptz, '-infinity')"), [since]);
}

/** The same, told in a statement, since an instant of it. */
export const unplannedSince = (since: string): string => `
  WITH said_since AS (
    SELECT DISTINCT data->>'obligation' AS obligation FROM journal
    WHERE type IN ('rung-reached', 'reminder-asked') AND recorded_at > ${since}
  ), told AS (
    SELECT pole_id, data->>'obligation' AS obligation, type, data, recorded_at,
      count(*) FILTER (WHERE type IN ('due-date-moved', 'ladder-changed')) OVER before AS round,
      count(*) FILTER (WHERE type = 'reminder-asked') OVER before AS rank
    FROM journal WHERE type IN ('due-date-moved', 'ladder-changed', 'rung-reached', 'reminder-asked')
      AND data->>'obligation' IN (SELECT obligation FROM said_since)
    WINDOW before AS (PARTITION BY data->>'obligation' ORDER BY sequence)
  )
  SELECT obligation || '/' || said.rung AS about, pole_id AS pole FROM told CROSS JOIN LATERAL (
    SELECT (data->>'rung')::int AS rung WHERE type = 'rung-reached'
    UNION ALL SELECT jsonb_array_elements_text(data->'merged')::int WHERE type = 'rung-reached'
    UNION ALL SELECT -rank WHERE type = 'reminder-asked') AS said
  WHERE recorded_at > ${since} AND NOT EXISTS (SELECT FROM notices n
    WHERE n.obligation_id = obligation::uuid AND n.round = told.round AND n.rung = said.rung)`;
