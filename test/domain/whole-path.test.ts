import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { dueOfYear } from '../../src/domain/funded-year/due.js';
import { keptOf } from '../../src/domain/funded-year/due-rules.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { throughSuspensions } from '../../src/domain/lifecycle/suspension.js';
import { accountOf } from '../../src/domain/lifecycle/settlement.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import {
  ACCOUNT,
  because,
  breach,
  BEARER,
  CARRIER,
  type DossierBuilder,
  inForce,
  studyGranted,
} from '../builders/dossier.js';
import type { Named } from '../builders/subjects.js';
import {
  accountedFor,
  amended,
  carried,
  convention,
  firstYearOver,
  HASH,
  lastYearOver,
  pays,
  RENEWAL,
  REPORTS,
  reports,
  running,
  settled,
  withExcess,
  yearTurns,
} from '../builders/whole-life-dossiers.js';
import { heardFor } from '../builders/withdrawn.js';

const onYear = (dossier: DossierBuilder, year: number, number: number) => ({
  award: convention(dossier).id,
  year,
  number,
});
const reasons = (dossier: DossierBuilder, act: string, payload: object, on: Named) => {
  const decision = dossier.attempt(act, payload, { on });
  return 'refusals' in decision ? decision.refusals : [];
};

describe('the accounts of a year', () => {
  const on = (dossier: DossierBuilder, report: keyof typeof REPORTS) => ({
    award: convention(dossier).id,
    year: 1,
    report,
  });

  it('are not filed before the exercise is over', () => {
    const dossier = running();
    const [reason] = reasons(dossier, 'file-accounts', { hash: HASH }, on(dossier, 'approved-accounts'));
    expect(reason).toMatchObject({ code: 'exercise-not-over', source: 'Loi n° 2000-321 art. 10' });
  });

  it('follow the version of the document de référence that the convention has, and each of its indicators', () => {
    const dossier = firstYearOver();
    const { payload } = REPORTS.indicators;
    const file = (change: object) =>
      reasons(dossier, 'file-indicators', { ...payload, ...change }, on(dossier, 'indicators'));
    expect(file({ document: 'referentiel-1' })[0]?.code).toBe('other-document-version');
    expect(file({ values: payload.values.slice(1) })[0]?.message).toMatch(/« Porteurs de projet accueillis » manque/);
    expect(file({ values: [...payload.values, { indicator: 'members', value: 1 }] })[0]?.message).toMatch(/deux fois/);
    expect(file({ values: [...payload.values, { indicator: 'salaries', value: 1 }] })[0]?.message).toMatch(/inconnu/);
    dossier.does('file-indicators', payload, { on: on(dossier, 'indicators') });
    const year = dossier.state.years[`${convention(dossier).id}/1`];
    expect(year?.reports.indicators?.figures?.indicators).toMatchObject({ 'project-holders': null, members: 2 });
  });

  it('hold the balance until all of them are accepted, and say by which act', () => {
    const dossier = firstYearOver();
    const [reason] = reasons(dossier, 'claim-instalment', ACCOUNT, onYear(dossier, 1, 2));
    expect(reason).toMatchObject({ code: 'reports-not-accepted', liftedBy: 'file-activity-report' });
    reports(dossier, 1);
    expect(reasons(dossier, 'claim-instalment', ACCOUNT, onYear(dossier, 1, 2))).toEqual([]);
  });

  it('are advised upon by the CRESS, which never holds them: its silence lapses', async () => {
    const dossier = firstYearOver().does('file-activity-report', REPORTS['activity-report'].payload);
    expect(await dossier.awaits()).toEqual(expect.arrayContaining(['report-review', 'report-acceptance']));
    const accepted = firstYearOver().does('file-activity-report', REPORTS['activity-report'].payload);
    accepted.does('accept-report', {}, { on: on(accepted, 'activity-report') });
    expect(await accepted.awaits()).not.toContain('report-review');
    await dossier.on('2028-03-01').settlesSilences();
    expect(await dossier.awaits()).not.toContain('report-review');
    expect(await dossier.awaits()).toContain('report-acceptance');
  });

  it('sent back, are owed again field by field', async () => {
    const dossier = firstYearOver().does('file-activity-report', REPORTS['activity-report'].payload);
    dossier.does('return-report', { corrections: [{ field: '/evaluation', reason: 'À préciser.' }] });
    const report = dossier.state.years[`${convention(dossier).id}/1`]?.reports['activity-report'];
    expect(report).toMatchObject({ status: 'to-correct', round: 2, toCorrect: ['/evaluation'] });
    expect(await dossier.awaits()).toContain('activity-report');
  });

  it('of the last year are awaited beside those of the year before: years overlap', async () => {
    const dossier = yearTurns(firstYearOver(), 2);
    const awaited = await dossier.awaits();
    expect(awaited.filter(kind => kind === 'financial-report')).toHaveLength(2);
    expect(awaited).toContain('instalment-claim');
  });
});

