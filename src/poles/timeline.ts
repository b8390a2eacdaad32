import { eventTeller } from '../api/answer.js';
import { eventsSeen } from '../domain/dossier/seen-events.js';
import type { DossierState, RecordedEvent } from '../domain/dossier/state.js';
import type { View } from '../domain/dossier/view.js';
import { eventOf, type JournalRow } from '../record/journal/journal.js';
import type { TimelineLineAnswer, UnreadableLineAnswer } from './answers.js';

/** The lines of a journal that are in a view; those that cannot be read are for who reads the whole. */
export function linesSeen(view: View, rows: readonly JournalRow[]): readonly JournalRow[] {
  if (view === 'whole') return rows;
  const seen = new Set<string>(eventsSeen(view, rows.flatMap(readable)).map(({ id }) => id));
  return rows.filter(({ id }) => seen.has(id));
}

function readable(row: JournalRow): readonly RecordedEvent[] {
  try {
    return [eventOf(row)];
  } catch {
    // Told as unreadable to who reads the whole.
    return [];
  }
}

/** The lines of a journal as the timeline tells them, each with its object. */
export function timelineOf(
  state: DossierState,
  rows: readonly JournalRow[],
): readonly (TimelineLineAnswer | UnreadableLineAnswer)[] {
  const eventView = eventTeller(state, rows.flatMap(readable));
  return rows.map(row => lineView(row, eventView));
}

/** One that cannot be read is told as such: who, when, and why. */
function lineView(
  row: JournalRow,
  eventView: ReturnType<typeof eventTeller>,
): TimelineLineAnswer | UnreadableLineAnswer {
  const { sequence } = row;
  try {
    return { sequence, ...eventView(eventOf(row)) };
  } catch (error) {
    const { id, type, date, act, reglement, retracts } = row;
    const unreadable = error instanceof Error ? error.message : String(error);
    return {
      ...{ sequence, id, type, label: 'Entrée illisible', unreadable, date, act, reglement, retracts },
      ...{ recordedAt: row.recorded_at, by: row.actor, as: row.role, version: row.fact_version },
    };
  }
}
