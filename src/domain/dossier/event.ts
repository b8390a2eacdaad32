import type { CivilDate, DatePrecision } from '../kernel/civil-date.js';
import type { EventId } from '../kernel/ids.js';
import type { Instant } from '../kernel/paris.js';
import type { PrivateOf } from './private-purposes.js';
import type { ActingRole } from './roles.js';

/** Free text and personal data of an event: kept beside the journal, salted and digested in its chain. */
export type PrivateData = Readonly<Record<string, string>>;

/** An event before it is written. No personal data and no free text in its data. */
export interface NewEventOf<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
  /** The civil date that the fact bears; the date of the act when absent. */
  readonly date?: CivilDate;
  /** Only the fields that have a purpose (`private-purposes.ts`). */
  readonly private?: PrivateOf<Type>;
  readonly retracts?: EventId;
}

/** What the journal adds to an event. */
export interface Recording {
  readonly id: EventId;
  readonly sequence: number;
  /** The fact version that this event belongs to; null for what the engine notes without a new fact. */
  readonly factVersion: number | null;
  readonly schemaVersion: number;
  readonly date: CivilDate;
  /** How well the day is known, for facts of the past. */
  readonly precision: DatePrecision;
  readonly act: string;
  readonly actor: string;
  readonly role: ActingRole;
  readonly onBehalfOf: string | null;
  /** The account of the absent person in whose place the actor acted. */
  readonly insteadOf: string | null;
  readonly reglement: string;
  readonly recordedAt: Instant;
  readonly retracts: EventId | null;
}

export type RecordedEventOf<Type extends string, Data> = Recording & { readonly type: Type; readonly data: Data };

/** The union of the events of a map, as written in the journal. */
export type RecordedIn<Map> = { [T in keyof Map & string]: RecordedEventOf<T, Map[T]> }[keyof Map & string];

/** The union of the events of a map, before they are written. */
export type NewIn<Map> = { [T in keyof Map & string]: NewEventOf<T, Map[T]> }[keyof Map & string];

/** What the journal knows of an event type: its present schema version, its French label, and how to read older ones. */
export interface EventType {
  readonly version: number;
  readonly label: string;
  /** From the data of an older schema version to that of the next one. */
  readonly upcast?: Readonly<Record<number, (data: object) => object>>;
}

/** One entry per event of a capability: completeness is checked by the compiler. */
export type EventTypesOf<Map> = { readonly [T in keyof Map & string]: EventType };
