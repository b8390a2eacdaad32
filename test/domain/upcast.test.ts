import { expect, it } from '@jest/globals';
import { EVENT_TYPES, type EventName } from '../../src/domain/dossier/state.js';

const readAs = (type: EventName, data: object) => EVENT_TYPES[type].upcast?.[1]?.(data);

it.each<[type: EventName, what: string, before: object, now: object]>([
  [
    'grant-requested',
    'asks for a first grant: no convention before it, no year of its own, no forecast',
    { award: 'a', amount: 1 },
    { award: 'a', amount: 1, parent: null, year: null, referenceDocument: null, budget: null },
  ],
  ['project-withdrawn', 'leaves no grant to account for', { reason: 'R' }, { reason: 'R', cycles: [] }],
  ['project-refused', 'leaves no grant to account for', { award: 'a' }, { award: 'a', cycles: [] }],
  [
    'rung-reached',
    'names its rungs by their rank',
    { obligation: 'o', rung: 2, merged: [0, 1] },
    { obligation: 'o', rung: '#2', merged: ['#0', '#1'] },
  ],
  [
    'ladder-changed',
    'names its rungs by their rank',
    { obligation: 'o', passed: [0] },
    { obligation: 'o', passed: ['#0'] },
  ],
  [
    'due-date-moved',
    'names its rungs by their rank',
    { obligation: 'o', from: null, to: null, passed: [10] },
    { obligation: 'o', from: null, to: null, passed: ['#10'] },
  ],
  [
    'due-date-moved',
    'may say of none of them that it passed',
    { obligation: 'o', from: null, to: null },
    { obligation: 'o', from: null, to: null },
  ],
  [
    'report-filed',
    'says of its expenses the eligible ones alone, and what it left',
    { report: 'financial-report', eligibleExpenses: 1, unspent: 2 },
    {
      ...{ report: 'financial-report', eligibleExpenses: 1, unspent: 2 },
      ...{ totalExpenses: null, chargedToGrant: null, otherResources: null },
    },
  ],
  ['agenda-entered', 'does not say who decides', { award: 'a', round: 1 }, { award: 'a', round: 1, organ: null }],
  [
    'vote-recorded',
    'counted its voters, and says nothing of who decided, nor when',
    { award: 'a', members: 83, present: 60, votesFor: 50, votesAgainst: 5, abstentions: 5 },
    {
      ...{ award: 'a', members: 83, present: null, represented: null, voters: 60 },
      ...{ votesFor: 50, votesAgainst: 5, abstentions: 5, organ: null, sessionOn: null, unanimous: false },
      ...{ ballot: 'ordinary', castingVote: null, firstMeetingOn: null, delegation: null, separateVote: false },
      ...{ aside: [], parts: [] },
    },
  ],
  [
    'convention-signed',
    'names no delegation of signature',
    { award: 'a', party: 'region' },
    { award: 'a', party: 'region', delegation: null },
  ],
])('a fact « %s » of the first version %s', (type, _what, before, now) => {
  expect(EVENT_TYPES[type].version).toBe(2);
  expect(readAs(type, before)).toEqual(now);
});
