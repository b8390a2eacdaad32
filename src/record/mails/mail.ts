import type { Reading } from '../../clock/clock.js';
import type { PrivateData } from '../../domain/dossier/event.js';
import type { ToldFact } from '../../domain/reminders/told-at-once.js';
import type { ActingRole } from '../../domain/dossier/roles.js';
import type { DossierState } from '../../domain/dossier/state.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { Instant } from '../../domain/kernel/paris.js';
import type { DepartureFacts, DepartureReason } from '../../domain/reminders/departure.js';
import type { Pace } from '../../domain/reminders/recipients.js';

/** Someone whom one may call about a dossier. */
export interface Callee {
  readonly contact: string;
  readonly name: string;
  readonly phone: string | null;
}

/** What a dossier was, and by which règlement it goes, when a mail about it was claimed. */
export interface ToldDossier {
  readonly state: DossierState;
  readonly reglement: string;
}
/** An event told at once, with what is beside the journal, and what is owed that it bears on. */
export type ToldEvent = ToldFact & {
  readonly id: string;
  readonly date: CivilDate;
  readonly private: PrivateData;
  readonly owed: {
    readonly kind: string;
    readonly instance: string;
    readonly due: CivilDate | null;
    readonly debtorRole: ActingRole;
  } | null;
};

/** A notice that leaves, as it stands at the moment at which it was taken. */
export interface ClaimedNotice {
  readonly id: string;
  readonly pole: string;
  readonly poleName: string;
  /** What is owed; null for an event that bears on nothing owed. */
  readonly obligation: string | null;
  /** The event that it tells; null when it speaks of something owed. */
  readonly event: ToldEvent | null;
  readonly template: string;
  readonly kind: string;
  readonly instance: string;
  readonly due: CivilDate | null;
  /** The day that the ladder set for it; null for what was asked by hand. */
  readonly rungDay: CivilDate | null;
  /** How many missed rungs it stands for, beside its own. */
  readonly merges: number;
  readonly source: string;
  readonly debtorRole: ActingRole;
  /** Whether who reads it, or the absent person for whom they do, holds the role that owes the thing. */
  readonly readerOwes: boolean;
  /** How its reader is told: at once, or in which digest. */
  readonly pace: Pace;
  readonly contact: string;
  /** How its reader is called; null for a mailbox that several share. */
  readonly readerName: string | null;
  /** The role as which it is read. */
  readonly holderRole: ActingRole;
  /** Who is in charge of the dossier, or knows it, of the Région; null when nobody does. */
  readonly callee: Callee | null;
  /** What it is about, read from the dossier; null when there is no such dossier. */
  readonly dossier: ToldDossier | null;
  /** The name of the absent person for whom it is received. */
  readonly onBehalfOf: string | null;
}

/** A mail under way. */
export interface HandedMail {
  readonly id: string;
  /** Given when it is first taken, and kept at every try. */
  readonly messageId: string;
  readonly contact: string;
  /** Of its first notice. */
  readonly pole: string | null;
  /** How many times it failed before, by what is its own. */
  readonly attempts: number;
}

export interface ClaimedMail extends HandedMail {
  readonly address: string;
  readonly digest: boolean;
  /** Whether it was too long for its server: it says how much is awaited, and where it is read. */
  readonly short: boolean;
  readonly notices: readonly ClaimedNotice[];
}

/** A notice that was taken, with what is true of it now. */
export interface FoundRow extends Omit<ClaimedNotice, 'dossier'> {
  readonly mail: string | null;
  readonly messageId: string | null;
  readonly digest: boolean;
  readonly short: boolean;
  readonly attempts: number;
  readonly address: string;
  readonly facts: DepartureFacts;
}

export interface ClaimedRow extends FoundRow {
  readonly dossier: ToldDossier | null;
  /** Why it does not leave any more; null when it may. */
  readonly reason: DepartureReason | null;
}

/** How the one who takes mails writes them. */
export interface Writer<Letter> {
  messageId(id: string): string;
  write(mail: ClaimedMail, clock: Reading): Letter & { readonly subject: string };
}

export interface Taken<Letter> {
  readonly mail: ClaimedMail;
  readonly letter: Letter;
}

export interface Claim<Letter> {
  readonly taken: readonly Taken<Letter>[];
  /** How many notices turned out to have nothing to say any more. */
  readonly suppressed: number;
  /** How many could not be written: each made a task. */
  readonly poisoned: number;
}

/** What became of a mail: what the server answered, or why nobody knows. */
export type MailOutcome =
  | { readonly became: 'sent' | 'uncertain'; readonly answer: string }
  /** When its address `isLost`, nothing is sent there any more, until it changes. */
  | { readonly became: 'refused'; readonly answer: string; readonly isLost: boolean }
  /** Held against the mail when it was `tried`; else it leaves as soon as the server is tried again, perhaps `shorter`. */
  | { readonly became: 'later'; readonly answer: string; readonly tried: boolean; readonly shorter?: true };

/** Whether the server of mail serves, and how many rounds in a row it did not. */
export interface ServerStanding {
  readonly awayRounds: number;
  /** Until when it is left in peace, in the time of the house; null when it serves. */
  readonly heldUntil: Instant | null;
}
