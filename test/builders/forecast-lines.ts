import type { DataSource } from 'typeorm';
import type { ForecastLine } from '../../src/reminders/forecast.js';

type Line = Pick<
  ForecastLine,
  'at' | 'what' | 'kind' | 'instance' | 'due' | 'rung' | 'merged' | 'late' | 'template'
> & {
  readonly recipients: readonly object[];
};

/** What a forecast says of what the engine records, in the words of `happened`: a line for each rung that says something, with each of its recipients. */
export function forecastLines(lines: readonly Line[]): readonly object[] {
  return lines
    .filter(({ what }) => what !== 'hold')
    .map(({ at, what, kind, instance, due, rung, merged, late, template, recipients }) => ({
      ...{ at, what, kind, instance, due, rung, merged, late, template },
      recipients: recipients.map(recipientLine).sort(),
    }));
}

function recipientLine(recipient: object): string {
  const { role, inTheirAbsence, pace, reason } = recipient as Record<string, unknown>;
  return [role, pace, reason ?? 'leaves', ...(inTheirAbsence ? ['for another'] : [])].join(', ');
}

/** What the engine did to a dossier after a line of its journal and up to an instant, as the journal and the notices tell it. */
export async function happened(
  source: DataSource,
  pole: string,
  after: number,
  to: string,
): Promise<readonly object[]> {
  const rows = await source.query<{ recipients: readonly string[] }[]>(
    `${DUES} SELECT coalesce(min(n.planned_for), j.recorded_at) AS at, CASE j.type WHEN 'rung-reached' THEN 'reminder'
         WHEN 'obligation-escalated' THEN 'escalation' ELSE 'transition' END AS what,
       coalesce(o.kind, j.type) AS kind, coalesce(o.instance, '') AS instance,
       (SELECT moved.due FROM dues moved WHERE moved.obligation = o.id::text AND moved.sequence < j.sequence
        ORDER BY moved.sequence DESC LIMIT 1) AS due,
       said.rung, coalesce((SELECT jsonb_agg(other.rung) FROM jsonb_array_elements(j.data->'merged')
        WITH ORDINALITY AS other(rung, rank) WHERE other.rank < said.rank), '[]') AS merged,
       coalesce(bool_or(n.late), false) AS late, min(n.template) AS template,
       coalesce(array_agg(concat_ws(', ', coalesce(c.role, substr(n.recipient, 6)), n.pace,
         coalesce(n.reason, 'leaves'), CASE WHEN n.on_behalf_of IS NOT NULL THEN 'for another' END))
         FILTER (WHERE n.id IS NOT NULL), '{}') AS recipients
     FROM journal j LEFT JOIN obligations o ON o.id::text = j.data->>'obligation'
     CROSS JOIN LATERAL jsonb_array_elements_text(
       coalesce(j.data->'merged', '[]') || jsonb_build_array(j.data->'rung')) WITH ORDINALITY AS said(rung, rank)
     LEFT JOIN notices n ON n.obligation_id = o.id AND n.rung = said.rung AND n.round = (
         SELECT count(*) FROM journal again WHERE again.data->>'obligation' = o.id::text AND again.sequence < j.sequence
           AND again.type IN ('due-date-moved', 'ladder-changed'))
       AND n.reason IS DISTINCT FROM 'merged'
     LEFT JOIN contacts c ON c.id = coalesce(n.on_behalf_of, n.contact_id)
     WHERE j.pole_id = $1 AND j.sequence > $2 AND j.recorded_at <= $3 AND j.role = 'engine'
       AND (j.fact_version IS NOT NULL OR j.type IN ('rung-reached', 'obligation-escalated'))
     GROUP BY j.id, j.sequence, o.id, said.rung, said.rank HAVING j.type <> 'rung-reached' OR count(n.id) > 0
     ORDER BY j.sequence, said.rank`,
    [pole, after, to],
  );
  return rows.map(row => ({ ...row, recipients: [...row.recipients].sort() }));
}

/** The due dates of the obligations, as each was opened and moved. */
const DUES = `WITH dues AS (
  SELECT data->>'obligation' AS obligation, sequence,
    (CASE type WHEN 'due-date-moved' THEN data->>'to' ELSE data->>'due' END)::date AS due
  FROM journal WHERE pole_id = $1 AND type IN ('obligation-opened', 'due-date-moved')) `;