describe('what is due for a year', () => {
  const due = (dossier: DossierBuilder, year: number) =>
    dueOfYear(dossier.state, convention(dossier), year, dossier.rules);

  it('is what was granted, in flat mode, when everything was spent', () => {
    expect(due(reports(firstYearOver(), 1), 1)).toMatchObject({ granted: 3_500_000, due: 3_500_000 });
  });

  it('gives back what was not spent, but for what the clause of surplus lets the body keep', () => {
    const unspent = { 'financial-report': { unspent: cents(1_000_000) } };
    // 10 % of 35 000 € may be kept: 35 000 − (10 000 − 3 500) = 28 500 €.
    expect(due(reports(firstYearOver(), 1, unspent), 1).due).toBe(2_850_000);
  });

  it('is reduced by a vacancy beyond its tolerance, with the computation shown', () => {
    const vacant = pays(inForce().does('open-post', { share: 100 }).does('fill-post', { share: 100 }), 1, 1);
    vacant.on('2027-07-01').does('vacate-post');
    const { due: reducedAmount, steps } = due(reports(yearTurns(vacant, 1), 1), 1);
    // From 2 July to 31 December: 183 days, 90 tolerated, 93 counted of 365: 35 000 × 272 / 365.
    expect(reducedAmount).toBe(Math.floor((3_500_000 * 272) / 365));
    expect(steps.at(-1)?.explanation).toMatch(/93 jours comptés/);
  });

  it('keeps a surplus by its clause, never more than it', () => {
    fc.assert(
      fc.property(fc.nat(3_500_000), fc.nat(3_500_000), fc.nat(100), (unspent, granted, percent) => {
        const [part, whole] = [cents(unspent), cents(granted)];
        expect(keptOf(part, whole, { kind: 'none' })).toBe(0);
        expect(keptOf(part, whole, { kind: 'all' })).toBe(unspent);
        expect(keptOf(part, whole, { kind: 'percent', percent })).toBeLessThanOrEqual(unspent);
        expect(keptOf(part, whole, { kind: 'up-to', amount: cents(1000) })).toBe(Math.min(unspent, 1000));
      }),
    );
  });

  it('is never liquidated beyond', () => {
    const dossier = reports(firstYearOver(), 1, { 'financial-report': { unspent: cents(1_000_000) } });
    const on = onYear(dossier, 1, 2);
    dossier.does('claim-instalment', ACCOUNT, { on });
    // 28 500 due, 24 500 paid: 4 000 € are left of a balance of 10 500 €.
    expect(dossier.refusals('prepare-liquidation', { amount: cents(400_001) }, { on })).toEqual(['amount-above-due']);
    expect(dossier.refusals('prepare-liquidation', { amount: cents(400_000) }, { on })).toEqual([]);
  });
});

