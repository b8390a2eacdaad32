import { cents } from '../kernel/cents.js';
import type { RecordedIn } from '../dossier/event.js';
import type { AwardEvents, NotifiedDecision } from './events.js';
import {
  executoryOn,
  isInForce,
  type Award,
  type AwardStatus,
  type AwardsSlice,
  type LegalityReview,
  type PieceDemand,
} from './slice.js';

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

function requested({ data, date, reglement }: Requested): Award {
  const { award, ...request } = data;
  return {
    ...request,
    commitment: data.commitment ?? null,
    id: award,
    reglement: data.reglement ?? reglement,
    status: 'requested',
    yearlyForecast: data.budget === null ? null : cents(Math.ceil(data.budget / data.years)),
    granted: null,
    documents: [{ document: data.referenceDocument, from: data.period.from }],
    changes: null,
    amendments: 0,
    formerApplicants: [],
    endedOn: null,
    settledOn: null,
    receivedOn: date,
    acknowledgedOn: null,
    silenceToldUntil: null,
    demands: [],
    instructedOn: null,
    round: 1,
    adjournedOn: null,
    agenda: null,
    vote: null,
    implicitRejection: null,
    transmittedOn: null,
    legality: { letters: [], decisions: [], termEndedOn: null },
    deliberationPublishedOn: null,
    available: {},
    grantNotifiedOn: null,
    refusalNotifiedOn: null,
    carrierSignedOn: null,
    regionSignedOn: null,
    signatureDelegation: null,
    conventionNotifiedOn: null,
    dataPublishedOn: null,
    conventionNeed: null,
  };
}

function evolveAward(award: Award, event: Later): Award {
  switch (event.type) {
    case 'request-acknowledged':
      return { ...award, acknowledgedOn: event.date, silenceToldUntil: event.data.silenceRejectsAfter };
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
        agenda: {
          enteredOn: event.date,
          ...{ organ: event.data.organ, sessionOn: event.data.sessionOn, textHash: event.data.textHash },
        },
      };
    case 'vote-recorded':
      return voted(award, event);
    case 'request-implicitly-rejected':
      return { ...award, implicitRejection: { event: event.id, on: event.date } };
    case 'implicit-rejection-superseded':
      return { ...award, implicitRejection: null };
    case 'deliberation-transmitted':
      return { ...award, transmittedOn: event.date };
    case 'legality-letter-recorded':
    case 'legality-letter-answered':
    case 'court-decision-recorded':
    case 'legality-term-ended':
      return { ...award, legality: reviewed(award.legality, event) };
    case 'deliberation-published':
      return { ...award, deliberationPublishedOn: event.date };
    case 'decision-made-available': {
      const { decision, agreedOn } = event.data;
      return { ...award, available: { ...award.available, [decision]: { on: event.date, agreedOn, deemed: null } } };
    }
    case 'deemed-notification-superseded':
      return award;
    case 'grant-notified':
      return { ...award, grantNotifiedOn: event.date, available: stillDeemed(award, 'grant', event) };
    case 'refusal-notified':
      return { ...award, refusalNotifiedOn: event.date, available: stillDeemed(award, 'refusal', event) };
    case 'convention-signed':
      return event.data.party === 'carrier'
        ? { ...award, carrierSignedOn: event.date }
        : { ...award, regionSignedOn: event.date, signatureDelegation: event.data.delegation };
    case 'convention-notified':
      return { ...award, conventionNotifiedOn: event.date, available: stillDeemed(award, 'convention', event) };
    case 'essential-data-published':
      return { ...award, dataPublishedOn: event.date };
    case 'convention-became-required': {
      const { time, civilYear, total } = event.data;
      return { ...award, conventionNeed: { time, civilYear, total, since: event.date, endedOn: null } };
    }
    case 'convention-no-longer-required':
      return { ...award, conventionNeed: award.conventionNeed && { ...award.conventionNeed, endedOn: event.date } };
    case 'convention-amended':
      return amended(award, event);
    case 'amendment-lapsed':
      return { ...award, status: 'lapsed' };
    case 'award-transferred':
      return { ...award, applicant: event.data.applicant };
    case 'convention-ended':
      return { ...award, endedOn: event.date };
    case 'convention-settled':
      return { ...award, settledOn: event.date };
  }
}

