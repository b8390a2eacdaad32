import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { cents } from '../../src/domain/kernel/cents.js';
import type { ReportKind } from '../../src/domain/reglement/reglement.js';
import { accountFault } from '../../src/domain/funded-year/account-faults.js';
import { anAccount } from '../builders/accounts.js';
import { ACCOUNT, type DossierBuilder, someone } from '../builders/dossier.js';
import { convention, firstYearOver, HASH, REPORTS, reports, running } from '../builders/whole-life-dossiers.js';

const KINDS = Object.keys(REPORTS) as ReportKind[];
const REVIEWED: readonly ReportKind[] = ['activity-report', 'indicators'];
const of = (dossier: DossierBuilder, report: ReportKind) => ({ award: convention(dossier).id, year: 1, report });
const found = (dossier: DossierBuilder, report: ReportKind) =>
  dossier.state.years[`${convention(dossier).id}/1`]?.reports[report];
const files = (dossier: DossierBuilder, report: ReportKind, change: object = {}) =>
  dossier.attempt(REPORTS[report].act, { ...REPORTS[report].payload, ...change }, { on: of(dossier, report) });
const filed = (report: ReportKind) => {
  const dossier = firstYearOver();
  return dossier.does(REPORTS[report].act, REPORTS[report].payload, { on: of(dossier, report) });
};

describe.each(KINDS)('the %s of a year', report => {
  it('is refused before the end of the exercise, by the law', () => {
    expect(files(running(), report)).toMatchObject({
      refusals: [{ code: 'exercise-not-over', source: 'Loi n° 2000-321 art. 10', absolute: true }],
    });
  });

  it('filed, awaits the Région and is not filed twice', async () => {
    const dossier = filed(report);
    expect(found(dossier, report)).toMatchObject({ status: 'filed', round: 1 });
    expect(await dossier.awaits()).toContain('report-acceptance');
    expect(files(dossier, report)).toMatchObject({ refusals: [{ code: 'wrong-state' }] });
  });

  it('sent back field by field, is filed again and accepted', async () => {
    const dossier = filed(report);
    const on = of(dossier, report);
    const corrections = [
      { field: '/hash', reason: 'Document illisible.' },
      { field: '/document', reason: 'Autre version.' },
    ];
    dossier.does('return-report', { corrections }, { on });
    expect(found(dossier, report)).toMatchObject({ status: 'to-correct', toCorrect: ['/hash', '/document'] });
    expect(await dossier.awaits()).toContain(report);
    dossier.does(REPORTS[report].act, REPORTS[report].payload, { on }).does('accept-report', {}, { on });
    expect(found(dossier, report)).toMatchObject({ status: 'accepted', round: 2, toCorrect: [] });
    expect(await dossier.awaits()).not.toContain(report);
  });

  it('accepted, is neither sent back nor accepted again', () => {
    const dossier = filed(report);
    const on = of(dossier, report);
    dossier.does('accept-report', {}, { on });
    expect(dossier.refusals('accept-report', {}, { on })).toEqual(['wrong-state']);
    expect(dossier.refusals('return-report', { corrections: [] }, { on })).toEqual(['wrong-state']);
  });

  it('is accepted by the Région, never by its carrier', () => {
    const dossier = filed(report);
    expect(dossier.refusals('accept-report', {}, { on: of(dossier, report), by: someone('carrier') })).toEqual([
      'forbidden-role',
    ]);
  });

  it(`${REVIEWED.includes(report) ? 'is' : 'is not'} given to the CRESS for advice`, async () => {
    const dossier = filed(report);
    const review = { favourable: false, advice: 'Réservé.' };
    const refusals = dossier.refusals('review-report', review, { on: of(dossier, report) });
    expect(refusals).toEqual(REVIEWED.includes(report) ? [] : ['review-closed']);
    expect((await dossier.awaits()).includes('report-review')).toBe(REVIEWED.includes(report));
  });
});

describe('the advice of the CRESS', () => {
  const on = (dossier: DossierBuilder) => of(dossier, 'activity-report');

  it('unfavourable, holds nothing: the Région accepts', () => {
    const dossier = filed('activity-report');
    dossier.does('review-report', { favourable: false, advice: 'Réservé.' }, { on: on(dossier) });
    expect(dossier.refusals('accept-report', {}, { on: on(dossier) })).toEqual([]);
  });

  it('lapses by silence the day after its thirty days, and is given no more', async () => {
    const dossier = filed('activity-report');
    const key = `report-review/${convention(dossier).id}/1/activity-report/1`;
    const term = dueOf(key, dossier.state, dossier.rules)?.on ?? '';
    // Filed on 1 January 2028: thirty days later is Monday 31 January.
    expect(term).toBe('2028-01-31');
    await dossier.on('2028-02-01').settlesSilences();
    expect(await dossier.awaits()).not.toContain('report-review');
    const late = dossier.refusals('review-report', { favourable: true, advice: 'A' }, { on: on(dossier) });
    expect(late).toEqual(['review-closed']);
    expect(dossier.refusals('accept-report', {}, { on: on(dossier) })).toEqual([]);
  });
});

