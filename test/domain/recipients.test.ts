import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import type { Obligation } from '../../src/domain/obligations/slice.js';
import { NoticeHistory } from '../../src/domain/reminders/notice-history.js';
import { partyOf, recipientsOf, soughtFor, type Directory } from '../../src/domain/reminders/recipients.js';
import { owing } from '../builders/owing-dossier.js';

const TODAY = civilDate('2026-05-05');
const BEFORE = civilDate('2026-05-04');
const AFTER = civilDate('2026-05-06');

type Person = Directory['people'][number];

const person = (id: string, more: Partial<Person> = {}): Person => ({
  ...{
    id,
    role: 'adviser',
    account: id,
    bodies: [],
    pays: [],
    from: civilDate('2026-01-01'),
    to: null,
    reachable: true,
    absences: [],
  },
  ...more,
});

const { state } = owing();
const [obligation] = Object.values(state.obligations);
if (!obligation) throw new Error('Rien n’est dû.');
const owed: Obligation = { ...obligation, debtor: { role: 'adviser' }, creditor: { role: 'council' } };
const [pays = ''] = state.initiative.paysCodes;

const written = (
  people: readonly Person[],
  paces: readonly (readonly [string, 'instant' | 'daily' | 'weekly'])[] = [],
) => recipientsOf({ people, paces: new Map(paces) }, state, [{ role: 'adviser' }], owed, TODAY);
const names = (...people: readonly Person[]) => written(people).map(({ name }) => name);

describe('a role is written to', () => {
  it.each<[string, Partial<Person>, boolean]>([
    ['who holds it', {}, true],
    ['who holds it from today', { from: TODAY }, true],
    ['who holds it until today', { to: TODAY }, true],
    ['not who will hold it', { from: AFTER }, false],
    ['not who held it', { to: BEFORE }, false],
    ['not who holds another', { role: 'finance' }, false],
    ['who holds it in the pays of the dossier', { pays: ['none', pays] }, true],
    ['not who holds it in another pays', { pays: ['none'] }, false],
    ['not who holds it for a body that is not of the dossier', { bodies: ['00000000000000'] }, false],
  ])('%s', (_who, more, isWritten) => {
    expect(names(person('p', more))).toEqual([isWritten ? 'p' : 'role:adviser']);
  });

  it('is told to nobody when nobody holds it', () => {
    expect(written([])).toEqual([
      {
        ...{
          name: 'role:adviser',
          contact: null,
          account: null,
          onBehalfOf: null,
          pace: 'daily',
          hasChosen: false,
          party: { role: 'adviser' },
        },
        ...{ isThere: false, isReachable: false, isDelegateGone: false, isFollowing: false },
      },
    ]);
  });

  it('for a body that is named, to those of that body alone', () => {
    const people = [person('a', { bodies: ['A'] }), person('b', { bodies: ['B'] }), person('all')];
    const found = recipientsOf({ people, paces: new Map() }, state, [{ role: 'adviser', body: 'A' }], owed, TODAY);
    expect(found.map(({ name }) => name)).toEqual(['a', 'all']);
  });

  it('who owes the thing first, and each person once', () => {
    const people = [person('council', { role: 'council' }), person('owes')];
    const parties = [{ role: 'council' }, { role: 'adviser' }, { role: 'adviser' }] as const;
    const found = recipientsOf({ people, paces: new Map() }, state, parties, owed, TODAY);
    expect(found.map(({ name, pace }) => `${name} ${pace}`)).toEqual(['owes daily', 'council weekly']);
  });
});