type OnNotified = Extract<Later, { type: 'grant-notified' | 'refusal-notified' | 'convention-notified' }>;

/** A decision deemed notified may be found to have been read before; any other notification stands. */
function stillDeemed({ available }: Award, decision: NotifiedDecision, { id, data }: OnNotified): Award['available'] {
  const { [decision]: _notified, ...others } = available;
  const { availableOn, agreedOn, consultedOn } = data;
  if (availableOn === null || agreedOn === null || consultedOn !== null) return others;
  return { ...others, [decision]: { on: availableOn, agreedOn, deemed: id } };
}

type OnReview = Extract<
  Later,
  {
    type: 'legality-letter-recorded' | 'legality-letter-answered' | 'court-decision-recorded' | 'legality-term-ended';
  }
>;

function reviewed(review: LegalityReview, event: OnReview): LegalityReview {
  const { letters, decisions } = review;
  const { date: on } = event;
  switch (event.type) {
    case 'legality-letter-recorded': {
      const { nature, reference } = event.data;
      return { ...review, letters: [...letters, { nature, reference, on, answer: null }] };
    }
    case 'legality-letter-answered': {
      const { letter: rank, answer: kind } = event.data;
      return {
        ...review,
        letters: letters.map((letter, at) => (at + 1 === rank ? { ...letter, answer: { kind, on } } : letter)),
      };
    }
    case 'court-decision-recorded': {
      const { decision: kind, reference } = event.data;
      return { ...review, decisions: [...decisions, { kind, reference, on }] };
    }
    case 'legality-term-ended':
      return { ...review, termEndedOn: on };
  }
}

function amended(award: Award, { data, date }: Extract<Later, { type: 'convention-amended' }>): Award {
  const { amount, years, period, applicant, referenceDocument } = data;
  const former = applicant === award.applicant ? [] : [award.applicant];
  return {
    ...award,
    ...{ granted: amount, years, period, applicant, referenceDocument },
    formerApplicants: [...award.formerApplicants, ...former],
    documents:
      referenceDocument === award.referenceDocument
        ? award.documents
        : [...award.documents, { document: referenceDocument, from: date }],
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
    const left = award.pieces.filter(piece => !pieces.includes(piece));
    return { ...award, status: 'incomplete', demands: [...award.demands, demand], pieces: left };
  }
  const received = event.type === 'pieces-delivered' ? event.data.pieces : [];
  const demands = award.demands.map(demand => (demand.number === event.data.demand ? answered(demand, event) : demand));
  const pending = demands.some(demand => demand.endedOn === null);
  const status = pending ? 'incomplete' : award.status === 'incomplete' ? 'requested' : award.status;
  return { ...award, demands, status, pieces: [...new Set([...award.pieces, ...received])] };
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
  const { award: _award, round: _round, ...vote } = event.data;
  const { outcome, amount } = vote;
  if (outcome === 'adjourned') {
    const round = event.data.round + 1;
    return { ...award, status: 'adjourned', round, adjournedOn: event.date, agenda: null };
  }
  return {
    ...award,
    status: outcome === 'rejected' ? 'rejected' : 'adopted',
    granted: outcome === 'rejected' ? null : amount,
    vote: { ...vote, on: event.date },
  };
}

const GRANTED: readonly AwardStatus[] = ['adopted', 'executory', 'in-force', 'ended'];

function withStatus(award: Award): Award {
  if (!GRANTED.includes(award.status)) return award;
  if (award.settledOn !== null) return { ...award, status: 'settled' };
  if (award.endedOn !== null) return { ...award, status: 'ended' };
  return { ...award, status: isInForce(award) ? 'in-force' : executoryOn(award) ? 'executory' : 'adopted' };
}
