import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { diversionOf, isReplaced, partyOfRole, successorsOf } from '../../src/domain/reminders/reassignment.js';
import { soughtTogether, type Absence } from '../../src/domain/reminders/recipients.js';
import { owing } from '../builders/owing-dossier.js';
import { EVERYONE } from '../builders/planned-notices.js';
import type { Obligation } from '../../src/domain/obligations/slice.js';

const TODAY = civilDate('2026-05-05');
const DAY_BEFORE = civilDate('2026-05-04');
const DAY_AFTER = civilDate('2026-05-06');
const DELEGATE = { id: 'delegate', account: null, from: civilDate('2026-01-01'), to: null, reachable: true };

const away = (delegate: Absence['delegate']) => ({
  contact: 'absent',
  absence: { from: TODAY, to: TODAY, delegate },
  isDelegateTold: false,
});

describe('what was planned for someone who went away', () => {
  it('goes to their delegate, for them', () => {
    expect(diversionOf(away(DELEGATE), TODAY)).toEqual({ contact: 'delegate', onBehalfOf: 'absent', reason: null });
  });

  it('is not said twice to a delegate who is told of the same', () => {
    const replacement = { ...away(DELEGATE), isDelegateTold: true };
    expect(diversionOf(replacement, TODAY)).toEqual({ contact: 'absent', onBehalfOf: null, reason: 'away' });
  });

  it.each([
    ['nobody is named', null],
    ['the delegate cannot be reached', { ...DELEGATE, reachable: false }],
    ['the delegate has left', { ...DELEGATE, to: DAY_BEFORE }],
    ['the delegate is not there yet', { ...DELEGATE, from: DAY_AFTER }],
  ])('stays theirs when %s, even if the delegate is told', (_when, delegate) => {
    expect(diversionOf({ ...away(delegate), isDelegateTold: true }, TODAY)).toBeUndefined();
  });
});

describe('what was planned for someone who is no longer the one to be told', () => {
  it.each(['contact-ended', 'debtor-changed'] as const)('is said to another when %s', reason => {
    expect(isReplaced(reason)).toBe(true);
  });

  it.each(['done', 'withdrawn', 'waived', 'suspended', 'date-moved', 'unreachable', null] as const)(
    'is said to nobody else when %s',
    reason => {
      expect(isReplaced(reason)).toBe(false);
    },
  );

  it('is said as the party which has that role, or as the role alone', () => {
    const debtor = { role: 'carrier', body: 'A' } as const;
    const creditor = { role: 'cofunder', body: 'B' } as const;
    const owed = { debtor, creditor } as Obligation;
    expect([partyOfRole(owed, 'carrier'), partyOfRole(owed, 'cofunder')]).toEqual([debtor, creditor]);
    expect(partyOfRole({ ...owed, creditor: null }, 'adviser')).toEqual({ role: 'adviser' });
  });
});

it('looks for all the parties of several dossiers together', () => {
  const lookups = [
    { roles: ['carrier'], bodies: ['A'], pays: ['brest'] },
    { roles: ['carrier', 'adviser'], bodies: ['B'], pays: ['brest'] },
  ];
  expect(soughtTogether(lookups)).toEqual({ roles: ['carrier', 'adviser'], bodies: ['A', 'B'], pays: ['brest'] });
});

it('is planned for who holds the role today, or said to be for nobody', () => {
  const { state } = owing();
  const [owed] = Object.values(state.obligations);
  if (!owed) throw new Error('Rien n’est dû.');
  const contacts = (directory: typeof EVERYONE) =>
    successorsOf(directory, state, owed, 'adviser', TODAY).map(({ contact }) => contact);
  expect(contacts(EVERYONE)).toEqual(['adviser']);
  expect(contacts({ ...EVERYONE, people: [] })).toEqual([null]);
});
