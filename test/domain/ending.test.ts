import { describe, expect, it } from '@jest/globals';
import { dueOf } from '../../src/domain/dossier/owing.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { anAccount } from '../builders/accounts.js';
import {
  ACCOUNT,
  because,
  breach,
  declared,
  type DossierBuilder,
  prepared,
  someone,
  studyGranted,
} from '../builders/dossier.js';
import {
  accountedFor,
  convention,
  firstYearOver,
  HASH,
  heardOnExcess,
  lastYearOver,
  RENEWAL,
  REPORTS,
  reports,
  running,
  settled,
  withExcess,
  yearTurns,
} from '../builders/whole-life-dossiers.js';

const kinds = async (dossier: DossierBuilder) => [...new Set(await dossier.awaits())].sort();
const ACCOUNTS = Object.keys(REPORTS).sort();
/** What an end leaves of a convention whose essential data are not published. */
const LEFT = [...ACCOUNTS, 'essential-data'].sort();
const recovery = (dossier: DossierBuilder) => dossier.state.lifecycle.recoveries[convention(dossier).id];

describe('a suspension', () => {
  it('takes the day off everything owed, and gives back a term of the règlement shifted by its days', async () => {
    const dossier = firstYearOver();
    const key = `activity-report/${convention(dossier).id}/1/1`;
    const before = dueOf(key, dossier.state, dossier.rules)?.on;
    expect(before).toBe('2028-06-30');
    dossier.does('suspend-dossier', because);
    expect(dueOf(key, dossier.state, dossier.rules)?.on).toBeNull();
    const awaited = await kinds(dossier);
    dossier.on('2028-01-11').does('resume-dossier', because);
    expect(dueOf(key, dossier.state, dossier.rules)?.on).toBe('2028-07-10');
    expect(await kinds(dossier)).toEqual(awaited);
  });

  it('over, brings late what the law set alone: the rest, which was to fall during it, falls after', async () => {
    const dossier = firstYearOver().does('suspend-dossier', because);
    dossier.on('2030-01-01').does('resume-dossier', because);
    const keys = Object.keys(REPORTS).map(kind => `${kind}/${convention(dossier).id}/1/1`);
    const days = keys.map(key => dueOf(key, dossier.state, dossier.rules)?.on ?? '');
    expect(days.filter(day => day <= '2030-01-01')).toEqual(['2028-06-30']);
  });

  it('is neither doubled nor resumed when there is none', () => {
    expect(running().refusals('resume-dossier', because)).toEqual(['wrong-state']);
    expect(running().does('suspend-dossier', because).refusals('suspend-dossier', because)).toEqual(['wrong-state']);
  });
});

describe('an early end', () => {
  it.each(['abandon-pole'])(
    'by %s leaves the publication and the last accounts, then settlement, closure',
    async act => {
      const dossier = firstYearOver().does(act, because);
      expect(await kinds(dossier)).toEqual(LEFT);
      expect(dossier.refusals('open-post', { share: 100 })).toEqual(['dossier-ended']);
      reports(dossier, 1);
      const { id } = convention(dossier);
      const on = { award: id, year: 2 };
      for (const [report, { act: file, payload }] of Object.entries(REPORTS)) {
        const of = { on: { ...on, report: report as keyof typeof REPORTS } };
        dossier.on('2028-01-02').does(file, payload, of).does('accept-report', {}, of);
      }
      expect(await kinds(dossier)).toEqual(['essential-data', 'settlement']);
      expect(await kinds(dossier.does('settle-cycle'))).toEqual(['essential-data']);
      expect(await kinds(dossier.does('publish-essential-data'))).toEqual(['closure']);
      expect(await kinds(dossier.does('close-dossier'))).toEqual([]);
    },
  );

  it('by the Région comes only after the adversarial phase, decided by a manager', async () => {
    const dossier = running();
    const heard = { code: 'observations-not-heard', liftedBy: 'invite-observations', absolute: true };
    expect(dossier.attempt('terminate-by-region', breach)).toMatchObject({ refusals: [heard] });
    dossier.does('invite-observations', { matter: 'termination', ...breach });
    expect(dossier.refusals('terminate-by-region', breach)).toEqual(['observations-not-heard']);
    dossier.does('present-observations', { matter: 'termination', observations: 'Contesté.' });
    expect(dossier.refusals('terminate-by-region', breach, { by: someone('instructor') })).toEqual(['forbidden-role']);
    expect(await kinds(dossier.does('terminate-by-region', breach))).toEqual(LEFT);
  });

  it('is not an abandonment while no convention binds, nor a withdrawal once one does', () => {
    expect(prepared().attempt('abandon-pole', because)).toMatchObject({
      refusals: [{ code: 'no-convention', liftedBy: 'withdraw-project', absolute: true }],
    });
    expect(running().attempt('withdraw-project', because)).toMatchObject({
      refusals: [{ code: 'convention-in-force', liftedBy: 'abandon-pole', absolute: true }],
    });
  });
});

