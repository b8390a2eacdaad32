import type { Cents } from '../kernel/cents.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { EventId } from '../kernel/ids.js';
import type { Period } from '../kernel/period.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export const AWARD_KINDS = ['study', 'convention', 'year', 'amendment'] as const;
/** A study's grant, a convention, the vote of one year of a convention, an amendment to a convention. */
export type AwardKind = (typeof AWARD_KINDS)[number];
export const VOTE_OUTCOMES = ['adopted', 'amended', 'adjourned', 'rejected'] as const;
export type VoteOutcome = (typeof VOTE_OUTCOMES)[number];
export const SIGNING_PARTIES = ['carrier', 'region'] as const;
export type SigningParty = (typeof SIGNING_PARTIES)[number];

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
] as const;
export type AwardStatus = (typeof AWARD_STATUSES)[number];

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
  'convention-settled': OfAward<{ granted: Cents; due: Cents; paid: Cents; excess: Cents; released: Cents }>;
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
  'deliberation-published': OfAward;
  'grant-notified': OfAward;
  'refusal-notified': OfAward;
  'convention-signed': OfAward<{ party: SigningParty; textHash: string }>;
  'convention-notified': OfAward;
  'essential-data-published': OfAward;
};

export const awardEventTypes: EventTypesOf<AwardEvents> = {
  'grant-requested': {
    version: 2,
    label: 'Demande de subvention reçue',
    upcast: { 1: data => ({ ...data, parent: null, year: null, referenceDocument: null, budget: null }) },
  },
  'amendment-proposed': { version: 1, label: 'Avenant proposé' },
  'convention-amended': { version: 1, label: 'Convention modifiée par avenant' },
  'award-transferred': { version: 1, label: 'Attribution transférée à la nouvelle structure porteuse' },
  'convention-ended': { version: 1, label: 'Convention arrivée à son terme' },
  'convention-settled': { version: 1, label: 'Convention soldée' },
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
  'deliberation-published': { version: 1, label: 'Délibération publiée' },
  'grant-notified': { version: 1, label: "Décision d'attribution notifiée" },
  'refusal-notified': { version: 1, label: 'Refus notifié' },
  'convention-signed': { version: 1, label: 'Convention signée' },
  'convention-notified': { version: 1, label: 'Convention signée notifiée' },
  'essential-data-published': { version: 1, label: 'Données essentielles publiées' },
};

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

export interface Agenda {
  readonly enteredOn: CivilDate;
  readonly sessionOn: CivilDate;
  readonly textHash: string;
}

export interface Vote {
  readonly outcome: VoteOutcome;
  readonly on: CivilDate;
  readonly amount: Cents;
  readonly textHash: string;
  readonly conventionRequired: boolean;
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
  readonly budget: Cents | null;
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
  readonly receivedOn: CivilDate;
  readonly acknowledgedOn: CivilDate | null;
  readonly demands: readonly PieceDemand[];
  readonly instructedOn: CivilDate | null;
  readonly round: number;
  readonly agenda: Agenda | null;
  readonly vote: Vote | null;
  readonly implicitRejection: { readonly event: EventId; readonly on: CivilDate } | null;
  readonly transmittedOn: CivilDate | null;
  readonly deliberationPublishedOn: CivilDate | null;
  readonly grantNotifiedOn: CivilDate | null;
  readonly refusalNotifiedOn: CivilDate | null;
  readonly carrierSignedOn: CivilDate | null;
  readonly regionSignedOn: CivilDate | null;
  readonly conventionNotifiedOn: CivilDate | null;
  readonly dataPublishedOn: CivilDate | null;
}

export type AwardsSlice = Readonly<Record<string, Award>>;
export const initialAwards: AwardsSlice = {};

/**
 * The day from which the decision is executory: transmitted to the State's representative, and published or notified
 * (CGCT art. L4141-1). Null as long as one of them lacks.
 */
export function executoryOn(award: Award): CivilDate | null {
  const known = [award.deliberationPublishedOn, award.grantNotifiedOn].filter(day => day !== null).sort()[0];
  if (award.transmittedOn === null || known === undefined) return null;
  return award.transmittedOn > known ? award.transmittedOn : known;
}

/** The convention that an award is about: itself, or the one that it amends or pays a year of. */
export function conventionOf(award: Award): string {
  return award.parent ?? award.id;
}

/** Whether the signed convention, or the notified grant where no convention is required, permits payments. */
export function isInForce(award: Award): boolean {
  if (executoryOn(award) === null || award.grantNotifiedOn === null) return false;
  return award.conventionNotifiedOn !== null || award.vote?.conventionRequired === false;
}

export function evolveAwards(slice: AwardsSlice, event: RecordedIn<AwardEvents>): AwardsSlice {
  if (event.type === 'grant-requested') return { ...slice, [event.data.award]: requested(event) };
  if (event.type === 'amendment-proposed') return proposed(slice, event.data);
  const award = slice[event.data.award];
  if (!award) throw new Error(`Attribution inconnue dans le journal : ${event.data.award}`);
  return { ...slice, [award.id]: withStatus(evolveAward(award, event)) };
}

type Requested = Extract<RecordedIn<AwardEvents>, { type: 'grant-requested' }>;
type Later = Exclude<RecordedIn<AwardEvents>, Requested | { type: 'amendment-proposed' }>;

function proposed(slice: AwardsSlice, { award: id, parent, rank, changes }: AwardEvents['amendment-proposed']) {
  const [amendment, convention] = [slice[id], slice[parent]];
  if (!amendment || !convention) throw new Error(`Avenant sans convention dans le journal : ${id}`);
  return { ...slice, [id]: { ...amendment, changes }, [parent]: { ...convention, amendments: rank } };
}

