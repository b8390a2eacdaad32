import { addCents, ZERO } from '../kernel/cents.js';
import type { RecordedIn } from '../dossier/event.js';
import { principalOf } from '../dossier/roles.js';
import {
  observationsKey,
  type LifecycleEvents,
  type LifecycleSlice,
  type Hearing,
  type Recovery,
  type RecoveryStatus,
} from './slice.js';

type Recorded = RecordedIn<LifecycleEvents>;

export function evolveLifecycle(slice: LifecycleSlice, event: Recorded): LifecycleSlice {
  switch (event.type) {
    case 'project-withdrawn':
      return ended(slice, 'withdrawn', event);
    case 'project-refused':
      return ended(slice, 'refused', event);
    case 'pole-abandoned':
      return ended(slice, 'abandoned', event);
    case 'convention-terminated':
      return used(ended(slice, 'terminated', event), event);
    case 'grant-withdrawn':
      return withdrawn(slice, event);
    case 'grant-abrogated':
      return { ...used(ended(slice, 'abrogated', event), event), endedOn: event.data.from };
    case 'formal-notice-given':
      return { ...slice, formalNotices: [...slice.formalNotices, { ...event.data, on: event.date }] };
    case 'withdrawal-acknowledged':
      return { ...slice, withdrawalAcknowledgedOn: event.date };
    case 'dossier-suspended':
      return {
        ...slice,
        status: 'suspended',
        suspensions: [...slice.suspensions, { from: event.date, to: null }],
      };
    case 'dossier-resumed':
      return { ...resumed(slice, event), status: 'alive' };
    case 'dossier-closed':
      return { ...slice, status: 'closed', closedOn: event.date };
    case 'block-overridden':
      return { ...slice, overrides: [...slice.overrides, { ...event.data, by: principalOf(event) }] };
    case 'step-not-applicable':
    case 'fact-retracted':
    case 'represented-body-rectified':
      return slice;
    case 'observations-invited':
    case 'observations-presented':
    case 'observations-term-ended':
      return withObservations(slice, event);
    case 'excess-claimed':
    case 'recovery-ordered':
    case 'recovery-collected':
    case 'recovery-waived':
      return withRecovery(slice, event);
    default:
      return evolveCycles(slice, event);
  }
}

function resumed(slice: LifecycleSlice, { date }: Recorded): LifecycleSlice {
  return {
    ...slice,
    suspensions: slice.suspensions.map(suspension =>
      suspension.to === null ? { ...suspension, to: date } : suspension,
    ),
  };
}

function ended(slice: LifecycleSlice, status: LifecycleSlice['status'], event: Recorded): LifecycleSlice {
  return { ...resumed(slice, event), status, endedOn: event.date };
}

type OnObservations = Extract<
  Recorded,
  { type: 'observations-invited' | 'observations-presented' | 'observations-term-ended' }
>;

function withObservations(slice: LifecycleSlice, event: OnObservations): LifecycleSlice {
  const { award, matter, rank } = event.data;
  const key = observationsKey(award, matter, rank);
  const before = slice.observations[key];
  const now: Hearing =
    event.type === 'observations-invited'
      ? { ...event.data, event: event.id, invitedOn: event.date, endedOn: null, usedOn: null }
      : { ...(before ?? missing(key)), endedOn: event.date };
  return { ...slice, observations: { ...slice.observations, [key]: now } };
}

function withdrawn(slice: LifecycleSlice, event: Extract<Recorded, { type: 'grant-withdrawn' }>): LifecycleSlice {
  const { award, basis, amount, whole, ends } = event.data;
  const withdrawals = [...slice.withdrawals, { award, basis, amount, whole, on: event.date }];
  return used({ ...(ends ? ended(slice, 'revoked', event) : slice), withdrawals }, event);
}

/** The hearing that a decision consumed serves no other. */
function used(slice: LifecycleSlice, { date, data }: Consuming): LifecycleSlice {
  if (data.hearing === null) return slice;
  const observations = Object.entries(slice.observations).map(
    ([key, hearing]) => [key, hearing.event === data.hearing ? { ...hearing, usedOn: date } : hearing] as const,
  );
  return { ...slice, observations: Object.fromEntries(observations) };
}

type Consuming = Extract<
  Recorded,
  { type: 'convention-terminated' | 'grant-withdrawn' | 'grant-abrogated' | 'recovery-ordered' }
>;

type OnRecovery = Extract<
  Recorded,
  { type: 'excess-claimed' | 'recovery-ordered' | 'recovery-collected' | 'recovery-waived' }
>;

const RECOVERY: Readonly<Record<OnRecovery['type'], RecoveryStatus>> = {
  'excess-claimed': 'claimed',
  'recovery-ordered': 'ordered',
  'recovery-collected': 'collected',
  'recovery-waived': 'waived',
};

function withRecovery(slice: LifecycleSlice, event: OnRecovery): LifecycleSlice {
  const { award } = event.data;
  const status = RECOVERY[event.type];
  const before = slice.recoveries[award];
  if (event.type === 'excess-claimed') {
    const { rank, amount, returnBy, hearing } = event.data;
    const claimedBefore = before ? addCents(before.claimedBefore, before.amount) : ZERO;
    const claimed: Recovery = {
      rank,
      status,
      amount,
      since: event.date,
      order: null,
      returnBy,
      claimedBefore,
      hearing,
    };
    return { ...slice, recoveries: { ...slice.recoveries, [award]: claimed } };
  }
  const now: Recovery = { ...(before ?? missing(award)), status, since: event.date };
  const recovery = event.type === 'recovery-ordered' ? { ...now, order: event.data.order } : now;
  const next = { ...slice, recoveries: { ...slice.recoveries, [award]: recovery } };
  return event.type === 'recovery-ordered' ? used(next, event) : next;
}

type OnCycles = Extract<
  Recorded,
  { type: 'carrier-transferred' | 'former-carrier-settled' | 'final-evaluation-recorded' | 'renewal-requested' }
>;

function evolveCycles(slice: LifecycleSlice, event: OnCycles): LifecycleSlice {
  switch (event.type) {
    case 'carrier-transferred': {
      const { award, amendment, from, to } = event.data;
      return {
        ...slice,
        transfers: [...slice.transfers, { award, amendment, from, to, on: event.date, settledOn: null }],
      };
    }
    case 'former-carrier-settled':
      return {
        ...slice,
        transfers: slice.transfers.map(transfer =>
          transfer.amendment === event.data.amendment ? { ...transfer, settledOn: event.date } : transfer,
        ),
      };
    case 'final-evaluation-recorded': {
      const evaluation = { outcome: event.data.outcome, on: event.date };
      return { ...slice, evaluations: { ...slice.evaluations, [event.data.award]: evaluation } };
    }
    case 'renewal-requested':
      return { ...slice, renewals: { ...slice.renewals, [event.data.convention]: event.data.rank } };
  }
}

function missing(key: string): never {
  throw new Error(`Rien de tel dans le journal : ${key}`);
}
