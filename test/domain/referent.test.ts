import { describe, expect, it } from '@jest/globals';
import { isInCharge } from '../../src/domain/obligations/referent-slice.js';
import { readersOf, recipientsOf, type Directory } from '../../src/domain/reminders/recipients.js';
import type { Obligation } from '../../src/domain/obligations/slice.js';
import { declared, someone, type DossierBuilder } from '../builders/dossier.js';
import { EVERYONE } from '../builders/planned-notices.js';

const named = { referent: 'instructrice', second: 'instructeur-2' };
const withManager = { ...named, manager: 'cheffe-de-service' };
const alone = { second: null, manager: null };
const assigned = (payload: object = named) => declared().does('assign-referent', payload);
const refusal = (dossier: DossierBuilder, payload: object) => dossier.reasons('assign-referent', payload)[0];
type Person = Directory['people'][number];

const [anyone] = EVERYONE.people;
const instructor = (account: string, more: Partial<Person> = {}): Person => ({
  ...(anyone as Person),
  ...{ id: account, account, role: 'instructor' },
  ...more,
});
const SERVICE = ['instructrice', 'instructeur-2', 'instructrice-3'].map(account => instructor(account));

function written(
  dossier: DossierBuilder,
  people: readonly Person[] = SERVICE,
  debtor: Obligation['debtor'] = { role: 'instructor' },
): readonly string[] {
  const about = { kind: 'vote', debtor };
  const directory = { people, paces: new Map() };
  return recipientsOf(directory, dossier.state, [about.debtor], about, dossier.today).map(({ name }) => name);
}

describe('the referent of a pôle', () => {
  it('is named by the service, with a second or without, and is shown with it', () => {
    expect(assigned().state.referent).toEqual({ ...named, manager: null });
    expect(assigned(withManager).state.referent).toEqual(withManager);
    expect(assigned({ referent: 'instructrice' }).state.referent).toEqual({ referent: 'instructrice', ...alone });
    for (const role of ['carrier', 'council', 'finance', 'adviser', 'cofunder', 'auditor', 'admin'] as const)
      expect(declared().refusals('assign-referent', named, { by: someone(role) })).toEqual(['forbidden-role']);
    expect(declared().refusals('assign-referent', named, { by: someone('manager') })).toEqual([]);
  });

  it('instructs for the Région, as does the second, who is another person', () => {
    expect(refusal(declared(), { referent: 'cheffe-de-service' })).toMatchObject({
      code: 'not-an-instructor',
      pointer: '/referent',
    });
    expect(refusal(declared(), { ...named, second: 'inconnue' })).toMatchObject({
      code: 'not-an-instructor',
      pointer: '/second',
    });
    expect(refusal(declared(), { ...named, second: named.referent })).toMatchObject({ code: 'referent-twice' });
  });

  it('has a manager with them, who is one', () => {
    expect(refusal(declared(), { ...named, manager: 'instructrice' })).toMatchObject({
      code: 'not-a-manager',
      pointer: '/manager',
    });
  });

  it('is changed by naming another, and not by naming the same', () => {
    expect(refusal(assigned(), named)).toMatchObject({ code: 'already-done' });
    expect(assigned().does('assign-referent', { referent: 'instructeur-2' }).state.referent).toEqual({
      referent: 'instructeur-2',
      ...alone,
    });
    expect(refusal(assigned(withManager), withManager)).toMatchObject({ code: 'already-done' });
    expect(assigned(withManager).does('assign-referent', named).state.referent.manager).toBeNull();
  });

  it('and the second are in charge, and nobody else', () => {
    const { state } = assigned(withManager);
    const accounts = ['instructrice', 'instructeur-2', 'instructrice-3', null];
    expect(accounts.map(account => isInCharge(state, 'instructor', account))).toEqual([true, true, false, false]);
    expect(isInCharge(declared().state, 'instructor', null)).toBe(false);
    expect(isInCharge(state, 'manager', 'cheffe-de-service')).toBe(true);
    expect(isInCharge(state, 'instructor', 'cheffe-de-service')).toBe(false);
    expect(isInCharge(state, 'manager', 'instructrice')).toBe(false);
    expect(isInCharge(state, 'finance', 'instructrice')).toBe(false);
  });
});

describe('what is said to the instructors', () => {
  it('is said to all of them while nobody is in charge, then to the referent and the second alone', () => {
    expect(written(declared())).toEqual(['instructrice', 'instructeur-2', 'instructrice-3']);
    expect(written(assigned())).toEqual(['instructrice', 'instructeur-2']);
  });

  it('to the managers is said to the one in charge alone, and to all of them again once that one is not there', () => {
    const managers = ['cheffe-de-service', 'chef-de-service-2'].map(account =>
      instructor(account, { role: 'manager' }),
    );
    const debtor = { role: 'manager' } as const;
    expect(written(assigned(), managers, debtor)).toEqual(['cheffe-de-service', 'chef-de-service-2']);
    expect(written(assigned(withManager), managers, debtor)).toEqual(['cheffe-de-service']);
    expect(written(assigned(withManager), managers.slice(1), debtor)).toEqual(['chef-de-service-2']);
  });

  it('by a ladder is said each week to those who are not in charge, unless they chose otherwise', () => {
    const paces = (chosen: readonly (readonly [string, 'instant'])[] = []) => {
      const { state, today } = assigned({ referent: 'instructeur-2' });
      const about = { kind: 'vote', debtor: { role: 'instructor' } } as const;
      const directory = { people: SERVICE, paces: new Map(chosen) };
      return readersOf(directory, state, [about.debtor], about, today).map(({ name, pace }) => `${name} ${pace}`);
    };
    expect(paces()).toEqual(['instructeur-2 daily', 'instructrice weekly', 'instructrice-3 weekly']);
    expect(paces([['instructrice/*', 'instant']])).toContain('instructrice instant');
  });

  it('is said to all of them again once neither is there any more', () => {
    const over = { to: '2026-01-31' as Person['to'] };
    const [first, second, third] = SERVICE.map(person => ({ ...person })) as [Person, Person, Person];
    expect(written(assigned(), [{ ...first, ...over }, second, third])).toEqual(['instructeur-2']);
    const left = [{ ...first, ...over }, { ...second, ...over }, third];
    expect(written(assigned(), left)).toEqual(['instructrice-3']);
  });

  it('is said to the delegate of a referent who is away', () => {
    const { today } = declared();
    const delegate = { id: 'instructrice-3', account: 'instructrice-3', from: today, to: null, reachable: true };
    const away = instructor('instructrice', { absences: [{ from: today, to: today, delegate }] });
    expect(written(assigned({ referent: 'instructrice' }), [away, ...SERVICE.slice(1)])).toEqual(['instructrice-3']);
  });
});