describe('an amendment', () => {
  const ask = (dossier: DossierBuilder, change: object) =>
    dossier.refusals('request-amendment', { ...because, ...change }, { on: { award: convention(dossier).id } });

  it.each<[string, object, string]>([
    ['that changes nothing', {}, 'nothing-changed'],
    ['above the ceiling of its years', { amount: cents(10_500_001) }, 'amount-above-ceiling'],
    ['of more years than the règlement allows', { years: 4 }, 'too-many-years'],
    ['below what is already paid', { amount: cents(2_000_000) }, 'amount-below-committed'],
    ['to an unknown document', { referenceDocument: 'referentiel-9' }, 'unknown-document'],
    ['with a line that lacks', { schedule: [{ year: 2, number: 1, amount: cents(1) }] }, 'schedule-mismatch'],
    ['to a body without a right SIRET', { carrier: { name: 'X', siret: '12345678901234' } }, 'siret-invalid'],
  ])('%s is refused', (_name, change, code) => {
    expect(ask(firstYearOver(), change)).toEqual([code]);
  });

  it('does not add up to the cent, and is refused with both sums', () => {
    const dossier = firstYearOver();
    const lines = [
      [1, 2],
      [2, 1],
      [2, 2],
      [3, 1],
      [3, 2],
    ].map(([year, number]) => ({ year, number, amount: cents(1_600_000) }));
    expect(ask(dossier, { amount: cents(10_450_000), schedule: lines })).toEqual([]);
    expect(ask(dossier, { amount: cents(10_450_001), schedule: lines })).toEqual(['schedule-sum']);
  });

  it('in force, leaves the past untouched and adds up to the new amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_450_000, max: 10_500_000 }), amount => {
        const dossier = firstYearOver();
        fc.pre(amount !== convention(dossier).granted);
        const paid = dossier.state.instalments[`${convention(dossier).id}/1/1`];
        amended(dossier, { amount: cents(amount) });
        const lines = Object.values(dossier.state.instalments);
        expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(amount);
        expect(lines.find(line => line.year === 1 && line.number === 1)).toEqual(paid);
      }),
      { numRuns: 15 },
    );
  });

  it('is proposed one at a time', () => {
    const dossier = firstYearOver();
    dossier.does(
      'request-amendment',
      { ...because, amount: cents(9_500_000) },
      { on: { award: convention(dossier).id } },
    );
    expect(ask(dossier, { amount: cents(9_000_000) })).toContain('amendment-pending');
  });

  it('that transfers the convention changes who owes, and calls for the account of the former carrier', async () => {
    const dossier = amended(firstYearOver(), { carrier: { name: 'Reprise', siret: BEARER } });
    expect(convention(dossier)).toMatchObject({ applicant: BEARER, formerApplicants: [CARRIER] });
    expect(await dossier.awaits()).toContain('former-carrier-account');
    dossier.does('settle-former-carrier', {}, { on: { award: convention(dossier).id } });
    expect(await dossier.awaits()).not.toContain('former-carrier-account');
  });
});

describe('a suspension', () => {
  it('gives no day to what is owed, holds the payments, and puts everything back by its days', () => {
    const dossier = firstYearOver();
    const key = `instalment-claim/${convention(dossier).id}/2/1`;
    const before = dueOf(key, dossier.state, dossier.rules)?.on;
    expect(before).toBe('2028-03-01');
    dossier.does('suspend-dossier', because);
    expect(dueOf(key, dossier.state, dossier.rules)?.on).toBeNull();
    expect(dossier.refusals('claim-instalment', ACCOUNT, { on: onYear(dossier, 2, 1) })).toContain('suspended');
    dossier.on('2028-01-31').does('resume-dossier', because);
    expect(dueOf(key, dossier.state, dossier.rules)?.on).toBe('2028-03-31');
  });

  it('leaves late what was late, and shifts only from the fact on which a delay rests', () => {
    const [from, to] = [civilDate('2028-02-01'), civilDate('2028-02-11')];
    const due = (on: string, since?: string) => ({
      ...{ on: civilDate(on), source: 'S' },
      ...(since ? { since: civilDate(since) } : {}),
    });
    expect(throughSuspensions(due('2028-01-15'), [{ from, to }]).on).toBe('2028-01-15');
    expect(throughSuspensions(due('2028-03-01', '2028-02-06'), [{ from, to }]).on).toBe('2028-03-06');
    expect(throughSuspensions(due('2028-03-01', '2028-02-20'), [{ from, to }]).on).toBe('2028-03-01');
  });

  it('is not resumed when there is none', () => {
    expect(running().refusals('resume-dossier', because)).toEqual(['wrong-state']);
  });
});

