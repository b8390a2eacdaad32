import type { RecordedIn } from '../dossier/event.js';
import { principalOf } from '../dossier/roles.js';
import {
  observationsKey,
  type LifecycleEvents,
  type LifecycleSlice,
  type Observations,
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
      return ended(slice, 'terminated', event);
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
  const { award, matter } = event.data;
  const key = observationsKey(award, matter);
  const before = slice.observations[key];
  const now: Observations =
    event.type === 'observations-invited'
      ? { award, matter, invitedOn: event.date, term: event.data.term, endedOn: null }
      : { ...(before ?? missing(key)), endedOn: event.date };
  return { ...slice, observations: { ...slice.observations, [key]: now } };
}

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
  const now: Recovery =
    event.type === 'excess-claimed'
      ? { status, amount: event.data.amount, since: event.date, order: null }
      : { ...(before ?? missing(award)), status, since: event.date };
  const recovery = event.type === 'recovery-ordered' ? { ...now, order: event.data.order } : now;
  return { ...slice, recoveries: { ...slice.recoveries, [award]: recovery } };
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
