import { uuid7 } from '../clock/uuid7.js';
import type { RecordedEvent } from '../domain/dossier/state.js';
import { addDays } from '../domain/kernel/civil-date.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import type { DossierState } from '../domain/dossier/state.js';
import type { Rules } from '../domain/reglement/reglement.js';
import type { Writes } from './writes.js';

/** Plans the notices of the rungs reached: one per recipient, the missed rungs merged in the last one. */
export function planNotices(writes: Writes, state: DossierState, rules: Rules, events: readonly RecordedEvent[]): void {
  const rows = events.flatMap(event => (event.type === 'rung-reached' ? noticesOf(state, rules, event) : []));
  if (rows.length === 0) return;
  writes.add(
    at => `INSERT INTO notices SELECT * FROM jsonb_populate_recordset(NULL::notices, ${at(JSON.stringify(rows))})
     ON CONFLICT (obligation_id, rung, recipient) DO NOTHING`,
  );
}

function noticesOf(state: DossierState, rules: Rules, event: Extract<RecordedEvent, { type: 'rung-reached' }>) {
  const obligation = state.obligations[event.data.obligation];
  const ladder = rules.reglement.ladders[expectationOf(obligation?.kind ?? '').ladder ?? ''] ?? [];
  if (!obligation?.due) return [];
  const { due } = obligation;
  return [...event.data.merged, event.data.rung].flatMap(index => {
    const rung = ladder[index];
    const merged = index !== event.data.rung;
    return (rung?.recipients ?? []).map(recipient => ({
      id: uuid7(),
      pole_id: state.id,
      obligation_id: obligation.id,
      rung: index,
      recipient,
      template: rung?.template ?? '',
      planned_for: event.recordedAt,
      state: merged ? 'suppressed' : 'planned',
      reason: merged ? 'merged' : null,
      late: addDays(due, rung?.offset ?? 0) < event.date,
    }));
  });
}