describe('someone away', () => {
  const delegate = { id: 'd', account: null, from: BEFORE, to: null, reachable: true };
  const away = (from = TODAY, to = TODAY, named: typeof delegate | null = delegate) =>
    person('p', { absences: [{ from, to, delegate: named }] });

  it.each([
    ['today', away()],
    ['since yesterday', away(BEFORE, AFTER)],
  ])('%s, has their delegate written to for them', (_when, absent) => {
    expect(written([absent])).toEqual([
      {
        ...{ name: 'd', contact: 'd', account: null, onBehalfOf: 'p', pace: 'daily', hasChosen: false },
        party: { role: 'adviser' },
        ...{ isThere: true, isReachable: true, isDelegateGone: false, isFollowing: false },
      },
    ]);
  });

  it.each([
    ['until yesterday', away(BEFORE, BEFORE)],
    ['from tomorrow', away(AFTER, AFTER)],
  ])('%s, is there', (_when, back) => {
    expect(written([back])[0]).toMatchObject({
      contact: 'p',
      onBehalfOf: null,
      isThere: true,
      isDelegateGone: false,
      isFollowing: false,
    });
  });

  it('is written to, though not there, when nobody is named', () => {
    const expected = {
      contact: 'p',
      onBehalfOf: null,
      isThere: false,
      isReachable: true,
      isDelegateGone: false,
      isFollowing: false,
    };
    expect(written([away(TODAY, TODAY, null)])[0]).toMatchObject(expected);
  });

  it('is written to when the delegate is gone, and that is known', () => {
    const gone = { ...delegate, reachable: false };
    const expected = { contact: 'p', onBehalfOf: null, isThere: false, isDelegateGone: true };
    expect(written([away(TODAY, TODAY, gone)])[0]).toMatchObject(expected);
  });

  it('whose mails come back is reached through their delegate', () => {
    expect(written([{ ...away(), reachable: false }])[0]).toMatchObject({ isThere: true, isReachable: true });
    expect(written([person('p', { reachable: false })])[0]).toMatchObject({ isThere: false, isReachable: false });
  });
});

describe('a pace', () => {
  it('chosen for the kind comes before that of all kinds, which comes before none', () => {
    const [kind, all] = [[`p/${owed.kind}`, 'weekly'] as const, ['p/*', 'daily'] as const];
    const pace = (...chosen: readonly (typeof kind | typeof all)[]) => written([person('p')], chosen)[0]?.pace;
    expect([pace(all, kind), pace(all), pace()]).toEqual(['weekly', 'daily', 'daily']);
  });

  it('is that of the delegate who reads', () => {
    const absence = {
      from: TODAY,
      to: TODAY,
      delegate: { id: 'd', account: null, from: BEFORE, to: null, reachable: true },
    };
    const paces = [['p/*', 'weekly'] as const, ['d/*', 'daily'] as const];
    expect(written([person('p', { absences: [absence] })], paces)[0]?.pace).toBe('daily');
  });
});

describe('who is looked for', () => {
  it('holds the roles of the parties, in their bodies or the owner’s, in the pays of the dossier', () => {
    const sought = soughtFor(state, [{ role: 'carrier', body: 'A' }, { role: 'adviser' }]);
    expect(sought).toMatchObject({ roles: ['carrier', 'adviser'], pays: state.initiative.paysCodes });
    expect(sought.bodies[0]).toBe('A');
    expect(sought.bodies).not.toContain(undefined);
  });

  it('is a party of what is owed, or the role that the rung names; the instructor for want of a creditor', () => {
    expect([partyOf('debtor', owed), partyOf('creditor', owed), partyOf('finance', owed)]).toEqual([
      { role: 'adviser' },
      { role: 'council' },
      { role: 'finance' },
    ]);
    expect(partyOf('creditor', { ...owed, creditor: null })).toEqual({ role: 'instructor' });
  });
});

describe('what was told', () => {
  it('is counted for each recipient of each obligation, the last day over all openings', () => {
    const history = NoticeHistory.from([
      { obligation: 'a', recipient: 'p', times: 2, last: BEFORE },
      { obligation: 'b', recipient: 'p', times: 1, last: TODAY },
      { obligation: 'b', recipient: 'q', times: 4, last: AFTER },
    ]);
    const openings = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    expect([history.times({ id: 'a' }, 'p'), history.times({ id: 'c' }, 'p')]).toEqual([2, 0]);
    expect([history.last(openings, 'p'), history.last([{ id: 'c' }], 'p')]).toEqual([TODAY, null]);
    history.add({ obligation: { id: 'a' }, rung: { id: 'j+1' } }, 'p', AFTER);
    expect([history.times({ id: 'a' }, 'p'), history.last(openings, 'p')]).toEqual([3, AFTER]);
  });
});
