import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Period } from '../kernel/period.js';
import type { EventTypesOf } from '../dossier/event.js';
import type { RecordedCommitment } from './commitment-kinds.js';
import type { DeliberationFacts, Organ } from './deliberation.js';

export const AWARD_KINDS = ['study', 'convention', 'year', 'amendment'] as const;
/** A study's grant, a convention, the vote of one year of a convention, an amendment to a convention. */
export type AwardKind = (typeof AWARD_KINDS)[number];
export const VOTE_OUTCOMES = ['adopted', 'amended', 'adjourned', 'rejected'] as const;
export type VoteOutcome = (typeof VOTE_OUTCOMES)[number];
export type SigningParty = 'carrier' | 'region';

/**
 * What the State's representative writes about a decision: asks for explanations (« toute explication utile »), asks that
 * the transmission be completed, asks to withdraw or change it (gracious appeal), refers it to the court, closes.
 */
export const LEGALITY_LETTERS = ['information', 'completion', 'gracious-appeal', 'referral', 'closing'] as const;
export type LegalityLetterNature = (typeof LEGALITY_LETTERS)[number];

/** How the Région answers such a letter: the pieces are received, an answer is given, it refuses. */
export const LEGALITY_ANSWERS = ['pieces-received', 'answered', 'refused'] as const;
export type LegalityAnswerKind = (typeof LEGALITY_ANSWERS)[number];

/**
 * What the administrative judge, or who seised it, decides: suspends the decision, refuses to, lifts the suspension;
 * annuls the decision, dismisses the referral, finds no cause to rule (« non-lieu »), notes that it was withdrawn.
 */
export const COURT_DECISIONS = [
  'suspended',
  'suspension-refused',
  'suspension-lifted',
  'annulled',
  'dismissed',
  'non-lieu',
  'withdrawn',
] as const;
export type CourtDecisionKind = (typeof COURT_DECISIONS)[number];

/** Who asks for an amendment: the carrier, whose request may be rejected by silence; or the Région, which asks nothing of itself. */
export const REQUESTERS = ['carrier', 'region'] as const;
export type Requester = (typeof REQUESTERS)[number];

/** How a request came: by the online service or a mail, or on paper. */
export const REQUEST_CHANNELS = ['electronic', 'paper'] as const;
export type RequestChannel = (typeof REQUEST_CHANNELS)[number];

export type NotificationMeans = 'electronic' | 'post' | 'hand';

/** What is notified: that a grant was made or refused, or the convention signed by both. */
export type NotifiedDecision = 'grant' | 'refusal' | 'convention';

/** How a decision was notified; the event bears the day on which it is held to be received. */
export type Notified = {
  /** Null for those recorded before it was asked. */
  readonly means: NotificationMeans | null;
  /** Electronic: since when it could be read, the first time it was, and the day of the body's prior agreement. */
  readonly availableOn: CivilDate | null;
  readonly consultedOn: CivilDate | null;
  readonly agreedOn: CivilDate | null;
};

/** By which decision of the president, and from when to when, someone else signs for the Région (CGCT art. L4231-3). */
export type SignatureDelegation = {
  readonly reference: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
};

type OfAward<Data = object> = { award: string } & Data;

/** One instalment of an amended schedule, in cents. */
export type ScheduledInstalment = { readonly year: number; readonly number: number; readonly amount: Cents };

/** What an amendment changes of its convention; absent where nothing changes. */
export type Changes = {
  readonly amount?: { readonly from: Cents; readonly to: Cents };
  readonly years?: { readonly from: number; readonly to: number };
  readonly schedule?: readonly ScheduledInstalment[];
  readonly carrier?: { readonly from: string; readonly to: string };
  readonly referenceDocument?: { readonly from: string | null; readonly to: string };
};

