import { eventView } from '../api/answer.js';
import { eventOf, type JournalRow } from '../record/journal/journal.js';
import type { TimelineLineAnswer, UnreadableLineAnswer } from './answers.js';

/** A line of the journal as the timeline tells it. One that cannot be read is told as such: who, when, and why. */
export function lineView(row: JournalRow): TimelineLineAnswer | UnreadableLineAnswer {
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
