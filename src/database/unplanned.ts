import type { EntityManager } from 'typeorm';
import { TOLD_TYPES } from '../domain/reminders/told-at-once.js';

/** A rung that was reached, a reminder asked by hand, or an event told at once, and of which no notice tells. */
export interface Unplanned {
  /** The obligation and its rung, as the journal names it; `by-hand` and a rank, for those asked by hand; an event. */
  readonly about: string;
  readonly pole: string;
}

/**
 * What was to be said since an instant, or ever, and nothing was planned for. Told from the journal alone: the round of a
 * rung is the number of times that its ladder began again before it, the name of a reminder by hand bears its rank. Rungs
 * were once recorded by their rank, and notices of then are known by it too. Events are told since the first that was.
 */
export async function unplanned(
  manager: Pick<EntityManager, 'query'>,
  since: string | null,
): Promise<readonly Unplanned[]> {
  return manager.query<Unplanned[]>(unplannedSince("coalesce($1::timestamptz, '-infinity')"), [since]);
}

const TOLD = TOLD_TYPES.map(type => `'${type}'`).join(', ');

/** The same, told in a statement, since an instant of it. */
export const unplannedSince = (since: string): string => `
  WITH said_since AS (
    SELECT DISTINCT data->>'obligation' AS obligation FROM journal
    WHERE type IN ('rung-reached', 'reminder-asked') AND recorded_at > ${since}
  ), told AS (
    SELECT pole_id, data->>'obligation' AS obligation, type, data, recorded_at,
      CASE schema_version WHEN 1 THEN '#' ELSE '' END AS sign,
      count(*) FILTER (WHERE type IN ('due-date-moved', 'ladder-changed')) OVER before AS round,
      count(*) FILTER (WHERE type = 'reminder-asked') OVER before AS rank
    FROM journal WHERE type IN ('due-date-moved', 'ladder-changed', 'rung-reached', 'reminder-asked')
      AND data->>'obligation' IN (SELECT obligation FROM said_since)
    WINDOW before AS (PARTITION BY data->>'obligation' ORDER BY sequence)
  )
  SELECT obligation || '/' || said.rung AS about, pole_id AS pole FROM told CROSS JOIN LATERAL (
    SELECT sign || (data->>'rung') AS rung WHERE type = 'rung-reached'
    UNION ALL SELECT sign || jsonb_array_elements_text(data->'merged') WHERE type = 'rung-reached'
    UNION ALL SELECT 'by-hand-' || rank WHERE type = 'reminder-asked') AS said
  WHERE recorded_at > ${since} AND NOT EXISTS (SELECT FROM notices n
    WHERE n.obligation_id = obligation::uuid AND n.round = told.round AND n.rung = said.rung)
  UNION ALL SELECT type || '/' || id, pole_id FROM journal event WHERE type IN (${TOLD}) AND recorded_at > ${since}
    AND recorded_at >= (SELECT min(planned_for) FROM notices WHERE event_id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM notices n WHERE n.event_id = event.id)`;