export type AwardEvents = {
  'grant-requested': OfAward<{
    kind: AwardKind;
    cycle: number;
    applicant: string;
    amount: Cents;
    years: number;
    period: Period;
    pieces: readonly string[];
    /** Those that another administration holds: they are not asked for (CRPA art. L114-8). */
    knownPieces: readonly string[];
    channel: RequestChannel;
    requestedBy: Requester;
    /** When another administration received the request first, and sent it on (CRPA art. L114-3). */
    receivedElsewhereOn: CivilDate | null;
    /** The règlement in force at the request, which rules the award; null for those kept by that of the dossier. */
    reglement: string | null;
    /** The convention that an amendment or a yearly vote belongs to. */
    parent: string | null;
    /** The year that a yearly vote pays. */
    year: number | null;
    referenceDocument: string | null;
    /** Forecast of the eligible expenses over the whole period, in cents. */
    budget: Cents | null;
    /** How the applicant stands to the contrat d'engagement républicain; absent where nobody said it. */
    commitment?: RecordedCommitment;
  }>;
  'amendment-proposed': OfAward<{ parent: string; rank: number; changes: Changes; transfers: boolean }>;
  'convention-amended': OfAward<{
    amendment: string;
    amount: Cents;
    years: number;
    period: Period;
    applicant: string;
    referenceDocument: string | null;
  }>;
  'award-transferred': OfAward<{ applicant: string }>;
  'convention-ended': OfAward<{ years: number }>;
  'convention-settled': OfAward<{
    granted: Cents;
    due: Cents;
    paid: Cents;
    excess: Cents;
    released: Cents;
    /** The rank of the claim that it opens, and of the hearing on it; null where it opens none to be heard on. */
    claim: { rank: number; hearing: number } | null;
  }>;
  'amendment-lapsed': OfAward;
  'request-acknowledged': OfAward<{ silenceRejectsAfter: CivilDate | null }>;
  'pieces-demanded': OfAward<{ demand: number; pieces: readonly string[]; term: CivilDate }>;
  'pieces-delivered': OfAward<{ demand: number; pieces: readonly string[]; complete: boolean }>;
  'pieces-term-ended': OfAward<{ demand: number }>;
  'pieces-term-superseded': OfAward<{ demand: number }>;
  'instruction-reported': OfAward<{ favourable: boolean }>;
  'agenda-entered': OfAward<{ round: number; organ: Organ | null; sessionOn: CivilDate; textHash: string }>;
  'vote-recorded': OfAward<{
    round: number;
    outcome: VoteOutcome;
    amount: Cents;
    textHash: string;
    conventionRequired: boolean;
  }> &
    DeliberationFacts;
  'request-implicitly-rejected': OfAward;
  'implicit-rejection-superseded': OfAward;
  'deliberation-transmitted': OfAward<{ receipt: string }>;
  'legality-letter-recorded': OfAward<{ transmittedOn: CivilDate; nature: LegalityLetterNature; reference: string }>;
  'legality-letter-answered': OfAward<{ letter: number; answer: LegalityAnswerKind }>;
  'court-decision-recorded': OfAward<{ decision: CourtDecisionKind; reference: string }>;
  'legality-term-ended': OfAward<{ transmittedOn: CivilDate }>;
  'deliberation-published': OfAward;
  /** It could be read by an electronic process from the day of the event on; the body had agreed to that before. */
  'decision-made-available': OfAward<{ decision: NotifiedDecision; agreedOn: CivilDate }>;
  'deemed-notification-superseded': OfAward<{ decision: NotifiedDecision }>;
  'grant-notified': OfAward<Notified>;
  'refusal-notified': OfAward<Notified>;
  'convention-signed': OfAward<{ party: SigningParty; textHash: string; delegation: SignatureDelegation | null }>;
  'convention-notified': OfAward<Notified>;
  'essential-data-published': OfAward;
  'convention-became-required': OfAward<{
    /** Which time the award comes to need one: it may need none again in between. */
    time: number;
    /** The civil year for which the body has more than the threshold, and what it has for it, in cents. */
    civilYear: number;
    total: Cents;
  }>;
  'convention-no-longer-required': OfAward<{ time: number }>;
};

/** A notification recorded before its means were asked was received on its date. */
const withMeans = {
  version: 2,
  upcast: { 1: (data: object) => ({ ...data, means: null, availableOn: null, consultedOn: null, agreedOn: null }) },
} as const;

const LETTERS_BEFORE: Readonly<Record<string, LegalityLetterNature>> = {
  'pieces-demand': 'completion',
  observations: 'information',
};

function withLetterOfNow(data: object): object {
  const { nature } = data as { readonly nature: string };
  return { ...data, nature: LETTERS_BEFORE[nature] ?? nature };
}

