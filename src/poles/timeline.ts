import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readBeside, toldEvent, type Beside } from '../api/told-event.js';
import { PoleReads } from '../database/pole-reads.js';
import { wordsOf } from '../database/search.js';
import { obligationsNamed } from '../domain/dossier/naming.js';
import { bodiesOfDossier } from '../domain/dossier/parties.js';
import type { Actor } from '../domain/dossier/roles.js';
import { eventsSeen } from '../domain/dossier/seen-events.js';
import { sentenceOf } from '../domain/dossier/sentences/sentence.js';
import type { KnownNames } from '../domain/dossier/sentences/teller.js';
import type { DossierState, RecordedEvent } from '../domain/dossier/state.js';
import type { View } from '../domain/dossier/view.js';
import { unaccented } from '../domain/kernel/french.js';
import { eventOf, readRows, type JournalRow } from '../record/journal/journal.js';
import type { TimelineAnswer, TimelineLineAnswer, UnreadableLineAnswer } from './answers.js';
import { PoleReader, type VisibleDossier } from './pole-reader.js';
import type { TimelineQuery } from './timeline-query.js';

/** The lines of a journal that are in a view; those that cannot be read are for who reads the whole. */
function linesSeen(view: View, rows: readonly JournalRow[]): readonly JournalRow[] {
  if (view === 'whole') return rows;
  const seen = new Set<string>(eventsSeen(view, readableEvents(rows)).map(({ id }) => id));
  return rows.filter(({ id }) => seen.has(id));
}

/** The events of the lines that can be read. */
const readableEvents = (rows: readonly JournalRow[]): readonly RecordedEvent[] => rows.flatMap(readable);

function readable(row: JournalRow): readonly RecordedEvent[] {
  try {
    return [eventOf(row)];
  } catch {
    // Told as unreadable to who reads the whole.
    return [];
  }
}

type Line = TimelineLineAnswer | UnreadableLineAnswer;

/** The journal of a pôle, line after line, as someone may read it. */
@Injectable()
export class Timeline {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(PoleReads) private readonly poles: PoleReads,
    @Inject(PoleReader) private readonly reader: PoleReader,
  ) {}

  /** A page of the lines that are asked for. A dossier of which nothing may be read does not exist. */
  async read(poleId: string, asked: TimelineQuery, actors: readonly Actor[]): Promise<TimelineAnswer> {
    return this.of(await this.reader.visible(poleId, actors), asked, actors);
  }

  /** The same, of a dossier that was read. */
  async of({ dossier, view }: VisibleDossier, asked: TimelineQuery, actors: readonly Actor[]): Promise<TimelineAnswer> {
    const { manager } = this.source;
    const { state } = dossier;
    const rows = await readRows(manager, state.id);
    const events = readableEvents(rows);
    const [beside, names] = await Promise.all([readBeside(manager, state, events, actors), this.namesIn(state)]);
    const on = { state, beside, named: { owed: obligationsNamed(events), names } };
    return paged(
      linesSeen(view, rows).map(row => lineView(row, on)),
      asked,
    );
  }

  private async namesIn(state: DossierState): Promise<KnownNames> {
    const [bodies, pays] = await Promise.all([
      this.poles.namesOfBodies(state.id, bodiesOfDossier(state)),
      this.poles.namesOfPays(state.initiative.paysCodes),
    ]);
    return { bodies, pays };
  }
}

/** The lines that a question lets through, in its order, a page at a time. */
function paged(lines: readonly Line[], { lines: wanted, q, order, after, limit }: TimelineQuery): TimelineAnswer {
  const words = wordsOf(q).map(unaccented);
  const found = lines.filter(line => {
    if (wanted === 'facts' && 'machine' in line && line.machine) return false;
    const said = unaccented(line.sentence);
    return words.every(word => said.includes(word));
  });
  const ordered = order === 'desc' ? found.toReversed() : found;
  const from = Number(after ?? '0');
  const isAfter = ({ sequence }: Line) => after === undefined || (order === 'desc' ? sequence < from : sequence > from);
  const left = ordered.filter(isAfter);
  const items = limit === undefined ? left : left.slice(0, Number(limit));
  const last = items.at(-1);
  return { items, total: found.length, next: last && items.length < left.length ? String(last.sequence) : null };
}

interface On {
  readonly state: DossierState;
  readonly beside: Beside;
  readonly named: Parameters<typeof sentenceOf>[2];
}

/** A line of the journal as the timeline tells it. One that cannot be read is told as such: who, when, and why. */
function lineView(row: JournalRow, { state, beside, named }: On): Line {
  const { sequence } = row;
  try {
    const event = eventOf(row);
    const { to: onBehalfOf = event.onBehalfOf } = beside.rectified.get(event.id) ?? {};
    return { sequence, sentence: sentenceOf({ ...event, onBehalfOf }, state, named), ...toldEvent(event, beside) };
  } catch (error) {
    const { id, type, date, act, reglement, retracts } = row;
    const unreadable = error instanceof Error ? error.message : String(error);
    return {
      ...{ sequence, id, type, label: 'Entrée illisible', sentence: 'Entrée illisible.', unreadable },
      ...{ date, act, reglement, retracts },
      ...{ recordedAt: row.recorded_at, by: row.actor, as: row.role, version: row.fact_version },
    };
  }
}
