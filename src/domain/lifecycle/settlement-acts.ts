import { refuse, type Refusal } from '../kernel/refusal.js';
import { cents, type Cents } from '../kernel/cents.js';
import type { Award } from '../award/slice.js';
import { awaitedKey } from '../dossier/expectations.js';
import { defineAct, type Act, type GateContext, type Reasoned } from '../dossier/act.js';
import { absolute, notBefore, waivable } from '../dossier/gates.js';
import { award as grant } from '../dossier/parties.js';
import { Things } from '../dossier/things.js';
import type { DossierState, NewEvent } from '../dossier/state.js';
import { instalmentsOfGrant, leftToLiquidate } from '../funded-year/due.js';
import { openedYears, stoppedOn } from '../funded-year/exercise.js';
import type { FundedYear } from '../funded-year/years-slice.js';
import { isWaived } from '../obligations/slice.js';
import { unrecovered } from './cycles.js';
import { heardOn, hearingFor, hearingsOn, notHeardYet, runningHearing } from './hearings.js';
import { accountOf, claimedOf } from './settlement.js';
import type { Recovery } from './slice.js';
import { cited, type Citing } from '../reglement/references.js';

const ownAccount = absolute<'award'>('own-account', situation => {
  const { kind } = grant(situation);
  if (kind === 'convention' || kind === 'study') return undefined;
  return refuse('no-own-account', 'Un avenant ou un vote annuel se solde avec sa convention.');
});

const runOver = absolute<'award'>('run-over', situation => {
  const { endedOn } = grant(situation);
  if (endedOn !== null || stoppedOn(situation.state) !== null || situation.state.lifecycle.status === 'refused')
    return undefined;
  return refuse('convention-runs', 'La convention court encore : elle se solde à son terme.', {
    source: situation.rules.reglement.clauses.duration,
  });
});

/** Every report of a year is accepted, but for those that the manager waived. */
const isAnswered = (state: DossierState, { award, year, reports }: FundedYear) =>
  Object.values(reports).every(
    ({ kind, status, round }) => status === 'accepted' || isWaived(state, awaitedKey(kind, { award, year, round })),
  );

const accountsAccepted = waivable<'award'>('accounts-accepted', situation =>
  openedYears(situation.state, grant(situation).id).every(year => isAnswered(situation.state, year))
    ? undefined
    : refuse('reports-not-accepted', 'Les comptes rendus de tous les exercices ne sont pas acceptés.', {
        source: cited(situation, 'grant-account'),
        liftedBy: 'accept-report',
      }),
);

/** A liquidation under way, or a claim that still has something due, is finished first. */
function paymentUnderWay(situation: GateContext<'award'>): Refusal | undefined {
  const under = instalmentsOfGrant(situation.state, grant(situation).id).find(
    instalment =>
      instalment.status === 'prepared' ||
      instalment.status === 'liquidated' ||
      (instalment.status === 'claimed' && leftToLiquidate(situation.state, instalment, situation.rules) > 0),
  );
  if (!under) return undefined;
  const lifts = { claimed: 'prepare-liquidation', prepared: 'validate-liquidation' } as Record<string, string>;
  return refuse('payment-under-way', `Le ${new Things(situation.state, under, 'full').instalment.text} est en cours.`, {
    liftedBy: lifts[under.status] ?? 'record-payment-order',
  });
}

const settleCycle = defineAct<object, 'award'>({
  name: 'settle-cycle',
  gravity: 'money',
  capability: 'lifecycle',
  machine: 'award',
  label: 'Solder la convention',
  subject: 'award',
  path: '/conventions/:awardId/settlements',
  roles: ['instructor'],
  from: ['in-force', 'ended'],
  to: ['settled'],
  leads: { 'funded-year': ['lapsed'], recovery: ['claimed'] },
  emits: ['convention-settled', 'instalments-lapsed', 'excess-claimed'],
  afterEnd: 'until-closed',
  gates: [
    ...[ownAccount, runOver, accountsAccepted, absolute('no-payment-under-way', paymentUnderWay)],
    absolute('no-claim-under-way', claimUnderWay),
  ],
  decide: doing => {
    const of = grant(doing);
    const { granted, due, paid, released, ...account } = accountOf(doing.state, of, doing.rules);
    const excess = cents(Math.max(0, account.excess - claimedOf(doing.state, of.id)));
    const claim = excess > 0 ? { rank: nextClaim(doing.state, of.id), hearing: nextHearing(doing, excess) } : null;
    return (
      notBefore(doing.date, of.endedOn ?? doing.state.lifecycle.endedOn, 'la fin de la convention') ?? [
        { type: 'convention-settled', data: { award: of.id, granted, due, paid, excess, released, claim } },
        ...lapses(doing, of),
        ...(claim ? [excessClaimed(of.id, { rank: claim.rank, amount: excess, returnBy: null, hearing: null })] : []),
      ]
    );
  },
});

const UNPAID: readonly string[] = ['planned', 'claimed'];

type Claimed = Omit<Extract<NewEvent, { type: 'excess-claimed' }>['data'], 'award'>;

export const excessClaimed = (award: string, claim: Claimed): NewEvent => ({
  type: 'excess-claimed',
  data: { award, ...claim },
});

