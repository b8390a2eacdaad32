import { formatEuros, type Cents } from '../kernel/cents.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { defineAct, type ActContext, type GateContext, type Reasoned } from '../dossier/act.js';
import { notBefore } from '../dossier/gates.js';
import { awardOf } from '../dossier/parties.js';
import type { CofundingOutcome, Contribution } from './slice.js';
import { cited } from '../reglement/references.js';

export interface CofundingRequest {
  /** SIRET of the body that is asked. */
  readonly cofunder: string;
  /** What it is asked for, in cents, over the whole convention. */
  readonly amount: Cents;
}

export interface CofundingDecision {
  readonly outcome: CofundingOutcome;
  /** What it votes, in cents; only with a vote. */
  readonly amount?: Cents;
}

function contribution({ state, subject }: GateContext<'contribution'>): Contribution {
  const found = state.contributions[String(subject.contribution)];
  if (!found) throw new Error(`Contribution absente du dossier : ${subject.contribution}`);
  return found;
}

function wrongRequest(doing: ActContext<CofundingRequest, 'award'>): Refusal | undefined {
  const { state, subject, payload } = doing;
  const source = cited(doing, 'cofunding');
  const award = awardOf(state, subject);
  if (award?.kind !== 'convention')
    return refuse('not-a-convention', 'Un cofinancement se demande pour une convention du pôle.', { source });
  if (payload.amount === 0) return refuse('no-amount', 'Le montant demandé est nul.', { pointer: '/amount' });
  if (payload.cofunder === award.applicant)
    return refuse('cofunder-is-carrier', 'La structure porteuse ne se cofinance pas elle-même.', {
      source,
      pointer: '/cofunder',
    });
  return undefined;
}

const seekCofunding = defineAct<CofundingRequest, 'award'>({
  name: 'seek-cofunding',
  gravity: 'money',
  capability: 'cofunding',
  label: 'Solliciter un cofinanceur',
  subject: 'award',
  path: '/awards/:awardId/contributions',
  roles: ['carrier', 'instructor'],
  party: 'applicant',
  from: ['none'],
  to: ['none', 'sought'],
  emits: ['cofunding-sought'],
  gates: [],
  decide: doing => {
    const { state, subject, payload, date } = doing;
    const convention = subject.award;
    const all = Object.values(state.contributions);
    const rank = all.filter(cofunding => cofunding.convention === convention).length + 1;
    const data = { contribution: all.length + 1, convention, rank, cofunder: payload.cofunder, amount: payload.amount };
    return (
      wrongRequest(doing) ??
      notBefore(date, awardOf(state, subject)?.receivedOn ?? null, 'la demande de subvention du pôle') ?? [
        { type: 'cofunding-sought', data },
      ]
    );
  },
});

function wrongDecision({ outcome, amount }: CofundingDecision): Refusal | undefined {
  if (outcome === 'voted' && !amount)
    return refuse('no-amount', 'Une décision favorable dit le montant accordé.', { pointer: '/amount' });
  if (outcome !== 'voted' && amount !== undefined)
    return refuse('amount-without-vote', 'Un refus ou un ajournement n’accorde rien.', { pointer: '/amount' });
  return undefined;
}

const recordCofundingDecision = defineAct<CofundingDecision, 'contribution'>({
  name: 'record-cofunding-decision',
  gravity: 'money',
  capability: 'cofunding',
  label: 'Constater la décision du cofinanceur',
  subject: 'contribution',
  path: '/poles/:poleId/contributions/:contribution/decisions',
  roles: ['cofunder', 'instructor'],
  party: 'cofunder',
  from: ['sought'],
  to: ['sought', 'voted', 'refused'],
  emits: ['cofunding-decided'],
  gates: [],
  decide: doing => {
    const { payload, date } = doing;
    const { number, convention, rank, round, awaitedSince } = contribution(doing);
    const { outcome, amount = null } = payload;
    const data = { contribution: number, convention, rank, round, outcome, amount };
    return (
      wrongDecision(payload) ??
      notBefore(date, awaitedSince, 'la demande de cofinancement') ?? [{ type: 'cofunding-decided', data }]
    );
  },
});

export interface CofundingReduction extends Reasoned {
  /** What the co-funder still brings, in cents; nothing when it withdraws. */
  readonly amount: Cents;
}

const reduceCofunding = defineAct<CofundingReduction, 'contribution'>({
  name: 'reduce-cofunding',
  gravity: 'money',
  capability: 'cofunding',
  label: 'Constater que le cofinanceur réduit ou retire son concours',
  subject: 'contribution',
  path: '/poles/:poleId/contributions/:contribution/reductions',
  roles: ['cofunder', 'instructor'],
  party: 'cofunder',
  from: ['voted'],
  to: ['voted', 'withdrawn'],
  emits: ['cofunding-reduced'],
  gates: [],
  decide: doing => {
    const { payload, date } = doing;
    const { number, convention, rank, voted, decidedOn } = contribution(doing);
    if (voted !== null && payload.amount >= voted)
      return refuse(
        'amount-not-reduced',
        `Le cofinanceur a voté ${formatEuros(voted)} : sa nouvelle décision en accorde moins, ou rien.`,
        { source: cited(doing, 'cofunding'), pointer: '/amount' },
      );
    return (
      notBefore(date, decidedOn, 'la décision du cofinanceur') ?? [
        {
          type: 'cofunding-reduced',
          data: { contribution: number, convention, rank, amount: payload.amount },
          private: { reason: payload.reason },
        },
      ]
    );
  },
});

export const cofundingActs = [seekCofunding, recordCofundingDecision, reduceCofunding] as const;
