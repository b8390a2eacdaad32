import type { AwardKind } from '../award/events.js';
import type { PlannedInstalment } from '../funded-year/slice.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { capitalised, le, noun, typographic, uncapitalised, type Noun } from '../kernel/french.js';
import { reportNamed, type ReportKind } from '../reglement/reglement.js';
import type { Obligation } from '../obligations/slice.js';
import { ACT_NAMES, OBLIGATION_ACT_NAMES } from './act-names.js';
import type { Act } from './act.js';
import { expectationOf, partsOf, splitKey } from './expectations.js';
import { nounOf, OBLIGATION_NAMES } from './obligation-names.js';
import { EVENT_TYPES, type DossierState, type RecordedEvent } from './state.js';
import type { Subject } from './subject.js';
import { Things, type Detail, type NamedParts } from './things.js';

/** What something owed, an act or a line of the journal bears on, as data; null where there is no such thing. */
export interface NamedObject {
  /** « le solde de l’exercice 1 (12 avril 2026 – 11 avril 2027) » */
  readonly label: string;
  readonly award: { readonly id: string; readonly kind: AwardKind } | null;
  readonly exercise: { readonly year: number; readonly from: CivilDate; readonly to: CivilDate } | null;
  readonly instalment: Pick<PlannedInstalment, 'number' | 'kind' | 'amount'> | null;
  readonly report: ReportKind | null;
  readonly post: number | null;
  readonly contribution: number | null;
}

type Key = Pick<Obligation, 'kind' | 'instance'>;

const keyed = ({ kind, instance }: Key) => `${kind}/${instance}`;

/**
 * What is owed, as a noun with its object: « indicateurs de l’exercice 1 (12 avril 2026 – 11 avril 2027) ». What the
 * dossier holds no more, or another story awaited, has the name of its kind.
 */
export function obligationNoun(owed: Key, state: DossierState, detail: Detail = 'full'): Noun {
  const key = keyed(owed);
  const things = new Things(state, partsOf(key), detail);
  const named = OBLIGATION_NAMES[splitKey(key).kind];
  if (!named || !things.areHeld) return kindNoun(owed.kind);
  return nounOf(named, things, detail === 'short');
}

/** The noun of a kind, whatever its object. */
export function kindNoun(kind: string): Noun {
  const { label } = expectationOf(kind);
  const named = Object.hasOwn(OBLIGATION_NAMES, kind)
    ? OBLIGATION_NAMES[kind as keyof typeof OBLIGATION_NAMES]
    : undefined;
  return noun(named?.agreement ?? 'fs', typographic(uncapitalised(label)));
}

/** The same, as a label: « Demande du solde de l’exercice 1 (…) ». */
export function obligationLabel(owed: Key, state: DossierState): string {
  return capitalised(obligationNoun(owed, state).text);
}

/** An act on what it bears on: « Accepter les indicateurs de l’exercice 1 (…) ». */
export function actLabel(
  { name, label }: Pick<Act<never>, 'name' | 'label'>,
  on: Subject,
  state: DossierState,
  detail: Detail = 'full',
): string {
  if (on.kind === 'obligation') {
    const owed = state.obligations[on.obligation];
    const says = Object.hasOwn(OBLIGATION_ACT_NAMES, name) ? OBLIGATION_ACT_NAMES[name] : undefined;
    return owed && says ? says(obligationNoun(owed, state, detail)) : typographic(label);
  }
  const { kind: _kind, ...parts } = on;
  const things = new Things(state, parts, detail);
  const says = Object.hasOwn(ACT_NAMES, name) ? ACT_NAMES[name] : undefined;
  return says && things.areHeld ? says(things) : typographic(label);
}

/** What something owed bears on. */
export function objectOfObligation(owed: Key, state: DossierState): NamedObject | null {
  const parts = partsOf(keyed(owed));
  const things = new Things(state, parts, 'full');
  if (!things.areHeld) return null;
  if (owed.kind !== 'cofunding-decision') return objectOf(reportPart(owed, parts), state);
  return objectOf({ award: parts.award, contribution: things.contribution.number } as NamedParts, state);
}