describe('a withdrawal', () => {
  it('before any grant leaves only its acknowledgement', async () => {
    const dossier = declared().does('withdraw-project', because);
    expect(await kinds(dossier)).toEqual(['withdrawal-acknowledgement']);
    expect(await kinds(dossier.does('acknowledge-withdrawal'))).toEqual([]);
    expect(dossier.refusals('acknowledge-withdrawal')).toEqual(['already-done']);
  });

  it('with a study under way leaves the account of its grant too', async () => {
    const dossier = studyGranted().does('publish-essential-data');
    const study = dossier.award;
    dossier.does('withdraw-project', because);
    expect(await kinds(dossier)).toEqual(['financial-report', 'withdrawal-acknowledgement']);
    const on = { ...study, year: 1, report: 'financial-report' as const };
    dossier.on('2026-02-03').does('file-financial-report', { hash: HASH, ...anAccount() }, { on });
    dossier.does('accept-report', {}, { on }).does('acknowledge-withdrawal');
    expect(await kinds(dossier)).toEqual(['settlement']);
    expect(await kinds(dossier.does('settle-cycle', {}, { on: study }))).toEqual([]);
  });
});

describe('the settlement', () => {
  it('before the end of the convention is refused', () => {
    expect(firstYearOver().attempt('settle-cycle')).toMatchObject({
      refusals: [
        { code: 'convention-runs', source: 'Convention, durée', absolute: true },
        { code: 'reports-not-accepted', source: 'Loi n° 2000-321 art. 10', liftedBy: 'accept-report' },
      ],
    });
  });

  it('of a convention all paid tells 105 000 € granted, due and paid', () => {
    const dossier = settled();
    const settlement = dossier.events.find(({ type }) => type === 'convention-settled');
    const all = 10_500_000;
    expect(settlement?.data).toMatchObject({ granted: all, due: all, paid: all, excess: 0, released: 0 });
    expect(recovery(dossier)).toBeUndefined();
  });

  it('with an excess claims what was paid beyond what is due and releases the rest', () => {
    const dossier = withExcess();
    const settlement = dossier.events.find(({ type }) => type === 'convention-settled');
    // Year 3: 35 000 − (30 000 − 3 500) = 8 500 € due, 24 500 € paid; its balance of 10 500 € falls.
    expect(settlement?.data).toMatchObject({ paid: 9_450_000, due: 7_850_000, excess: 1_600_000, released: 1_050_000 });
    expect(recovery(dossier)).toMatchObject({ status: 'claimed', amount: 1_600_000 });
  });
});

describe('a recovery', () => {
  it('is ordered after the body was heard, then collected', async () => {
    expect(withExcess().attempt('record-recovery-order', { order: 'T-1' })).toMatchObject({
      refusals: [{ code: 'observations-not-heard', liftedBy: 'invite-observations' }],
    });
    const dossier = heardOnExcess().does('record-recovery-order', { order: 'T-1' });
    expect(await kinds(dossier)).toContain('recovery');
    expect(dossier.attempt('close-dossier')).toMatchObject({
      refusals: [{ code: 'excess-outstanding', source: 'CGCT art. L1617-5', liftedBy: 'record-recovery' }],
    });
    dossier.does('record-recovery');
    expect(recovery(dossier)).toMatchObject({ status: 'collected', order: 'T-1' });
    expect(dossier.refusals('waive-recovery', because)).toEqual(['wrong-state']);
    expect(dossier.refusals('close-dossier')).toEqual([]);
  });

  it('is waived by a reasoned decision of a manager', async () => {
    const dossier = withExcess();
    expect(dossier.refusals('waive-recovery', because, { by: someone('instructor') })).toEqual(['forbidden-role']);
    dossier.does('waive-recovery', because);
    expect(recovery(dossier)?.status).toBe('waived');
    expect(await dossier.awaits()).not.toContain('observations-invitation');
  });
});

describe('the closure', () => {
  it.each<[string, () => DossierBuilder]>([
    ['runs', running],
    ['awaits its last accounts', lastYearOver],
    ['is accounted for but not settled', accountedFor],
  ])('of a dossier whose convention %s is refused', (_name, build) => {
    expect(build().attempt('close-dossier')).toMatchObject({
      refusals: [{ code: 'grant-not-settled', liftedBy: 'settle-cycle', absolute: true }],
    });
  });

  it('waits for the renewal that was asked for, until it is decided', () => {
    const asked = firstYearOver().on('2029-02-01').does('request-renewal', RENEWAL).on('2030-01-01');
    const { id } = convention(asked);
    for (const year of [2, 3]) yearTurns(asked, year);
    for (const year of [1, 2, 3]) reports(asked, year);
    asked.does('settle-cycle', {}, { on: { award: id } });
    expect(asked.attempt('close-dossier')).toMatchObject({
      refusals: [{ code: 'renewal-under-way', liftedBy: 'record-vote', absolute: true }],
    });
  });

  it('lets the return of a payment come later, and nothing else', () => {
    const dossier = accountedFor();
    const on = { award: convention(dossier).id, year: 3, number: 2 };
    const amount = cents(1_050_000);
    dossier.does('claim-instalment', ACCOUNT, { on });
    dossier.does('prepare-liquidation', { amount }, { on }).does('validate-liquidation', {}, { on });
    dossier.does('record-payment-order', { order: 'M-9' }, { on }).does('settle-cycle').does('close-dossier');
    expect(dossier.refusals('suspend-dossier', because)).toHaveLength(1);
    dossier.does('record-payment', { amount }, { on });
    expect(dossier.state.instalments[`${on.award}/3/2`]).toMatchObject({ status: 'paid', paid: amount });
    expect(dossier.state.lifecycle.status).toBe('closed');
  });
});