describe('an early end', () => {
  it.each<[string, (dossier: DossierBuilder) => DossierBuilder]>([
    ['abandoned', dossier => dossier.does('abandon-pole', because)],
    ['terminated by the Région', dossier => heardFor(dossier, 'termination').does('terminate-by-region', breach)],
  ])('of a pôle %s stops everything but its last accounts', async (_name, end) => {
    const kinds = new Set(await end(firstYearOver().does('publish-essential-data')).awaits());
    expect([...kinds].sort()).toEqual(['activity-report', 'approved-accounts', 'financial-report', 'indicators']);
  });

  it('by the Région comes after the carrier was heard', async () => {
    const dossier = running();
    const decision = dossier.attempt('terminate-by-region', breach);
    expect(decision).toMatchObject({
      refusals: [{ code: 'observations-not-heard', liftedBy: 'invite-observations', absolute: true }],
    });
    dossier.does('invite-observations', { matter: 'termination', ...breach });
    expect(dossier.refusals('terminate-by-region', breach)).toEqual(['observations-not-heard']);
    await dossier.on('2026-03-01').settlesSilences();
    expect(dossier.refusals('terminate-by-region', breach)).toEqual([]);
  });

  it('cuts the year short: its days alone are due, the rest is claimed back', () => {
    const dossier = pays(running(), 1, 1).on('2027-01-31').does('abandon-pole', because).on('2027-02-01');
    reports(dossier, 1).does('settle-cycle');
    const { amount } = dossier.state.lifecycle.recoveries[convention(dossier).id] ?? {};
    // 31 days of 365 are due of 35 000 €, 24 500 € were paid.
    expect(amount).toBe(2_450_000 - Math.floor((3_500_000 * 31) / 365));
  });
});

describe('the settlement', () => {
  it('waits for the term and for the accounts', () => {
    expect(running().refusals('settle-cycle')).toEqual(['convention-runs', 'reports-not-accepted']);
    expect(lastYearOver().refusals('settle-cycle')).toEqual(['reports-not-accepted']);
    expect(accountedFor().refusals('settle-cycle')).toEqual([]);
  });

  it('leaves nothing to claim when all is paid, and opens the closure', async () => {
    const dossier = settled().does('record-final-evaluation', { outcome: 'favourable', hash: HASH });
    expect(dossier.state.lifecycle.recoveries).toEqual({});
    dossier.does('publish-essential-data');
    expect(await dossier.awaits()).toEqual(['closure']);
    expect(await dossier.does('close-dossier').awaits()).toEqual([]);
  });

  it('claims an excess after the carrier was heard, and the dossier is not closed before', async () => {
    const dossier = withExcess();
    const { granted, due, paid, excess } = accountOf(dossier.state, convention(dossier), dossier.rules);
    expect([granted, excess]).toEqual([10_500_000, paid - due]);
    expect(await dossier.awaits()).toContain('observations-invitation');
    expect(dossier.refusals('record-recovery-order', { order: 'T-1' })).toEqual(['observations-not-heard']);
    expect(dossier.refusals('close-dossier')).toEqual(['excess-outstanding']);
    dossier.does('waive-recovery', because);
    expect(dossier.refusals('close-dossier')).toEqual([]);
  });

  it('counts what is ordered: its return may come after the closure', async () => {
    const dossier = accountedFor();
    const on = onYear(dossier, 3, 2);
    dossier.does('claim-instalment', ACCOUNT, { on });
    dossier.does('prepare-liquidation', { amount: cents(1_050_000) }, { on }).does('validate-liquidation', {}, { on });
    dossier.does('record-payment-order', { order: 'M-9' }, { on }).does('settle-cycle').does('close-dossier');
    expect(await dossier.awaits()).toEqual([]);
    dossier.does('record-payment', { amount: cents(1_050_000) }, { on });
    expect(dossier.state.lifecycle.status).toBe('closed');
    expect(await dossier.awaits()).toEqual([]);
  });
});

