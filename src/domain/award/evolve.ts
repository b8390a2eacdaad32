import { cents } from '../kernel/cents.js';
import type { RecordedIn } from '../dossier/event.js';
import type { AwardEvents } from './events.js';
import { executoryOn, isInForce, type Award, type AwardStatus, type AwardsSlice, type PieceDemand } from './slice.js';

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
    commitment: data.commitment ?? null,
    id: award,
    status: 'requested',
    yearlyForecast: data.budget === null ? null : cents(Math.ceil(data.budget / data.years)),
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
    adjournedOn: null,
    agenda: null,
    vote: null,
    implicitRejection: null,
    transmittedOn: null,
    legality: { letters: [], termEndedOn: null },
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
    case 'legality-letter-recorded':
      return { ...award, legality: { ...award.legality, letters: [...award.legality.letters, letter(event)] } };
    case 'legality-term-ended':
      return { ...award, legality: { ...award.legality, termEndedOn: event.date } };
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

const letter = ({ data: { nature, reference }, date: on }: Extract<Later, { type: 'legality-letter-recorded' }>) => ({
  nature,
  reference,
  on,
});

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
  if (outcome === 'adjourned') {
    const round = event.data.round + 1;
    return { ...award, status: 'adjourned', round, adjournedOn: event.date, agenda: null };
  }
  return {
    ...award,
    status: outcome === 'rejected' ? 'rejected' : 'adopted',
    granted: outcome === 'rejected' ? null : amount,
    vote: { outcome, on: event.date, amount, textHash, conventionRequired },
  };
}

const GRANTED: readonly AwardStatus[] = ['adopted', 'executory', 'in-force', 'ended'];

function withStatus(award: Award): Award {
  if (!GRANTED.includes(award.status)) return award;
  if (award.settledOn !== null) return { ...award, status: 'settled' };
  if (award.endedOn !== null) return { ...award, status: 'ended' };
  return { ...award, status: isInForce(award) ? 'in-force' : executoryOn(award) ? 'executory' : 'adopted' };
}
