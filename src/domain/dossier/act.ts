import type { KnownDeliberation } from '../award/same-deliberation.js';
import type { YearGrant } from '../award/threshold.js';
import type { Deposit } from '../documents/deposits.js';
import type { DocumentKind } from '../documents/kinds.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Refusal } from '../kernel/refusal.js';
import type { ReportKind, Rules } from '../reglement/reglement.js';
import type { Actor, Role } from './roles.js';
import type { DossierState, EventName, NewEvent, RecordedEvent } from './state.js';
import type { SubjectKind, SubjectOf } from './subject.js';

export type Capability =
  | 'initiative'
  | 'prefiguration-study'
  | 'council-opinion'
  | 'legitimation'
  | 'award'
  | 'recruitment'
  | 'cofunding'
  | 'funded-year'
  | 'lifecycle'
  | 'obligations'
  | 'documents';

/** The machines of states: one per capability, and one for each part of it that has a life of its own. */
export type MachineName = Capability | 'report' | 'recovery';

/** What a gate may read. Same on the API, in the transaction and on the page: no I/O, no clock. */
export interface GateContext<Kind extends SubjectKind = SubjectKind> {
  readonly state: DossierState;
  readonly subject: SubjectOf<Kind>;
  readonly actor: Actor;
  readonly today: CivilDate;
  /** The civil date that an act bears, while one is being done. */
  readonly date?: CivilDate;
  readonly rules: Rules;
  /** What the Région granted the bodies of the dossier in others, by funded year; not read where nothing is said. */
  readonly grantedElsewhere?: readonly YearGrant[];
}

/** The accounts that hold some roles. */
export type Holders = Readonly<Partial<Record<Role, readonly string[]>>>;

/** An act being done: its situation, the civil date that it bears, and what the person said. */
export interface ActContext<Payload, Kind extends SubjectKind = SubjectKind> extends GateContext<Kind> {
  readonly date: CivilDate;
  readonly payload: Payload;
  /** A fresh UUIDv7 for what the act creates. */
  readonly newId: string;
  /** SHA-256 of a text, in hexadecimal. */
  readonly digest: (text: string) => string;
  /** The dossier's journal, for acts that correct it (`readsHistory`); empty for the others. */
  readonly history: readonly RecordedEvent[];
  /** What the Région granted its bodies in other dossiers, for acts that count it (`readsGrants`); empty for the others. */
  readonly grantedElsewhere: readonly YearGrant[];
  /** The votes of the same number, of all dossiers, for acts that look at them (`readsDeliberations`); none for the others. */
  readonly deliberations: readonly KnownDeliberation[];
  /** The accounts that hold some roles, for acts that name one of them (`readsHolders`); empty for the others. */
  readonly holders: Holders;
  /** The files deposited in the dossier that the payload names, for acts that carry documents; none for the others. */
  readonly deposits: readonly Deposit[];
}

/** A condition for an act, which answers a refusal with its source and the act that lifts it, or nothing. */
export interface Gate<Kind extends SubjectKind = SubjectKind> {
  readonly name: string;
  /** Absolute gates are the law's or plain consistency: nobody overrides them. */
  readonly absolute: boolean;
  readonly check: (situation: GateContext<Kind>) => Refusal | undefined;
}

/** Who, outside the Région and the CRESS, may do the act: which of the dossier's bodies. */
export type PartyName =
  'group' | 'study-bearer' | 'applicant' | 'carrier' | 'council' | 'project-owner' | 'cofunder' | 'debtor';

/**
 * Why an act is read twice before it is done: it moves money, tells a vote or an opinion, ends something, hands something
 * in, binds by a signature.
 */
export type Gravity = 'money' | 'vote' | 'ending' | 'deposit' | 'signature';

/** One line of the reviewable table of acts. */
export interface Act<Payload = object, Kind extends SubjectKind = SubjectKind> {
  readonly name: string;
  readonly capability: Capability;
  readonly label: string;
  /** Absent for what a person does in one go. */
  readonly gravity?: Gravity;
  readonly subject: Kind;
  /** The report that it bears on, when its address does not say it. */
  readonly report?: ReportKind;
  /** The machine whose states it moves, when the capability has several; that of the capability when absent. */
  readonly machine?: MachineName;
  /** The route, under /api; POST. */
  readonly path: string;
  readonly roles: readonly Role[];
  /** For external roles: the bodies of the dossier that may do it. */
  readonly party?: PartyName;
  /** The states of the capability (of the subject) in which it is open, and those to which it may lead. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** States of other machines to which it may lead as well. */
  readonly leads?: Readonly<Partial<Record<MachineName, readonly string[]>>>;
  readonly emits: readonly EventName[];
  /** What the documents are that it carries, or may carry; none when absent. */
  readonly carries?: DocumentKind;
  readonly gates: readonly Gate<Kind>[];
  readonly readsHistory?: boolean;
  readonly readsGrants?: boolean;
  readonly readsDeliberations?: boolean;
  /** The roles of which it names a holder. */
  readonly readsHolders?: readonly Role[];
  /** Whether it stays open on a dossier that has ended: until it is closed, or even then. */
  readonly afterEnd?: 'until-closed' | 'always';
  readonly decide: (doing: ActContext<Payload, Kind>) => readonly NewEvent[] | Refusal;
}

/** What is said to do an act that must be justified. Its reason is kept beside the journal. */
export interface Reasoned {
  readonly reason: string;
}

/** Declares an act with the type of what its author says, and the kind of what it bears on: the pôle when nothing is said. */
export function defineAct<Payload extends object, Kind extends SubjectKind = 'pole'>(
  act: Act<Payload, Kind>,
): Act<Payload, Kind> {
  return act;
}
