import { describe, expect, it } from '@jest/globals';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { instant } from '../../src/domain/kernel/paris.js';
import type { Directory } from '../../src/domain/reminders/recipients.js';
import { toldLate, type Unheard } from '../../src/domain/reminders/unheard.js';
import { declared } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';

const NOON = instant('2026-05-06T10:00:00Z');
const dossier = owing({ kind: 'council-opinion', debtor: { role: 'council' }, due: '2026-05-04' }, declared());

const member = (id: string, more: Partial<Directory['people'][number]> = {}) => ({
  ...{ id, role: 'council', bodies: [], pays: [], from: civilDate('2026-01-01'), to: null, reachable: true },
  ...{ account: id, absences: [], ...more },
});
const missed = (rung: string, day: string, more: Partial<Unheard> = {}): Unheard => ({
  ...{ notice: `n-${rung}`, obligation: 'o-1', rung, role: 'council', contact: 'anne', merges: 0, toldSince: [] },
  ...{ plannedFor: instant(`${day}T06:00:00Z`), ...more },
});
const told = (unheard: readonly Unheard[], ...people: Directory['people']) =>
  toldLate(unheard, dossier.state, dossier.rules, { people, paces: new Map() }, NOON).map(
    ({ notice, recipient, merges, pace }) => `${recipient.contact} ${notice} ${merges} ${pace}`,
  );
const two = [missed('j-15', '2026-04-20'), missed('j+1', '2026-05-05')];

describe('what reached nobody', () => {
  it('is told once, by the last of it, to whoever can be reached by now, with the rest of a morning', () => {
    expect(told(two, member('anne'), member('bruno'))).toEqual(['anne n-j+1 1 daily']);
  });

  it('is not, while the address does not receive', () => {
    expect(told(two, member('anne', { reachable: false }), member('bruno'))).toEqual([]);
  });

  it('is told to those who hold the role since its reader left', () => {
    expect(told(two, member('bruno'), member('chloe'))).toEqual(['bruno n-j+1 1 daily', 'chloe n-j+1 1 daily']);
  });

  it('because nobody held the role, is told to each who holds it by now, but to who was told since', () => {
    const nobody = two.map(item => ({ ...item, contact: null, toldSince: ['chloe'] }));
    expect(told(nobody, member('bruno'), member('chloe'))).toEqual(['bruno n-j+1 1 daily']);
  });

  it('counts what each of them stood for already', () => {
    const merging = [missed('jo-3', '2026-04-28', { merges: 1 }), missed('j+15', '2026-05-19', { merges: 2 })];
    expect(told(merging, member('anne'))).toEqual(['anne n-j+15 4 daily']);
  });

  it('of what is done by now, is told to nobody', () => {
    const done = owing({ kind: 'council-opinion', debtor: { role: 'council' }, due: '2026-05-04' }, declared());
    done.records([{ type: 'obligation-done', data: { obligation: 'o-1', by: 'f-1' } }], 'obligations', { by: ENGINE });
    expect(toldLate(two, done.state, done.rules, { people: [member('anne')], paces: new Map() }, NOON)).toEqual([]);
  });
});
