import { expect, it } from '@jest/globals';
import { EVENT_TYPES, type EventName } from '../../src/domain/dossier/state.js';

/** What the first version of a fact is read as, one version after the other. */
function readAs(type: EventName, data: object): object {
  const { version, upcast = {} } = EVENT_TYPES[type];
  let read = data;
  for (let of = 1; of < version; of++) read = upcast[of]?.(read) ?? read;
  return read;
}

const MEANS = { means: null, availableOn: null, consultedOn: null, agreedOn: null };

it.each<[type: EventName, what: string, before: object, now: object]>([
  [
    'grant-requested',
    'asks for a first grant: no convention before it, no year of its own, no forecast',
    { award: 'a', amount: 1 },
    {
      ...{ award: 'a', amount: 1, parent: null, year: null, referenceDocument: null, budget: null },
      ...{ knownPieces: [], channel: 'electronic', requestedBy: 'carrier' },
      ...{ receivedElsewhereOn: null, reglement: null },
    },
  ],
  ['grant-notified', 'was received on its date, by means that nobody asked', { award: 'a' }, { award: 'a', ...MEANS }],
  ['refusal-notified', 'was received on its date', { award: 'a' }, { award: 'a', ...MEANS }],
  ['convention-notified', 'was received on its date', { award: 'a' }, { award: 'a', ...MEANS }],
  [
    'legality-letter-recorded',
    'asks to complete the transmission, where it asked for pieces',
    { award: 'a', nature: 'pieces-demand' },
    { award: 'a', nature: 'completion' },
  ],
  [
    'legality-letter-recorded',
    'asks for explanations, where it observed',
    { award: 'a', nature: 'observations' },
    { award: 'a', nature: 'information' },
  ],
  [
    'legality-letter-recorded',
    'refers the decision to the court, as it did',
    { award: 'a', nature: 'referral' },
    { award: 'a', nature: 'referral' },
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
  expect(EVENT_TYPES[type].version).toBeGreaterThan(1);
  expect(readAs(type, before)).toEqual(now);
});
