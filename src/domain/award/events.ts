import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Period } from '../kernel/period.js';
import type { EventTypesOf } from '../dossier/event.js';
import type { RecordedCommitment } from './commitment-kinds.js';

export const AWARD_KINDS = ['study', 'convention', 'year', 'amendment'] as const;
/** A study's grant, a convention, the vote of one year of a convention, an amendment to a convention. */
export type AwardKind = (typeof AWARD_KINDS)[number];
export const VOTE_OUTCOMES = ['adopted', 'amended', 'adjourned', 'rejected'] as const;
export type VoteOutcome = (typeof VOTE_OUTCOMES)[number];
export const SIGNING_PARTIES = ['carrier', 'region'] as const;
export type SigningParty = (typeof SIGNING_PARTIES)[number];

/** What the State's representative writes about a decision: asks for pieces, observes, refers it to the court, closes. */
export const LEGALITY_LETTERS = ['pieces-demand', 'observations', 'referral', 'closing'] as const;
export type LegalityLetterNature = (typeof LEGALITY_LETTERS)[number];

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
  'agenda-entered': OfAward<{ round: number; sessionOn: CivilDate; textHash: string }>;
  'vote-recorded': OfAward<{
    round: number;
    outcome: VoteOutcome;
    number: string;
    members: number;
    present: number;
    votesFor: number;
    votesAgainst: number;
    abstentions: number;
    amount: Cents;
    textHash: string;
    conventionRequired: boolean;
  }>;
  'request-implicitly-rejected': OfAward;
  'implicit-rejection-superseded': OfAward;
  'deliberation-transmitted': OfAward<{ receipt: string }>;
  'legality-letter-recorded': OfAward<{ transmittedOn: CivilDate; nature: LegalityLetterNature; reference: string }>;
  'legality-term-ended': OfAward<{ transmittedOn: CivilDate }>;
  'deliberation-published': OfAward;
  'grant-notified': OfAward;
  'refusal-notified': OfAward;
  'convention-signed': OfAward<{ party: SigningParty; textHash: string }>;
  'convention-notified': OfAward;
  'essential-data-published': OfAward;
};

const leftExcess = (data: object) => 'excess' in data && Number(data.excess) > 0;

export const awardEventTypes: EventTypesOf<AwardEvents> = {
  'grant-requested': {
    version: 2,
    label: 'Demande de subvention reçue',
    upcast: { 1: data => ({ ...data, parent: null, year: null, referenceDocument: null, budget: null }) },
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
  'agenda-entered': { version: 1, label: "Inscription à l'ordre du jour" },
  'vote-recorded': { version: 1, label: 'Vote de la subvention' },
  'request-implicitly-rejected': { version: 1, label: 'Rejet implicite de la demande' },
  'implicit-rejection-superseded': { version: 1, label: 'Rejet implicite remplacé par une décision antérieure' },
  'deliberation-transmitted': { version: 1, label: "Délibération transmise au représentant de l'État" },
  'legality-letter-recorded': { version: 1, label: 'Courrier du contrôle de légalité' },
  'legality-term-ended': { version: 1, label: 'Fin du délai de déféré du représentant de l’État' },
  'deliberation-published': { version: 1, label: 'Délibération publiée' },
  'grant-notified': { version: 1, label: "Décision d'attribution notifiée" },
  'refusal-notified': { version: 1, label: 'Refus notifié' },
  'convention-signed': { version: 1, label: 'Convention signée' },
  'convention-notified': { version: 1, label: 'Convention signée notifiée' },
  'essential-data-published': { version: 1, label: 'Données essentielles publiées' },
};
