import { addCents, cents, formatEuros, ZERO, type Cents } from '../kernel/cents.js';
import { formatFrench, type CivilDate } from '../kernel/civil-date.js';
import { dueDate, inWords } from '../kernel/delay.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Award } from '../award/slice.js';
import { defineAct, type ActContext, type GateContext } from '../dossier/act.js';
import { absolute, firstRefusal, notBefore } from '../dossier/gates.js';
import { award as grant } from '../dossier/parties.js';
import { runningConvention } from '../dossier/stage.js';
import type { NewEvent } from '../dossier/state.js';
import { instalmentsOfGrant, withdrawnOf } from '../funded-year/due.js';
import { legalDelay } from '../reglement/reglement.js';
import { claimName, leftAtEnd } from './cycles.js';
import type { Founded } from './ending-acts.js';
import { wrongGrounds, type Ground } from './grounds.js';
import { heardOn, notHeardYet } from './hearings.js';
import { noFormalNotice } from './observations-acts.js';
import { claimUnderWay, excessClaimed, lapses, nextClaim } from './settlement-acts.js';
import { claimedOf, orderedFor } from './settlement.js';
import type { ObservationMatter } from '../reglement/measures.js';
import type { Hearing, LeftAtEnd, WithdrawalBasis } from './slice.js';
import { commitmentClawback, toReturn } from './withdrawal.js';
import { cited } from '../reglement/references.js';

export interface Deliberated {
  /** Number of the délibération: who granted withdraws, in the same form. */
  readonly deliberation: string;
}

export interface Revocation extends Founded, Deliberated {
  readonly basis: Exclude<WithdrawalBasis, 'commitment'>;
  /** What is withdrawn, in cents; the whole of what stays granted when absent. */
  readonly amount?: Cents;
}

export interface CommitmentWithdrawal extends Deliberated {
  readonly reason: string;
  readonly breachOn: CivilDate;
  /** By when what was paid for the time after the breach is to be given back. */
  readonly returnBy: CivilDate;
}

const WITHDRAWABLE: readonly Award['status'][] = ['adopted', 'executory', 'in-force', 'ended'];
const BINDING: readonly Award['status'][] = ['in-force', 'ended'];

export const conventionOnly = absolute<'award'>('grant-of-convention', situation =>
  grant(situation).kind === 'convention'
    ? undefined
    : refuse('not-a-convention', 'Seule la subvention d’une convention du pôle se retire ou s’abroge ainsi.'),
);

export const heardBefore = (matter: ObservationMatter) =>
  absolute<'award'>('observations-heard', situation => notHeardYet(situation, situation.subject.award, matter));

const nothingPrepared = absolute<'award'>('no-payment-prepared', ({ state, subject }) => {
  const prepared = instalmentsOfGrant(state, subject.award).find(
    ({ status }) => status === 'prepared' || status === 'liquidated',
  );
  if (!prepared) return undefined;
  return refuse('payment-under-way', 'Un versement de cette subvention est en cours de liquidation.', {
    liftedBy: prepared.status === 'prepared' ? 'return-liquidation' : 'record-payment-order',
  });
});

const noClaim = absolute<'award'>('no-claim-under-way', claimUnderWay);

const grantedIn = ({ state, subject }: Pick<GateContext<'award'>, 'state' | 'subject'>): Cents =>
  addCents(ZERO, ...instalmentsOfGrant(state, subject.award).map(({ amount }) => amount));

/** What no withdrawal has taken off yet. */
const staysGranted = (situation: GateContext<'award'>): Cents =>
  cents(grantedIn(situation) - withdrawnOf(situation.state, situation.subject.award));

interface Taken {
  readonly basis: WithdrawalBasis;
  readonly grounds: readonly Ground[];
  readonly deliberation: string;
  readonly reason: string;
  readonly amount: Cents;
  readonly hearing: Hearing;
  readonly breachOn?: CivilDate;
  readonly returnBy?: CivilDate;
}