/** The rank of the next claim of a grant. */
export const nextClaim = ({ lifecycle }: DossierState, of: string): number => (lifecycle.recoveries[of]?.rank ?? 0) + 1;

/** The rank of the hearing on an excess of an account: one held already on as much, or still running, else the next. */
function nextHearing({ state, subject }: GateContext<'award'>, amount: Cents): number {
  const hearings = hearingsOn(state, subject.award, 'recovery');
  const held = hearingFor(hearings, { grounds: ['excess'], amount }) ?? runningHearing(hearings);
  return held?.rank ?? hearings.length + 1;
}

/** One claim of a grant at a time: that of a withdrawal is collected or waived before the account is closed. */
export function claimUnderWay(
  situation: Citing & Pick<GateContext<'award'>, 'state' | 'subject'>,
): Refusal | undefined {
  const { state, subject } = situation;
  const [outstanding] = unrecovered(state).filter(([award]) => award === subject.award);
  if (!outstanding) return undefined;
  return refuse('excess-outstanding', 'Un trop-perçu de cette subvention reste à recouvrer.', {
    source: cited(situation, 'recovery'),
    liftedBy: outstanding[1].status === 'claimed' ? 'record-recovery-order' : 'record-recovery',
  });
}

/** The instalments that will not be paid any more, by the award that voted them. */
export function lapses({ state }: GateContext, of: Award): readonly NewEvent[] {
  const unpaid = instalmentsOfGrant(state, of.id).filter(instalment => UNPAID.includes(instalment.status));
  const awards = [...new Set(unpaid.map(instalment => instalment.award))];
  return awards.map(award => ({
    type: 'instalments-lapsed',
    data: {
      award,
      lapsed: unpaid.filter(instalment => instalment.award === award).map(({ year, number }) => ({ year, number })),
    },
  }));
}

function recovery({ state, subject }: GateContext<'award'>): Recovery {
  const found = state.lifecycle.recoveries[subject.award];
  if (!found) throw new Error(`Trop-perçu absent du dossier : ${subject.award}`);
  return found;
}

function onRecovery<Payload extends object>(
  act: Omit<Act<Payload, 'award'>, 'capability' | 'machine' | 'subject' | 'path' | 'afterEnd'> & {
    readonly noun: string;
  },
): Act<Payload, 'award'> {
  const { noun, ...rest } = act;
  return defineAct<Payload, 'award'>({
    ...rest,
    capability: 'lifecycle',
    machine: 'recovery',
    subject: 'award',
    path: `/conventions/:awardId/${noun}`,
    afterEnd: 'always',
  });
}

/** A withdrawal was decided after a hearing; what an account claims is heard on its own. */
function heardOnExcess(situation: GateContext<'award'>): Refusal | undefined {
  const { hearing = null } = situation.state.lifecycle.recoveries[situation.subject.award] ?? {};
  if (hearing !== null) return undefined;
  return notHeardYet(situation, situation.subject.award, 'recovery');
}

const recordRecoveryOrder = onRecovery<{ readonly order: string }>({
  noun: 'recovery-orders',
  name: 'record-recovery-order',
  gravity: 'money',
  label: 'Constater le titre de recettes',
  roles: ['finance'],
  from: ['claimed'],
  to: ['ordered'],
  emits: ['recovery-ordered'],
  gates: [absolute('observations-heard', heardOnExcess)],
  decide: doing => {
    const { amount, since, rank, hearing } = recovery(doing);
    const award = grant(doing).id;
    const heard = hearing === null ? heardOn(doing, award, { matter: 'recovery', grounds: ['excess'], amount }) : null;
    if (heard && 'code' in heard) return heard;
    const data = { award, rank, order: doing.payload.order, amount, hearing: heard?.event ?? hearing };
    return notBefore(doing.date, since, 'le solde de la convention') ?? [{ type: 'recovery-ordered', data }];
  },
});

const recordRecovery = onRecovery<object>({
  noun: 'recoveries',
  name: 'record-recovery',
  gravity: 'money',
  label: 'Constater le recouvrement',
  roles: ['finance'],
  from: ['ordered'],
  to: ['collected'],
  emits: ['recovery-collected'],
  gates: [],
  decide: doing => {
    const { amount, since, rank } = recovery(doing);
    return (
      notBefore(doing.date, since, 'le titre de recettes') ?? [
        { type: 'recovery-collected', data: { award: grant(doing).id, rank, amount } },
      ]
    );
  },
});

const waiveRecovery = onRecovery<Reasoned>({
  noun: 'recovery-waivers',
  name: 'waive-recovery',
  gravity: 'money',
  label: 'Accorder une remise gracieuse du trop-perçu, par décision motivée',
  roles: ['manager'],
  from: ['claimed', 'ordered'],
  to: ['waived'],
  emits: ['recovery-waived'],
  gates: [],
  decide: doing => {
    const { since, rank } = recovery(doing);
    return (
      notBefore(doing.date, since, 'le solde de la convention') ?? [
        { type: 'recovery-waived', data: { award: grant(doing).id, rank }, private: { reason: doing.payload.reason } },
      ]
    );
  },
});

export const settlementActs = [settleCycle, recordRecoveryOrder, recordRecovery, waiveRecovery] as const;
