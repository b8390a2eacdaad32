import { describe, expect, it } from '@jest/globals';
import { EXPECTATIONS, expectationOf } from '../../src/domain/dossier/expectations.js';
import { creditorOf, debtorOf, periodOf } from '../../src/domain/dossier/owing.js';
import { exerciseRun } from '../../src/domain/funded-year/exercise.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { moves } from '../../src/domain/reminders/openings.js';
import { because, BEARER, CARRIER, declared, type DossierBuilder } from '../builders/dossier.js';
import { InMemoryDossier } from '../builders/in-memory-dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { EVERY_STATE } from '../builders/every-state.js';
import { amended, convention, firstYearOver, running } from '../builders/whole-life-dossiers.js';

const OWED = Object.keys(EXPECTATIONS).filter(kind => expectationOf(kind).nature === 'owed');
/** The kinds whose instance names an exercise: what is owed year after year. */
const OF_A_YEAR = [
  ...['year-turn', 'year-grant-request', 'instalment-claim', 'liquidation', 'liquidation-validation'],
  ...['payment-order', 'payment', 'activity-report', 'indicators', 'financial-report', 'approved-accounts'],
  ...['report-review', 'report-acceptance'],
];

describe('the exercise to which something owed bears', () => {
  it.each(OWED)('is that of the year that its instance names, and of no other number: %s', kind => {
    const dossier = running();
    const { id, period } = convention(dossier);
    const parts = { award: id, year: 2, number: 1, report: 'indicators', attempt: 1, round: 1, payment: 1 };
    const second = periodOf(`${kind}/${expectationOf(kind).key.of(parts)}`, dossier.state);
    if (!OF_A_YEAR.includes(kind)) return expect(second).toBeNull();
    expect(period).toEqual({ from: '2027-01-01', to: '2029-12-31' });
    return expect(second).toEqual({ from: '2028-01-01', to: '2028-12-31' });
  });

  it('is cut where the convention stopped, as its accounts are', () => {
    const dossier = running().on('2027-09-15').does('abandon-pole', because);
    const award = convention(dossier);
    expect(exerciseRun(dossier.state, award, 1).to).toBe('2027-09-15');
    expect(periodOf(`financial-report/${award.id}/1/1`, dossier.state)).toEqual(exerciseRun(dossier.state, award, 1));
  });
});

const creditor = (key: string, dossier: DossierBuilder) =>
  creditorOf(key, debtorOf(key, dossier.state, dossier.rules), dossier.state);

describe('something owed by the Région is owed to the body that it serves', () => {
  it('the bearer of the study, who is not the group', () => {
    const dossier = EVERY_STATE['whose study is delivered']?.() ?? declared();
    expect(dossier.state.initiative.group).not.toBe(BEARER);
    expect(creditor('study-review/1/1', dossier)).toEqual({ role: 'carrier', body: BEARER });
  });

  it('the one that asked, for what an award is due', () => {
    const dossier = EVERY_STATE['whose study is under way']?.() ?? declared();
    const [study = ''] = Object.keys(dossier.state.awards);
    expect(creditor(`convention-notification/${study}`, dossier)).toEqual({ role: 'carrier', body: BEARER });
  });

  it('the carrier that the convention binds, then the one that it is transferred to', () => {
    const dossier = firstYearOver();
    const key = `settlement/${convention(dossier).id}`;
    expect(creditor(key, dossier)).toEqual({ role: 'carrier', body: CARRIER });
    const after = amended(dossier, { carrier: { name: 'Reprise fictive', siret: BEARER } });
    expect(creditor(key, after)).toEqual({ role: 'carrier', body: BEARER });
  });

  it.each(Object.keys(EVERY_STATE))(
    'whatever is awaited of a dossier %s: a body of its own, or the Région',
    async name => {
      const { state } = await new InMemoryDossier(EVERY_STATE[name]?.() ?? declared()).declares();
      for (const { kind, debtor, creditor: to } of openObligations(state)) {
        const byRegion = ['instructor', 'manager', 'finance', 'engine'].includes(debtor.role);
        expect({ kind, to: to?.role }).toEqual({ kind, to: byRegion ? 'carrier' : 'instructor' });
      }
    },
  );

  it('moves with what it is about, and the journal says so', () => {
    const dossier = firstYearOver();
    const key = `settlement/${convention(dossier).id}`;
    const [kind = '', instance = ''] = key.split('/');
    const owed = owing({ kind, instance, debtor: { role: 'instructor' }, creditor: creditor(key, dossier) }, dossier);
    const after = amended(owed, { carrier: { name: 'Reprise fictive', siret: BEARER } });
    const moved = moves(after.state, after.rules, [key], after.today);
    const [from, to] = [CARRIER, BEARER].map(body => ({ role: 'carrier', body }));
    expect(moved).toContainEqual({ type: 'creditor-changed', data: { obligation: 'o-1', from, to } });
    after.records(
      moved.filter(({ type }) => type === 'creditor-changed'),
      'settle-cycle',
    );
    expect(after.state.obligations['o-1']?.creditor).toEqual(to);
  });
});
