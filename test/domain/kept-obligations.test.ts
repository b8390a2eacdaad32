import { describe, expect, it } from '@jest/globals';
import { keptObligations, type Obligation, type ObligationState } from '../../src/domain/obligations/slice.js';

const obligation = (kind: string, state: ObligationState, opening = 1): Obligation => ({
  ...{ id: `${kind}-${opening}`, kind, instance: '1', opening, state, debtor: { role: 'instructor' }, source: '' },
  ...{ due: null, follows: null, waived: state === 'waived', creditor: null, trigger: null, period: null },
  ...{ openedOn: '2026-02-02' as Obligation['openedOn'], datedOn: '2026-02-02' as Obligation['datedOn'], rungs: [] },
  ...{ escalated: false, round: 0, changedAt: '2026-02-02T08:00:00Z' as Obligation['changedAt'], recalledOn: null },
  ...{ reminders: 0, extension: { requested: null, requestedBy: null, granted: null } },
});
const fact = (key: string) => ({ key });

function retainedIds(obligations: readonly Obligation[], ...facts: readonly string[]): readonly string[] {
  return Object.keys(
    keptObligations(Object.fromEntries(obligations.map(candidate => [candidate.id, candidate])), facts.map(fact)),
  );
}

describe('what is kept with a dossier of its obligations', () => {
  it('is what is open, and what was waived and is awaited still', () => {
    expect(retainedIds([obligation('vote', 'open'), obligation('indicators', 'waived')], 'vote/1')).toEqual([
      'vote-1',
      'indicators-1',
    ]);
  });

  it('is no more what was met: a fact is heard once', () => {
    expect(retainedIds([obligation('vote', 'done'), obligation('payment', 'open')], 'vote/1')).toEqual(['payment-1']);
  });

  it('is still what was withdrawn, or met by a fact that was retracted: it may be owed again', () => {
    expect(retainedIds([obligation('vote', 'withdrawn'), obligation('payment', 'done')])).toEqual([
      'vote-1',
      'payment-1',
    ]);
  });

  it('holds every opening of what is owed again', () => {
    expect(retainedIds([obligation('vote', 'done'), obligation('vote', 'open', 2)])).toEqual(['vote-1', 'vote-2']);
  });

  it('is nothing that is closed, once the dossier is: its story awaits nothing', () => {
    expect(retainedIds([obligation('vote', 'withdrawn'), obligation('payment', 'open')], 'closure/1')).toEqual([
      'payment-1',
    ]);
  });
});
