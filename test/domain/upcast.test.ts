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
  [
    'observations-invited',
    'names no ground, and no amount',
    { award: 'a', matter: 'termination', term: '2026-02-17' },
    {
      ...{ award: 'a', matter: 'termination', term: '2026-02-17' },
      ...{ rank: 1, grounds: [], amount: null, sanction: false },
    },
  ],
  ['observations-presented', 'is the first on its measure', { matter: 'recovery' }, { matter: 'recovery', rank: 1 }],
  ['observations-term-ended', 'is the first on its measure', { matter: 'recovery' }, { matter: 'recovery', rank: 1 }],
  ['convention-terminated', 'names no hearing', { by: 'region' }, { by: 'region', grounds: [], hearing: null }],
  ['excess-claimed', 'is the first of its grant', { amount: 1 }, { amount: 1, rank: 1, returnBy: null, hearing: null }],
  ['recovery-ordered', 'names no hearing', { amount: 1 }, { amount: 1, rank: 1, hearing: null }],
  ['recovery-collected', 'is of the first claim', { amount: 1 }, { amount: 1, rank: 1 }],
  ['recovery-waived', 'is of the first claim', { award: 'a' }, { award: 'a', rank: 1 }],
  ['convention-settled', 'opens the first claim', { excess: 1 }, { excess: 1, claim: { rank: 1, hearing: 1 } }],
  ['convention-settled', 'may open no claim', { excess: 0 }, { excess: 0, claim: null }],
])('a fact « %s » of the first version %s', (type, _what, before, now) => {
  expect(EVENT_TYPES[type].version).toBe(2);
  expect(readAs(type, before)).toEqual(now);
});
