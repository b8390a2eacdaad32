import type { Cents } from '../kernel/cents.js';
import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import type { EventId } from '../kernel/ids.js';
import type { Period } from '../kernel/period.js';
import type { RecordedCommitment } from './commitment-kinds.js';
import type { DeliberationFacts, Organ } from './deliberation.js';
import type {
  AwardKind,
  Changes,
  CourtDecisionKind,
  LegalityAnswerKind,
  LegalityLetterNature,
  NotifiedDecision,
  RequestChannel,
  Requester,
  SignatureDelegation,
  VoteOutcome,
} from './events.js';

export const AWARD_STATUSES = [
  'requested',
  'incomplete',
  'instructed',
  'on-agenda',
  'adjourned',
  'rejected',
  'adopted',
  'executory',
  'in-force',
  'ended',
  'settled',
  'lapsed',
] as const;
export type AwardStatus = (typeof AWARD_STATUSES)[number];

export interface PieceDemand {
  readonly number: number;
  readonly pieces: readonly string[];
  readonly missing: readonly string[];
  readonly on: CivilDate;
  readonly term: CivilDate;
  /** When the suspension ended: pieces complete or term over, whichever came first. */
  readonly endedOn: CivilDate | null;
  /** The event by which the term ended it, when no piece had been entered in time. */
  readonly termEnded: EventId | null;
}

/** A letter of the State's representative, and what the Région answered. */
export interface LegalityLetterReceived {
  readonly nature: LegalityLetterNature;
  readonly reference: string;
  readonly on: CivilDate;
  readonly answer: { readonly kind: LegalityAnswerKind; readonly on: CivilDate } | null;
}

/** A decision of the administrative judge on the decision of the Région. */
export interface CourtDecision {
  readonly kind: CourtDecisionKind;
  readonly reference: string;
  readonly on: CivilDate;
}

/** What the State's representative wrote about the decision, what the judge decided, and when the term of a referral ended. */
export interface LegalityReview {
  readonly letters: readonly LegalityLetterReceived[];
  readonly decisions: readonly CourtDecision[];
  readonly termEndedOn: CivilDate | null;
}

/** A decision that could be read by an electronic process, and that nobody is known to have read in time. */
export interface Availability {
  readonly on: CivilDate;
  /** When the body agreed to be notified so. */
  readonly agreedOn: CivilDate;
  /** The event by which it was deemed notified at its term; null while that runs. */
  readonly deemed: EventId | null;
}

export interface Agenda {
  readonly enteredOn: CivilDate;
  /** Who is to decide; null where it was not asked. */
  readonly organ: Organ | null;
  readonly sessionOn: CivilDate;
  readonly textHash: string;
}

export interface Vote extends DeliberationFacts {
  readonly outcome: VoteOutcome;
  readonly on: CivilDate;
  readonly amount: Cents;
  readonly textHash: string;
  readonly conventionRequired: boolean;
}

/** Since when a grant made without a convention needs one, its body having been granted more for a year. */
export interface ConventionNeed {
  /** Which time it came to need one. */
  readonly time: number;
  readonly since: CivilDate;
  /** When it needed none again; null while it does. */
  readonly endedOn: CivilDate | null;
  /** The civil year that is above the threshold, and what the body had for it then, in cents. */
  readonly civilYear: number;
  readonly total: Cents;
}

export interface Award {
  readonly id: string;
  readonly kind: AwardKind;
  readonly cycle: number;
  readonly status: AwardStatus;
  readonly applicant: string;
  readonly amount: Cents;
  readonly years: number;
  readonly period: Period;
  readonly parent: string | null;
  readonly year: number | null;
  readonly referenceDocument: string | null;
  /** The versions of the document de référence that it had, each from a day: a year is under that in which it began. */
  readonly documents: readonly { readonly document: string | null; readonly from: CivilDate }[];
  readonly budget: Cents | null;
  /** Forecast of the eligible expenses of one year, as the convention was asked for; an amended duration leaves it. */
  readonly yearlyForecast: Cents | null;
  /** What is granted now: the vote, then each amendment in force. Null before the vote. */
  readonly granted: Cents | null;
  /** What an amendment proposes. */
  readonly changes: Changes | null;
  /** How many amendments were proposed to this convention. */
  readonly amendments: number;
  /** SIRET of the bodies that carried the convention before. */
  readonly formerApplicants: readonly string[];
  readonly endedOn: CivilDate | null;
  readonly settledOn: CivilDate | null;
  /** The règlement in force at its request, which rules it. */
  readonly reglement: string;
  readonly requestedBy: Requester;
  readonly channel: RequestChannel;
  /** How the applicant stands to the contrat d'engagement républicain; null where nobody said it. */
  readonly commitment: RecordedCommitment | null;
  readonly receivedOn: CivilDate;
  /** When another administration received it first, if one did. */
  readonly receivedElsewhereOn: CivilDate | null;
  /** The pieces received with the request, then on demand. */
  readonly pieces: readonly string[];
  /** Those that another administration holds. */
  readonly knownPieces: readonly string[];
  readonly acknowledgedOn: CivilDate | null;
  /** The day after which silence is a rejection, as the acknowledgement told it. */
  readonly silenceToldUntil: CivilDate | null;
  readonly demands: readonly PieceDemand[];
  readonly instructedOn: CivilDate | null;
  readonly round: number;
  readonly adjournedOn: CivilDate | null;
  readonly agenda: Agenda | null;
  readonly vote: Vote | null;
  readonly implicitRejection: { readonly event: EventId; readonly on: CivilDate } | null;
  readonly transmittedOn: CivilDate | null;
  readonly legality: LegalityReview;
  readonly deliberationPublishedOn: CivilDate | null;
  readonly available: Readonly<Partial<Record<NotifiedDecision, Availability>>>;
  readonly grantNotifiedOn: CivilDate | null;
  readonly refusalNotifiedOn: CivilDate | null;
  readonly carrierSignedOn: CivilDate | null;
  readonly regionSignedOn: CivilDate | null;
  /** By which delegation the Région signed, when its president did not. */
  readonly signatureDelegation: SignatureDelegation | null;
  readonly conventionNotifiedOn: CivilDate | null;
  readonly dataPublishedOn: CivilDate | null;
  /** Null as long as it never came to need a convention that its vote did not require. */
  readonly conventionNeed: ConventionNeed | null;
}

export type AwardsSlice = Readonly<Record<string, Award>>;
export const initialAwards: AwardsSlice = {};

/**
 * The day from which the decision is executory: transmitted to the State's representative and notified, the later of the
 * two. A grant to a named body is an individual decision: its publication does nothing to it (CGCT art. L4141-1, I and
 * II). Null as long as one of them lacks.
 */
export function executoryOn({ transmittedOn, grantNotifiedOn }: Award): CivilDate | null {
  return transmittedOn === null || grantNotifiedOn === null ? null : latestOf(transmittedOn, grantNotifiedOn);
}

/** The convention that an award is about: itself, or the one that it amends or pays a year of. */
export function conventionOf(award: Award): string {
  return award.parent ?? award.id;
}

/** Whether the signed convention, or the notified grant where no convention is required, permits payments. */
export function isInForce(award: Award): boolean {
  if (executoryOn(award) === null) return false;
  return award.conventionNotifiedOn !== null || award.vote?.conventionRequired === false;
}

/** The day on which an award came into force: the last of what it takes. Null before. */
export function inForceOn(award: Award): CivilDate | null {
  return isInForce(award) ? latestOf(executoryOn(award), award.grantNotifiedOn, award.conventionNotifiedOn) : null;
}