/** What a withdrawal leaves: what it takes off the grant, the account where nothing stays of it, what is claimed back. */
function withdrawal(doing: ActContext<object, 'award'>, taken: Taken): readonly NewEvent[] {
  const { state, subject } = doing;
  const of = grant(doing);
  const { amount, hearing, returnBy = null, reason } = taken;
  const [granted, paid] = [grantedIn(doing), orderedFor(state, of.id)];
  const withdrawn = addCents(withdrawnOf(state, of.id), amount);
  const due = toReturn({ granted, withdrawn, paid, claimed: claimedOf(state, of.id) });
  const claim = due > 0 ? nextClaim(state, of.id) : null;
  const whole = withdrawn === granted;
  const ends = (whole || taken.basis === 'commitment') && isLast(doing);
  return [
    {
      type: 'grant-withdrawn',
      data: {
        ...{ award: of.id, basis: taken.basis, grounds: taken.grounds, hearing: hearing.event, amount, whole, ends },
        ...{ deliberation: taken.deliberation, breachOn: taken.breachOn ?? null, claim },
        rank: state.lifecycle.withdrawals.filter(({ award }) => award === of.id).length + 1,
        ...(ends ? left(doing, { whole, claim }) : { cycles: [] }),
      },
      private: { reason },
    },
    ...(whole ? settledWith(doing, of, { granted, paid, excess: due }) : []),
    ...(claim === null
      ? []
      : [excessClaimed(subject.award, { rank: claim, amount: due, returnBy, hearing: hearing.event })]),
  ];
}

/** Whether no other convention runs after this one. */
export function isLast({ state, subject }: GateContext<'award'>): boolean {
  const running = runningConvention(state);
  return running === undefined || running.id === subject.award;
}

/** What the end leaves to be done: of a grant wholly withdrawn, no account any more, but what is claimed back. */
function left(
  { state, subject }: GateContext<'award'>,
  { whole, claim }: { readonly whole: boolean; readonly claim: number | null },
): LeftAtEnd {
  const all = leftAtEnd(state);
  const cycles = whole ? all.cycles.filter(({ award }) => award !== subject.award) : all.cycles;
  const claims = claim === null ? [] : [claimName(subject.award, claim)];
  return { ...all, cycles, claims: [...(all.claims ?? []), ...claims] };
}

function settledWith(
  doing: ActContext<object, 'award'>,
  of: Award,
  { granted, paid, excess }: { readonly granted: Cents; readonly paid: Cents; readonly excess: Cents },
): readonly NewEvent[] {
  const data = { award: of.id, granted, due: ZERO, paid, excess, released: cents(granted - paid), claim: null };
  return [{ type: 'convention-settled', data }, ...lapses(doing, of)];
}

/** Refuses an illegal grant withdrawn more than four months after it was made, or in part. */
function illegalTooLate(doing: ActContext<Revocation, 'award'>): Refusal | undefined {
  const { payload, date, rules } = doing;
  const votedOn = grant(doing).vote?.on;
  if (payload.basis !== 'illegal' || votedOn === undefined) return undefined;
  const law = legalDelay(rules.law, 'illegal-grant-withdrawal', votedOn);
  if (payload.amount !== undefined)
    return refuse('illegal-grant-whole', 'Une attribution illégale se retire entière.', {
      source: law?.source,
      pointer: '/amount',
      absolute: true,
    });
  if (!law) return undefined;
  const last = dueDate(votedOn, law);
  if (date <= last) return undefined;
  return refuse(
    'illegal-grant-too-late',
    `Une attribution illégale se retire dans les ${inWords(law)} de sa prise : celle du ${formatFrench(votedOn)} ne se retire plus depuis le ${formatFrench(last)}.`,
    { source: law.source, pointer: '/date', absolute: true },
  );
}

/** An illegal grant is withdrawn as such; conditions, for what was not respected. */
function wrongBasis(doing: ActContext<Revocation, 'award'>): Refusal | undefined {
  const { basis, grounds } = doing.payload;
  const isIllegal = grounds.includes('illegal-grant');
  const isWrong =
    grounds.includes('republican-commitment') || (basis === 'illegal' ? !isIllegal || grounds.length > 1 : isIllegal);
  if (!isWrong) return undefined;
  return refuse(
    'ground-of-other-measure',
    'Ces motifs sont ceux d’une autre mesure : attribution illégale, conditions non respectées, et contrat d’engagement républicain se retirent chacun à part.',
    { source: cited(doing, 'withdrawal-measures'), pointer: '/grounds' },
  );
}

function wrongAmount(amount: Cents, situation: GateContext<'award'>): Refusal | undefined {
  const stays = staysGranted(situation);
  if (amount > 0 && amount <= stays) return undefined;
  return refuse('amount-above-grant', `Le retrait porte sur ${formatEuros(stays)} au plus, et sur plus de zéro.`, {
    pointer: '/amount',
  });
}