describe('the document de référence', () => {
  const { values } = REPORTS.indicators.payload;
  const { evaluation } = REPORTS['activity-report'].payload;

  it.each(REVIEWED)('of another version is refused for the %s, by the convention', report => {
    expect(files(firstYearOver(), report, { document: 'referentiel-1' })).toMatchObject({
      refusals: [{ code: 'other-document-version', source: 'Convention, document de référence', pointer: '/document' }],
    });
  });

  it.each<[string, ReportKind, object, RegExp]>([
    ['an indicator that lacks', 'indicators', { values: values.slice(1) }, /« Porteurs de projet accueillis » manque/],
    ['an unknown indicator', 'indicators', { values: [...values, { indicator: 'x', value: 1 }] }, /« x » est inconnu/],
    [
      'an indicator given twice',
      'indicators',
      { values: [...values, values[2]] },
      /« Structures adhérentes .* » est donné deux fois/,
    ],
    ['an axis that lacks', 'activity-report', { evaluation: evaluation.slice(1) }, /« Soutien à la création » manque/],
    ['an axis given twice', 'activity-report', { evaluation: [...evaluation, evaluation[0]] }, /deux fois/],
  ])('with %s is refused', (_name, report, change, message) => {
    const decision = files(firstYearOver(), report, change);
    expect(decision).toMatchObject({ refusals: [{ code: 'document-mismatch' }] });
    expect('refusals' in decision && decision.refusals[0]?.message).toMatch(message);
  });

  it('keeps « non renseigné » apart from zero', () => {
    const dossier = firstYearOver();
    const changedValues = values.map(entry => (entry.indicator === 'members' ? { ...entry, value: 0 } : entry));
    dossier.does(
      'file-indicators',
      { ...REPORTS.indicators.payload, values: changedValues },
      { on: of(dossier, 'indicators') },
    );
    const indicators = found(dossier, 'indicators')?.figures?.indicators;
    expect([indicators?.['project-holders'], indicators?.members]).toEqual([null, 0]);
  });
});

describe('the money of a year', () => {
  const accounted = (change: object, dossier = firstYearOver()) => files(dossier, 'financial-report', change);
  const law = { source: 'Loi n° 2000-321 art. 10' };

  it('is what its figures say: what is charged to the grant, within all that the action cost', () => {
    const charged = { totalExpenses: cents(3_000_000), chargedToGrant: cents(3_000_001), eligibleExpenses: undefined };
    expect(accounted(charged)).toMatchObject({
      refusals: [{ ...law, code: 'charged-above-expenses', pointer: '/chargedToGrant' }],
    });
    expect(accounted({ ...charged, chargedToGrant: cents(3_000_000) })).not.toHaveProperty('refusals');
    expect(accounted({ eligibleExpenses: cents(4_800_001) })).toMatchObject({
      refusals: [{ ...law, code: 'eligible-above-expenses', pointer: '/eligibleExpenses' }],
    });
  });

  it('leaves unspent what they come to, and is refused where it is said otherwise', () => {
    const charged = { chargedToGrant: cents(3_000_000) };
    for (const unspent of [undefined, cents(500_000)]) {
      const dossier = firstYearOver();
      dossier.does(
        'file-financial-report',
        { ...REPORTS['financial-report'].payload, ...charged, unspent },
        { on: of(dossier, 'financial-report') },
      );
      expect(found(dossier, 'financial-report')?.figures?.unspent).toBe(500_000);
    }
    for (const unspent of [cents(0), cents(499_999), cents(3_500_000)])
      expect(accounted({ ...charged, unspent })).toMatchObject({
        refusals: [{ ...law, code: 'unspent-contradicts', pointer: '/unspent' }],
      });
  });

  it('says its eligible expenses where the grant is in proportion of them', () => {
    const { rules } = firstYearOver();
    const { totalExpenses, chargedToGrant, otherResources } = anAccount();
    const account = { totalExpenses, chargedToGrant, otherResources, eligibleExpenses: null };
    const unsaid = { said: undefined, unspent: cents(0) };
    expect(accountFault(account, unsaid, { ...rules.reglement, amountMode: 'proportional' }, law.source)).toMatchObject(
      {
        ...{ ...law, code: 'incomplete-account', pointer: '/eligibleExpenses' },
      },
    );
    expect(accountFault(account, unsaid, rules.reglement)).toBeUndefined();
  });

  it('has its balance once every account is accepted; before, each step names the act that lifts it', () => {
    const dossier = firstYearOver();
    const on = { award: convention(dossier).id, year: 1, number: 2 };
    const claim = () => dossier.attempt('claim-instalment', ACCOUNT, { on });
    const held = { code: 'reports-not-accepted', source: dossier.rules.reglement.label };
    expect(claim()).toMatchObject({ refusals: [{ ...held, liftedBy: 'file-activity-report' }] });
    const { act, payload } = REPORTS['activity-report'];
    dossier.does(act, payload);
    expect(claim()).toMatchObject({ refusals: [{ ...held, liftedBy: 'accept-report' }] });
    dossier.does('accept-report');
    expect(claim()).toMatchObject({ refusals: [{ ...held, liftedBy: 'file-indicators' }] });
    const complete = reports(firstYearOver(), 1);
    const balance = { award: convention(complete).id, year: 1, number: 2 };
    expect(complete.refusals('claim-instalment', ACCOUNT, { on: balance })).toEqual([]);
  });

  it('is filed on a document that was hashed', () => {
    const dossier = filed('approved-accounts');
    const event = dossier.events.find(({ type }) => type === 'report-filed');
    expect(event?.data).toMatchObject({ report: 'approved-accounts', hash: HASH });
  });
});
