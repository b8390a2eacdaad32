import { readClock } from '../../src/clock/clock.js';
import type { Ground } from '../ground.js';

const AT_ONCE = 100;

/**
 * The plain polling job: takes the dossiers whose alarm has passed by batches, writes a notice of each thing owed to each
 * of its debtors, and puts the alarm away. It keeps no journal and looks nothing up. Its notices never leave.
 */
const POLL = `
  WITH due AS (
    SELECT id FROM dossiers WHERE next_alarm <= $1 AND set_aside IS NULL
    ORDER BY next_alarm, id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
  ), told AS (
    INSERT INTO notices (id, pole_id, obligation_id, round, rung, recipient, contact_id, kind, template, due, rung_day,
      pace, planned_for, late, state, reason)
    SELECT gen_random_uuid(), o.pole_id, o.id, 0, 'polling', c.id::text, c.id, o.kind, 'before', o.due, $2::date,
      'instant', $1::timestamptz, false, 'suppressed', 'polling'
    FROM due JOIN obligations o ON o.pole_id = due.id AND o.state = 'open' AND o.due IS NOT NULL
    JOIN contacts c ON c.role = o.debtor_role
  ), rung AS (
    UPDATE dossiers d SET next_alarm = NULL FROM due WHERE d.id = due.id RETURNING d.id
  )
  SELECT count(*)::int AS rung FROM rung`;

/** Seconds that a polling job takes over some dossiers whose alarm passes now. */
export async function pollAll({ source }: Pick<Ground, 'source'>, ids: readonly string[]): Promise<number> {
  const { now, today } = await readClock(source.manager);
  await source.query('UPDATE dossiers SET next_alarm = $1 WHERE id = ANY($2)', [now, ids]);
  const start = performance.now();
  for (let remaining = ids.length; remaining > 0;) {
    const [batch] = await source.query<{ rung: number }[]>(POLL, [now, today]);
    if (!batch?.rung) throw new Error(`${remaining} dossiers que le balayage simple n’a pas vus.`);
    remaining -= batch.rung;
  }
  return (performance.now() - start) / 1000;
}