const revokeGrant = defineAct<Revocation, 'award'>({
  name: 'revoke-grant',
  gravity: 'ending',
  capability: 'lifecycle',
  machine: 'award',
  label: 'Retirer la subvention',
  subject: 'award',
  path: '/conventions/:awardId/grant-revocations',
  roles: ['manager'],
  from: WITHDRAWABLE,
  to: [...WITHDRAWABLE, 'settled'],
  leads: { 'funded-year': ['lapsed'], recovery: ['claimed'], lifecycle: ['revoked'] },
  emits: ['grant-withdrawn', 'convention-settled', 'instalments-lapsed', 'excess-claimed'],
  gates: [conventionOnly, heardBefore('withdrawal'), nothingPrepared, noClaim],
  decide: doing => {
    const { payload, date, subject } = doing;
    const { basis, grounds, deliberation, reason } = payload;
    const amount = payload.amount ?? staysGranted(doing);
    const taken = { award: subject.award, matter: 'withdrawal', grounds } as const;
    const refusal = firstRefusal(
      wrongGrounds(grounds, doing),
      wrongBasis(doing),
      illegalTooLate(doing),
      wrongAmount(amount, doing),
      notBefore(date, grant(doing).vote?.on ?? null, 'le vote'),
      basis === 'conditions' ? noFormalNotice(doing, taken) : undefined,
    );
    if (refusal) return refusal;
    const hearing = heardOn(doing, subject.award, { matter: 'withdrawal', grounds, amount });
    if ('code' in hearing) return hearing;
    return withdrawal(doing, { basis, grounds, deliberation, reason, amount, hearing });
  },
});

/**
 * A grant asked for since the décret is in force, a breach between the grant and the decision, within its period, and six
 * months at most to give back.
 */
function wrongBreach(doing: ActContext<CommitmentWithdrawal, 'award'>): Refusal | undefined {
  const { payload, date, rules } = doing;
  const { vote, period, receivedOn } = grant(doing);
  const law = legalDelay(rules.law, 'commitment-return', receivedOn);
  if (!law)
    return refuse(
      'no-commitment',
      'Cette subvention a été demandée avant qu’un texte ne permette de la retirer pour ce manquement.',
      { source: 'Décret n° 2021-1947', absolute: true },
    );
  const { source } = law;
  if (payload.breachOn > date || payload.breachOn > period.to || (vote && payload.breachOn < vote.on))
    return refuse(
      'breach-outside-grant',
      'Le manquement est daté entre l’attribution et la décision, avant la fin de la période financée.',
      {
        ...{ source, pointer: '/breachOn' },
      },
    );
  const last = dueDate(date, law);
  if (payload.returnBy >= date && payload.returnBy <= last) return undefined;
  return refuse('return-term', `Le délai pour restituer court jusqu’au ${formatFrench(last)} au plus tard.`, {
    ...{ source, pointer: '/returnBy' },
  });
}

const COMMITMENT: readonly Ground[] = ['republican-commitment'];

const withdrawForCommitment = defineAct<CommitmentWithdrawal, 'award'>({
  name: 'withdraw-for-commitment',
  gravity: 'ending',
  capability: 'lifecycle',
  machine: 'award',
  label: 'Retirer la subvention pour manquement au contrat d’engagement républicain',
  subject: 'award',
  path: '/conventions/:awardId/commitment-withdrawals',
  roles: ['manager'],
  from: BINDING,
  to: [...BINDING, 'settled'],
  leads: { 'funded-year': ['lapsed'], recovery: ['claimed'], lifecycle: ['revoked'] },
  emits: ['grant-withdrawn', 'convention-settled', 'instalments-lapsed', 'excess-claimed'],
  gates: [conventionOnly, heardBefore('commitment'), nothingPrepared, noClaim],
  decide: doing => {
    const { payload, date, subject } = doing;
    const { period, vote } = grant(doing);
    const refusal = firstRefusal(wrongBreach(doing), notBefore(date, vote?.on ?? null, 'le vote'));
    if (refusal) return refusal;
    const whole = commitmentClawback(grantedIn(doing), period, payload.breachOn);
    const amount = cents(Math.min(whole, staysGranted(doing)));
    const hearing = heardOn(doing, subject.award, { matter: 'commitment', grounds: COMMITMENT, amount });
    if ('code' in hearing) return hearing;
    return withdrawal(doing, { ...payload, basis: 'commitment', grounds: COMMITMENT, amount, hearing });
  },
});

export const withdrawalActs = [revokeGrant, withdrawForCommitment] as const;