/** What an act bears on. */
export function objectOfSubject(subject: Subject, state: DossierState): NamedObject | null {
  if (subject.kind === 'obligation') {
    const owed = state.obligations[subject.obligation];
    return owed ? objectOfObligation(owed, state) : null;
  }
  const { kind: _kind, ...parts } = subject;
  return objectOf(parts, state);
}

/** A report that is owed is its own kind. */
export function reportPart({ kind }: Pick<Key, 'kind'>, parts: NamedParts): NamedParts {
  const report = reportNamed(kind);
  return report === undefined ? parts : { ...parts, report };
}

/** What some parts of a dossier name; null for those of the pôle itself, and for what it holds no more. */
function objectOf(parts: NamedParts, state: DossierState): NamedObject | null {
  const things = new Things(state, parts, 'full');
  const named = things.areHeld ? thingNamed(things) : undefined;
  if (!named) return null;
  const { award, number, report = null, post = null, contribution = null } = parts;
  const { period } = things;
  const year = parts.year ?? (award === undefined ? null : things.award.year);
  return {
    label: le(named),
    award: award === undefined ? null : { id: award, kind: things.award.kind },
    exercise: period && year !== null ? { year, ...period } : null,
    instalment: number === undefined ? null : instalmentOf(things),
    ...{ report, post, contribution },
  };
}

function instalmentOf({
  held: { number, kind, amount },
}: Things): Pick<PlannedInstalment, 'number' | 'kind' | 'amount'> {
  return { number, kind, amount };
}

/** The narrowest thing that the parts name. */
function thingNamed(things: Things): Noun | undefined {
  const { award, year, number, report, post, contribution } = things.parts;
  if (contribution !== undefined) return things.cofunder;
  if (post !== undefined) return things.post;
  if (award === undefined) return undefined;
  if (number !== undefined) return things.instalment;
  if (report !== undefined) return things.report;
  return year === undefined || year === 0 || things.award.kind === 'year' ? things.grant : things.exercise;
}

/** The kinds and instances of what a journal says was owed, by their identifiers. */
export function obligationsNamed(events: readonly RecordedEvent[]): ReadonlyMap<string, Key> {
  return new Map(
    events.flatMap(({ type, data }) =>
      type === 'obligation-opened' ? [[data.obligation, { kind: data.kind, instance: data.instance }] as const] : [],
    ),
  );
}

/** A line of the journal with its object: « Échéance tenue : indicateurs de l’exercice 1 (…) ». */
export function eventLabel(event: RecordedEvent, state: DossierState, owed: ReadonlyMap<string, Key>): string {
  const label = typographic(EVENT_TYPES[event.type].label);
  const named = nounOfEvent(event, state, owed);
  return named ? `${label} : ${named.text}` : label;
}

function nounOfEvent({ data }: RecordedEvent, state: DossierState, owed: ReadonlyMap<string, Key>): Noun | undefined {
  if ('obligation' in data) {
    const found = owed.get(data.obligation) ?? state.obligations[data.obligation];
    return found && obligationNoun(found, state);
  }
  const things = new Things(state, partsOfEvent(data), 'full');
  return things.areHeld ? thingNamed(things) : undefined;
}

/** What an event bears on. */
export function objectOfEvent(
  { data }: RecordedEvent,
  state: DossierState,
  owed: ReadonlyMap<string, Key>,
): NamedObject | null {
  if (!('obligation' in data)) return objectOf(partsOfEvent(data), state);
  const found = owed.get(data.obligation) ?? state.obligations[data.obligation];
  return found ? objectOfObligation(found, state) : null;
}

/** What an event names, by the type of each: the number of a vote is not that of an instalment. */
const EVENT_PARTS = {
  ...{ award: 'string', report: 'string' },
  ...{ year: 'number', number: 'number', post: 'number', contribution: 'number' },
} as const;

/** The parts of the dossier that an event names. */
export function partsOfEvent(data: RecordedEvent['data']): NamedParts {
  const types: Readonly<Record<string, string>> = EVENT_PARTS;
  return Object.fromEntries(Object.entries(data).filter(([name, value]) => typeof value === types[name])) as NamedParts;
}

/** Whether a line of the journal is a note of the engine on what is owed, not a fact of the life of the pôle. */
export function isOfMachine({ factVersion }: Pick<RecordedEvent, 'factVersion'>): boolean {
  return factVersion === null;
}