function requested({ data, date }: Requested): Award {
  const { award, pieces: _pieces, ...request } = data;
  return {
    ...request,
    id: award,
    status: 'requested',
    granted: null,
    changes: null,
    amendments: 0,
    formerApplicants: [],
    endedOn: null,
    settledOn: null,
    receivedOn: date,
    acknowledgedOn: null,
    demands: [],
    instructedOn: null,
    round: 1,
    agenda: null,
    vote: null,
    implicitRejection: null,
    transmittedOn: null,
    deliberationPublishedOn: null,
    grantNotifiedOn: null,
    refusalNotifiedOn: null,
    carrierSignedOn: null,
    regionSignedOn: null,
    conventionNotifiedOn: null,
    dataPublishedOn: null,
  };
}

function evolveAward(award: Award, event: Later): Award {
  switch (event.type) {
    case 'request-acknowledged':
      return { ...award, acknowledgedOn: event.date };
    case 'pieces-demanded':
    case 'pieces-delivered':
    case 'pieces-term-ended':
    case 'pieces-term-superseded':
      return evolveDemands(award, event);
    case 'instruction-reported':
      return { ...award, status: 'instructed', instructedOn: event.date };
    case 'agenda-entered':
      return {
        ...award,
        status: 'on-agenda',
        round: event.data.round,
        agenda: { enteredOn: event.date, sessionOn: event.data.sessionOn, textHash: event.data.textHash },
      };
    case 'vote-recorded':
      return voted(award, event);
    case 'request-implicitly-rejected':
      return { ...award, implicitRejection: { event: event.id, on: event.date } };
    case 'implicit-rejection-superseded':
      return { ...award, implicitRejection: null };
    case 'deliberation-transmitted':
      return { ...award, transmittedOn: event.date };
    case 'deliberation-published':
      return { ...award, deliberationPublishedOn: event.date };
    case 'grant-notified':
      return { ...award, grantNotifiedOn: event.date };
    case 'refusal-notified':
      return { ...award, refusalNotifiedOn: event.date };
    case 'convention-signed':
      return event.data.party === 'carrier'
        ? { ...award, carrierSignedOn: event.date }
        : { ...award, regionSignedOn: event.date };
    case 'convention-notified':
      return { ...award, conventionNotifiedOn: event.date };
    case 'essential-data-published':
      return { ...award, dataPublishedOn: event.date };
    case 'convention-amended':
      return amended(award, event.data);
    case 'award-transferred':
      return { ...award, applicant: event.data.applicant };
    case 'convention-ended':
      return { ...award, endedOn: event.date };
    case 'convention-settled':
      return { ...award, settledOn: event.date };
  }
}

function amended(award: Award, data: AwardEvents['convention-amended']): Award {
  const { amount, years, period, applicant, referenceDocument } = data;
  const former = applicant === award.applicant ? [] : [award.applicant];
  return {
    ...award,
    ...{ granted: amount, years, period, applicant, referenceDocument },
    formerApplicants: [...award.formerApplicants, ...former],
  };
}

type OnPieces = Extract<
  Later,
  { type: 'pieces-demanded' | 'pieces-delivered' | 'pieces-term-ended' | 'pieces-term-superseded' }
>;

function evolveDemands(award: Award, event: OnPieces): Award {
  if (event.type === 'pieces-demanded') {
    const { demand: number, pieces, term } = event.data;
    const demand = { number, pieces, missing: pieces, on: event.date, term, endedOn: null, termEnded: null };
    return { ...award, status: 'incomplete', demands: [...award.demands, demand] };
  }
  const demands = award.demands.map(demand => (demand.number === event.data.demand ? answered(demand, event) : demand));
  const pending = demands.some(demand => demand.endedOn === null);
  const status = pending ? 'incomplete' : award.status === 'incomplete' ? 'requested' : award.status;
  return { ...award, demands, status };
}

function answered(demand: PieceDemand, event: Exclude<OnPieces, { type: 'pieces-demanded' }>): PieceDemand {
  if (event.type === 'pieces-term-ended') return { ...demand, endedOn: demand.term, termEnded: event.id };
  if (event.type === 'pieces-term-superseded') return { ...demand, endedOn: null, termEnded: null };
  const { pieces, complete } = event.data;
  return {
    ...demand,
    missing: demand.missing.filter(piece => !pieces.includes(piece)),
    endedOn: demand.endedOn ?? (complete ? event.date : null),
  };
}

function voted(award: Award, event: Extract<Later, { type: 'vote-recorded' }>): Award {
  const { outcome, amount, textHash, conventionRequired } = event.data;
  if (outcome === 'adjourned') return { ...award, status: 'adjourned', round: event.data.round + 1, agenda: null };
  return {
    ...award,
    status: outcome === 'rejected' ? 'rejected' : 'adopted',
    granted: outcome === 'rejected' ? null : amount,
    vote: { outcome, on: event.date, amount, textHash, conventionRequired },
  };
}

const GRANTED: readonly AwardStatus[] = ['adopted', 'executory', 'in-force', 'ended', 'settled'];

function withStatus(award: Award): Award {
  if (!GRANTED.includes(award.status)) return award;
  if (award.settledOn !== null) return { ...award, status: 'settled' };
  if (award.endedOn !== null) return { ...award, status: 'ended' };
  return { ...award, status: isInForce(award) ? 'in-force' : executoryOn(award) ? 'executory' : 'adopted' };
}
