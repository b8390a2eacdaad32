import { toldEvent, type Beside } from '../api/told-event.js';
import { eventsSeen } from '../domain/dossier/seen-events.js';
import type { RecordedEvent } from '../domain/dossier/state.js';
import type { View } from '../domain/dossier/view.js';
import { eventOf, type JournalRow } from '../record/journal/journal.js';
import type { TimelineLineAnswer, UnreadableLineAnswer } from './answers.js';

/** The lines of a journal that are in a view; those that cannot be read are for who reads the whole. */
export function linesSeen(view: View, rows: readonly JournalRow[]): readonly JournalRow[] {
  if (view === 'whole') return rows;
  const seen = new Set<string>(eventsSeen(view, readableEvents(rows)).map(({ id }) => id));
  return rows.filter(({ id }) => seen.has(id));
}

/** The events of the lines that can be read. */
export const readableEvents = (rows: readonly JournalRow[]): readonly RecordedEvent[] => rows.flatMap(readable);

function readable(row: JournalRow): readonly RecordedEvent[] {
  try {
    return [eventOf(row)];
  } catch {
    // Told as unreadable to who reads the whole.
    return [];
  }
}

/** A line of the journal as the timeline tells it. One that cannot be read is told as such: who, when, and why. */
export function lineView(row: JournalRow, beside: Beside): TimelineLineAnswer | UnreadableLineAnswer {
  const { sequence } = row;
  try {
    return { sequence, ...toldEvent(eventOf(row), beside) };
  } catch (error) {
    const { id, type, date, act, reglement, retracts } = row;
    const unreadable = error instanceof Error ? error.message : String(error);
    return {
      ...{ sequence, id, type, label: 'Entrée illisible', unreadable, date, act, reglement, retracts },
      ...{ recordedAt: row.recorded_at, by: row.actor, as: row.role, version: row.fact_version },
    };
  }
}
