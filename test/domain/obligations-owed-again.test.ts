import { describe, expect, it } from '@jest/globals';
import { fold, type NewEvent } from '../../src/domain/dossier/state.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { DossierBuilder } from '../builders/dossier.js';

const DUE = civilDate('2026-03-02');
const opened = (obligation: string, follows: string | null, due = DUE): NewEvent => ({
  type: 'obligation-opened',
  data: {
    ...{ obligation, kind: 'grant-request', instance: '1', opening: follows === null ? 1 : 2 },
    ...{ debtor: { role: 'carrier' }, due, source: 'Règlement', follows },
  },
});
const rung: NewEvent = { type: 'rung-reached', data: { obligation: 'a', rung: 'jo-3', merged: ['j-15'] } };
const escalated: NewEvent = { type: 'obligation-escalated', data: { obligation: 'a' } };
const withdrawn: NewEvent = { type: 'obligation-withdrawn', data: { obligation: 'a' } };
const done: NewEvent = { type: 'obligation-done', data: { obligation: 'a', by: 'f' } };

function again(events: readonly NewEvent[]) {
  const { id, events: recorded } = new DossierBuilder('2026-02-02').records(events, 'skip-study');
  return fold(id, recorded).obligations['b'];
}

describe('what is owed again', () => {
  it('after it was withdrawn, by the same day, is not recalled twice', () => {
    expect(again([opened('a', null), rung, escalated, withdrawn, opened('b', 'a')])).toMatchObject({
      state: 'open',
      rungs: ['j-15', 'jo-3'],
      escalated: true,
    });
  });

  it.each<[string, readonly NewEvent[]]>([
    ['after it was done', [opened('a', null), rung, escalated, done, opened('b', 'a')]],
    ['by another day', [opened('a', null), rung, escalated, withdrawn, opened('b', 'a', civilDate('2026-04-01'))]],
    ['for the first time', [opened('a', null), rung, escalated, withdrawn, opened('b', null)]],
  ])('%s is recalled from the beginning', (_how, events) => {
    expect(again(events)).toMatchObject({ state: 'open', rungs: [], escalated: false });
  });
});
