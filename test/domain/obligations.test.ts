import { describe, expect, it } from '@jest/globals';
import { evolve, initialState, type NewEvent, type RecordedEvent } from '../../src/domain/dossier/state.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { addSeconds, instant } from '../../src/domain/kernel/paris.js';

const DUE = civilDate('2026-05-04');
const OPENED: NewEvent = {
  type: 'obligation-opened',
  data: {
    obligation: 'o-1',
    kind: 'vote',
    instance: 'a/1',
    opening: 1,
    debtor: { role: 'instructor' },
    due: DUE,
    source: 'Règlement',
    follows: null,
  },
};
const OF = { obligation: 'o-1' };
const DAY = '2026-02-02';
const LATER = civilDate('2026-06-04');

const WRITTEN = instant('2026-02-02T08:00:00Z');
/** What is told of it changed with the second event. */
const CHANGED = { changedAt: instant('2026-02-02T08:00:01Z') };

/** The obligations after some events, all of 2 February, a second apart. */
function after(...events: readonly NewEvent[]) {
  const recorded = events.map(
    (event, rank) =>
      ({ ...event, ...HANDS, date: civilDate('2026-02-02'), recordedAt: addSeconds(WRITTEN, rank) }) as RecordedEvent,
  );
  return recorded.reduce(evolve, initialState('id')).obligations;
}

const HANDS = { actor: 'someone', insteadOf: null };

describe('an obligation', () => {
  it('opened, says who owes what by when, and has reached no rung', () => {
    expect(after(OPENED)).toEqual({
      'o-1': {
        id: 'o-1',
        kind: 'vote',
        instance: 'a/1',
        opening: 1,
        debtor: { role: 'instructor' },
        due: DUE,
        source: 'Règlement',
        follows: null,
        state: 'open',
        waived: false,
        openedOn: '2026-02-02',
        creditor: null,
        trigger: null,
        period: null,
        rungs: [],
        escalated: false,
        datedOn: '2026-02-02',
        round: 0,
        changedAt: WRITTEN,
        recalledOn: null,
        reminders: 0,
        extension: { requested: null, requestedBy: null, granted: null },
      },
    });
  });

  it.each<[what: string, event: NewEvent, change: object]>([
    ['done', { type: 'obligation-done', data: { ...OF, by: 'e' } }, { state: 'done', ...CHANGED }],
    ['withdrawn', { type: 'obligation-withdrawn', data: OF }, { state: 'withdrawn', ...CHANGED }],
    [
      'owed by another',
      { type: 'debtor-changed', data: { ...OF, from: { role: 'instructor' }, to: { role: 'manager' } } },
      { debtor: { role: 'manager' }, ...CHANGED },
    ],
    [
      'at a rung',
      { type: 'rung-reached', data: { ...OF, rung: 'j+15', merged: ['jo-3', 'j+1'] } },
      { rungs: ['jo-3', 'j+1', 'j+15'], recalledOn: DAY },
    ],
    ['escalated', { type: 'obligation-escalated', data: OF }, { escalated: true }],
    [
      'without a day',
      { type: 'due-date-moved', data: { ...OF, from: DUE, to: null } },
      { due: null, round: 1, ...CHANGED },
    ],
    ['recalled by hand', { type: 'reminder-asked', data: OF }, { recalledOn: DAY, reminders: 1 }],
    ['exempted', { type: 'obligation-waived', data: OF }, { state: 'waived', waived: true, ...CHANGED }],
    [
      'asked to wait',
      { type: 'extension-requested', data: { ...OF, until: LATER } },
      { extension: { requested: LATER, requestedBy: { account: 'someone' }, granted: null } },
    ],
    [
      'given more time',
      { type: 'extension-granted', data: { ...OF, until: LATER } },
      { extension: { requested: null, requestedBy: null, granted: { until: LATER, on: DAY } } },
    ],
    [
      'refused more time',
      { type: 'extension-refused', data: OF },
      { extension: { requested: null, requestedBy: null, granted: null } },
    ],
  ])('%s, keeps all that is not said to change', (_what, event, change) => {
    expect(after(OPENED, event)['o-1']).toEqual({ ...after(OPENED)['o-1'], ...change });
  });

  it('put off, climbs its ladder again from the bottom', () => {
    const moved = after(
      OPENED,
      { type: 'rung-reached', data: { ...OF, rung: 'jo-3', merged: [] } },
      { type: 'rung-reached', data: { ...OF, rung: 'j+1', merged: [] } },
      { type: 'obligation-escalated', data: OF },
      { type: 'due-date-moved', data: { ...OF, from: DUE, to: LATER } },
    );
    expect(moved['o-1']).toMatchObject({ due: LATER, rungs: [], escalated: false, state: 'open' });
  });

  it('that was never opened is a fault of the journal', () => {
    expect(() => after({ type: 'obligation-withdrawn', data: { obligation: 'o-2' } })).toThrow(/o-2/);
  });
});