describe('a renewal', () => {
  const renewed = () => {
    const dossier = yearTurns(firstYearOver(), 2).on('2029-02-01').does('request-renewal', RENEWAL);
    dossier.does(
      'record-final-evaluation',
      { outcome: 'favourable', hash: HASH },
      { on: { award: convention(dossier).id } },
    );
    return carried(dossier.does('give-opinion', { outcome: 'favourable' }));
  };

  it('is never tacit: refused outside its window, the carrier is reminded of it six months before the term', async () => {
    expect(firstYearOver().refusals('request-renewal', RENEWAL)).toEqual(['renewal-window']);
    const open = yearTurns(firstYearOver(), 2);
    expect(open.refusals('request-renewal', RENEWAL)).toEqual([]);
    expect(await open.awaits()).toContain('renewal-request');
    const key = `renewal-request/${convention(open).id}/1`;
    expect(dueOf(key, open.state, open.rules)?.on).toBe('2029-07-01');
  });

  it('does not overlap the convention that runs, and waits for its evaluation and the council', () => {
    const dossier = yearTurns(firstYearOver(), 2);
    expect(dossier.refusals('request-renewal', { ...RENEWAL, startsOn: '2029-12-31' })).toEqual([
      'overlapping-convention',
    ]);
    dossier.does('request-renewal', RENEWAL).does('report-instruction', { favourable: true, report: 'R' });
    expect(
      [...dossier.refusals('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' })].sort(),
    ).toEqual(['council-opinion-missing', 'final-evaluation-missing']);
  });

  it('granted, keeps the money, the dates and what is owed of both cycles apart', async () => {
    const dossier = yearTurns(renewed(), 3);
    const [first, second] = Object.values(dossier.state.awards).filter(({ kind }) => kind === 'convention');
    expect([first?.status, second?.status]).toEqual(['ended', 'in-force']);
    pays(reports(dossier, 2), 3, 1);
    const paid = (id: string | undefined) =>
      Object.values(dossier.state.instalments)
        .filter(instalment => instalment.award === id)
        .reduce((sum, instalment) => sum + instalment.paid, 0);
    expect([paid(first?.id), paid(second?.id)]).toEqual([2_450_000 * 2, 0]);
    expect(await dossier.awaits()).toEqual(
      expect.arrayContaining(['financial-report', 'instalment-claim', 'year-turn']),
    );
  });
});

describe('the posts', () => {
  it('are several, filled before the convention, vacant and filled again: filling is owed, vacancy never', async () => {
    const dossier = inForce().does('open-post', { share: 50 }).does('open-post', { share: 80 });
    dossier.does('fill-post', { share: 50 }, { on: { post: 1 } });
    expect(Object.values(dossier.state.posts).map(({ share, status }) => [share, status])).toEqual([
      [50, 'filled'],
      [80, 'vacant'],
    ]);
    expect((await dossier.awaits()).filter(kind => kind === 'hiring')).toHaveLength(1);
    dossier.does('fill-post', { share: 80 }, { on: { post: 2 } });
    expect(await dossier.awaits()).not.toContain('hiring');
    expect(await dossier.does('vacate-post', {}, { on: { post: 1 } }).awaits()).toContain('hiring');
  });
});

describe("the study's money", () => {
  it('is claimed by its bearer, its balance once the study is validated, and settled on its own', async () => {
    const dossier = studyGranted();
    const on = (number: number) => ({ ...dossier.award, year: 1, number });
    expect(await dossier.awaits()).toContain('instalment-claim');
    expect(dossier.refusals('claim-instalment', ACCOUNT, { on: on(2) })).toEqual(['study-not-validated']);
    dossier.does('deliver-study', { reportHash: HASH }).does('review-study', { outcome: 'validated' });
    expect(dossier.refusals('claim-instalment', ACCOUNT, { on: on(2) })).toEqual([]);
  });
});
