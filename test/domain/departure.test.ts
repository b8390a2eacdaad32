import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { whyNotLeave, type DepartureFacts } from '../../src/domain/reminders/departure.js';

const DUE = civilDate('2026-05-04');
const TODAY = civilDate('2026-05-05');
const YESTERDAY = civilDate('2026-05-04');
const TOMORROW = civilDate('2026-05-06');

const OWED = { state: 'open', due: DUE, debtorRole: 'carrier', debtorBody: 'B' } as const;
const READER = { from: civilDate('2026-01-01'), to: null, reachable: true };
const HOLDER = { role: 'carrier', bodies: ['A', 'B'], to: null };
const FACTS: DepartureFacts = {
  event: null,
  due: DUE,
  owed: OWED,
  stage: 'in-progress',
  reader: READER,
  holder: HOLDER,
};

describe('a notice that is about to leave', () => {
  it.each<[string, Partial<DepartureFacts>, string | null]>([
    ['leaves when all is as it was planned', {}, null],
    ['leaves on the last day of its reader', { reader: { ...READER, to: TODAY } }, null],
    ['leaves on the first day of its reader', { reader: { ...READER, from: TODAY } }, null],
    ['leaves on the last day of who is absent', { holder: { ...HOLDER, to: TODAY } }, null],
    ['leaves before its dossier is in a list', { stage: null }, null],
    ['leaves to a carrier for every body', { holder: { ...HOLDER, bodies: [] } }, null],
    ['leaves when no body owes it', { owed: { ...OWED, debtorBody: null } }, null],
    ['leaves to an adviser, whoever owes it', { holder: { role: 'adviser', bodies: ['C'], to: null } }, null],
    [
      'leaves to a carrier of what another role owes',
      { owed: { ...OWED, debtorRole: 'cofunder', debtorBody: 'C' } },
      null,
    ],
    ['leaves when it never had a due date', { due: null, owed: { ...OWED, due: null } }, null],
    ['does not when what it is about is unknown', { owed: null }, 'withdrawn'],
    ['does not when it was done', { owed: { ...OWED, state: 'done' } }, 'done'],
    ['does not when it was waived', { owed: { ...OWED, state: 'waived' } }, 'waived'],
    ['does not when it was withdrawn', { owed: { ...OWED, state: 'withdrawn' } }, 'withdrawn'],
    ['does not while its dossier is suspended', { stage: 'suspended' }, 'suspended'],
    ['does not while its term stands still', { owed: { ...OWED, due: null } }, 'suspended'],
    ['does not when its day moved', { owed: { ...OWED, due: TOMORROW } }, 'date-moved'],
    ['does not when a day was set that there was not', { due: null }, 'date-moved'],
    ['does not to who left', { reader: { ...READER, to: YESTERDAY } }, 'contact-ended'],
    ['does not to who is not there yet', { reader: { ...READER, from: TOMORROW } }, 'contact-ended'],
    ['does not for an absent person who left', { holder: { ...HOLDER, to: YESTERDAY } }, 'contact-ended'],
    ['does not to an address that gives mails back', { reader: { ...READER, reachable: false } }, 'unreachable'],
    ['does not to the carrier of before', { owed: { ...OWED, debtorBody: 'C' } }, 'debtor-changed'],
  ])('%s', (_when, facts, reason) => {
    expect(whyNotLeave({ ...FACTS, ...facts }, TODAY)).toBe(reason);
  });

  it.each<[string, Partial<DepartureFacts>, string | null]>([
    ['leaves, whatever became of what it bears on', { owed: { ...OWED, state: 'done' } }, null],
    ['leaves when it bears on nothing owed', { owed: null }, null],
    ['leaves while its dossier is suspended, as it tells that', { stage: 'suspended' }, null],
    ['does not once the event is retracted', { event: { retracted: true } }, 'retracted'],
    ['does not to who left', { reader: { ...READER, to: YESTERDAY } }, 'contact-ended'],
    ['does not to an address that gives mails back', { reader: { ...READER, reachable: false } }, 'unreachable'],
  ])('of an event %s', (_when, facts, reason) => {
    expect(whyNotLeave({ ...FACTS, event: { retracted: false }, ...facts }, TODAY)).toBe(reason);
  });

  it.each<[string, Partial<DepartureFacts>, string]>([
    ['done before suspended', { owed: { ...OWED, state: 'done' }, stage: 'suspended' }, 'done'],
    ['suspended before moved', { owed: { ...OWED, due: TOMORROW }, stage: 'suspended' }, 'suspended'],
    ['moved before gone', { owed: { ...OWED, due: TOMORROW }, reader: { ...READER, to: YESTERDAY } }, 'date-moved'],
    ['gone before unreachable', { reader: { ...READER, to: YESTERDAY, reachable: false } }, 'contact-ended'],
  ])('says one reason: %s', (_which, facts, reason) => {
    expect(whyNotLeave({ ...FACTS, ...facts }, TODAY)).toBe(reason);
  });
});
