import { factsOf, factsOfEvent, type FulfilledExpectation } from '../../domain/dossier/expectations.js';
import { evolve, fold, initialState, type DossierState } from '../../domain/dossier/state.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { parisDate } from '../../domain/kernel/paris.js';
import { BEGINNING, type Head } from '../journal/chain-check.js';
import { eventOf, type Line } from '../journal/journal.js';

/** What the journal of a dossier comes to, up to one of its lines. */
export interface Folded extends Head {
  readonly state: DossierState;
  readonly facts: readonly FulfilledExpectation[];
  /** The day on which that line was recorded; null before the first one. */
  readonly recordedOn: CivilDate | null;
}

/** What a whole journal comes to. */
export function foldOf(poleId: string, lines: readonly Line[]): Folded {
  const events = lines.map(({ row }) => eventOf(row));
  const before: Folded = { ...BEGINNING, state: initialState(poleId), facts: [], recordedOn: null };
  return { ...headed(before, lines), state: fold(poleId, events), facts: factsOf(events) };
}

/** What it comes to after more lines, none of which retracts another. */
export function foldOn(from: Folded, lines: readonly Line[]): Folded {
  const events = lines.map(({ row }) => eventOf(row));
  const facts = new Map(from.facts.map(fact => [fact.key, fact]));
  for (const fact of events.flatMap(factsOfEvent)) if (!facts.has(fact.key)) facts.set(fact.key, fact);
  return { ...headed(from, lines), state: events.reduce(evolve, from.state), facts: [...facts.values()] };
}

function headed(from: Folded, lines: readonly Line[]): Folded {
  const last = lines.at(-1)?.row;
  if (!last) return from;
  const version = Math.max(from.version, ...lines.map(({ row }) => row.fact_version ?? 0));
  const recordedOn = parisDate(eventOf(last).recordedAt);
  return { ...from, sequence: last.sequence, hash: last.hash, version, recordedOn };
}