const leftExcess = (data: object) => 'excess' in data && Number(data.excess) > 0;

export const awardEventTypes: EventTypesOf<AwardEvents> = {
  'grant-requested': {
    version: 3,
    label: 'Demande de subvention reçue',
    upcast: {
      1: data => ({ ...data, parent: null, year: null, referenceDocument: null, budget: null }),
      2: data => ({
        ...data,
        ...{ knownPieces: [], channel: 'electronic', requestedBy: 'carrier' },
        ...{ receivedElsewhereOn: null, reglement: null },
      }),
    },
  },
  'amendment-proposed': { version: 1, label: 'Avenant proposé' },
  'convention-amended': { version: 1, label: 'Convention modifiée par avenant' },
  'amendment-lapsed': { version: 1, label: 'Avenant sans objet' },
  'award-transferred': { version: 1, label: 'Attribution transférée à la nouvelle structure porteuse' },
  'convention-ended': { version: 1, label: 'Convention arrivée à son terme' },
  'convention-settled': {
    version: 2,
    label: 'Convention soldée',
    upcast: { 1: data => ({ ...data, claim: leftExcess(data) ? { rank: 1, hearing: 1 } : null }) },
  },
  'request-acknowledged': { version: 1, label: 'Accusé de réception de la demande' },
  'pieces-demanded': { version: 1, label: 'Pièces manquantes demandées' },
  'pieces-delivered': { version: 1, label: 'Pièces manquantes reçues' },
  'pieces-term-ended': { version: 1, label: 'Délai de production des pièces écoulé' },
  'pieces-term-superseded': { version: 1, label: 'Fin du délai remplacée par une production antérieure' },
  'instruction-reported': { version: 1, label: "Rapport d'instruction" },
  'agenda-entered': {
    version: 2,
    label: "Inscription à l'ordre du jour",
    upcast: { 1: data => ({ ...data, organ: null }) },
  },
  'vote-recorded': { version: 2, label: 'Vote de la subvention', upcast: { 1: votedBefore } },
  'request-implicitly-rejected': { version: 1, label: 'Rejet implicite de la demande' },
  'implicit-rejection-superseded': { version: 1, label: 'Rejet implicite remplacé par une décision antérieure' },
  'deliberation-transmitted': { version: 1, label: "Délibération transmise au représentant de l'État" },
  'legality-letter-recorded': {
    version: 2,
    label: 'Courrier du contrôle de légalité',
    upcast: { 1: withLetterOfNow },
  },
  'legality-letter-answered': { version: 1, label: 'Réponse au contrôle de légalité' },
  'court-decision-recorded': { version: 1, label: 'Décision du juge sur la délibération' },
  'legality-term-ended': { version: 1, label: 'Fin du délai de déféré du représentant de l’État' },
  'deliberation-published': { version: 1, label: 'Délibération publiée' },
  'decision-made-available': { version: 1, label: 'Décision mise à disposition par voie électronique' },
  'deemed-notification-superseded': {
    version: 1,
    label: 'Notification réputée faite, remplacée par une notification antérieure',
  },
  'grant-notified': { ...withMeans, label: "Décision d'attribution notifiée" },
  'refusal-notified': { ...withMeans, label: 'Refus notifié' },
  'convention-signed': {
    version: 2,
    label: 'Convention signée',
    upcast: { 1: data => ({ ...data, delegation: null }) },
  },
  'convention-notified': { ...withMeans, label: 'Convention signée notifiée' },
  'essential-data-published': { version: 1, label: 'Données essentielles publiées' },
  'convention-became-required': { version: 1, label: 'Convention devenue obligatoire' },
  'convention-no-longer-required': { version: 1, label: 'Convention qui n’est plus obligatoire' },
};

/** A vote of the first version counted its voters as « present », and said nothing of who decided, nor when. */
function votedBefore(data: object): object {
  const { present: voters = null } = data as { readonly present?: number };
  return {
    ...data,
    ...{ organ: null, sessionOn: null, present: null, represented: null, voters, unanimous: false },
    ...{ ballot: 'ordinary', castingVote: null, firstMeetingOn: null, delegation: null, separateVote: false },
    ...{ aside: [], parts: [] },
  };
}
