import { describe, expect, it } from '@jest/globals';
import { leftToLiquidate } from '../../../src/domain/funded-year/due.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { ACCOUNT, because, type DossierBuilder, FIRST_ADVANCE, paid, someone, voted } from '../../builders/dossier.js';
import { convention, firstYearOver, running } from '../../builders/whole-life-dossiers.js';
import {
  abrogated,
  COMMITMENT,
  deliberation,
  heardFor,
  REVOCATION,
  revoked,
  withdrawnForCommitment,
} from '../../builders/withdrawn.js';

const kinds = async (dossier: DossierBuilder) => [...new Set(await dossier.awaits())].sort();
const recovery = (dossier: DossierBuilder) => dossier.state.lifecycle.recoveries[convention(dossier).id];
const ILLEGAL = { ...because, basis: 'illegal', grounds: ['illegal-grant'], deliberation };
const ACCOUNTS = ['activity-report', 'approved-accounts', 'financial-report', 'indicators'];

describe('the Région that withdraws a grant whose conditions were not respected', () => {
  it('hears its carrier first, decides by a délibération, and is a manager', () => {
    expect(paid().attempt('revoke-grant', REVOCATION)).toMatchObject({
      refusals: [{ code: 'observations-not-heard', liftedBy: 'invite-observations', absolute: true }],
    });
    const heard = heardFor(paid(), 'withdrawal');
    expect(heard.refusals('revoke-grant', REVOCATION, { by: someone('instructor') })).toEqual(['forbidden-role']);
    expect(heard.refusals('revoke-grant', { ...REVOCATION, grounds: ['late-report:1'] })).toEqual([
      'observations-not-heard',
    ]);
    expect(heard.refusals('revoke-grant', REVOCATION)).toEqual([]);
  });

  it('whole ends the dossier, settles the grant for nothing due, and claims all that was paid', async () => {
    const dossier = revoked();
    expect(dossier.state.lifecycle.status).toBe('revoked');
    expect(convention(dossier)).toMatchObject({ status: 'settled' });
    const settlement = dossier.events.find(({ type }) => type === 'convention-settled');
    expect(settlement?.data).toMatchObject({ due: 0, paid: FIRST_ADVANCE, excess: FIRST_ADVANCE, claim: null });
    expect(recovery(dossier)).toMatchObject({ rank: 1, status: 'claimed', amount: FIRST_ADVANCE });
    expect(await kinds(dossier)).toEqual(['essential-data', 'recovery-order']);
    dossier.does('publish-essential-data').does('record-recovery-order', { order: 'T-1' });
    expect(await kinds(dossier)).toEqual(['recovery']);
    expect(await kinds(dossier.does('record-recovery'))).toEqual(['closure']);
    expect(await kinds(dossier.does('close-dossier'))).toEqual([]);
  });

  it('in part goes on with what stays granted, claims what was paid beyond it, and is accounted for at the end', async () => {
    const dossier = heardFor(paid(), 'withdrawal');
    dossier.does('revoke-grant', { ...REVOCATION, amount: cents(8_500_000) });
    expect(dossier.state.lifecycle.status).toBe('alive');
    // 105 000 − 85 000 = 20 000 € stay granted, 24 500 € were paid: 4 500 € go back.
    expect(recovery(dossier)).toMatchObject({ status: 'claimed', amount: 450_000 });
    expect(await kinds(dossier)).toContain('recovery-order');
    const balance = dossier.state.instalments[`${convention(dossier).id}/1/2`];
    if (!balance) throw new Error('Aucun solde');
    expect(leftToLiquidate(dossier.state, balance, dossier.rules)).toBe(0);
    dossier.does('record-recovery-order', { order: 'T-1' }).does('record-recovery');
    expect(await kinds(dossier)).not.toContain('recovery-order');
    heardFor(dossier, 'withdrawal').does('revoke-grant', { ...REVOCATION, amount: cents(100_000) });
    expect(recovery(dossier)).toMatchObject({ rank: 2, amount: 100_000, claimedBefore: 450_000, status: 'claimed' });
    expect(await kinds(dossier)).toContain('recovery-order');
  });

  it('claims nothing where what was paid stays granted', () => {
    const dossier = heardFor(paid(), 'withdrawal').does('revoke-grant', { ...REVOCATION, amount: cents(8_000_000) });
    expect(recovery(dossier)).toBeUndefined();
  });

  it('never withdraws more than stays granted, nor more than was put to the carrier', () => {
    const heard = heardFor(paid(), 'withdrawal', ['no-activity'], { amount: cents(500_000) });
    const revoking = (amount: number) => heard.attempt('revoke-grant', { ...REVOCATION, amount: cents(amount) });
    expect(revoking(10_500_001)).toMatchObject({ refusals: [{ code: 'amount-above-grant', pointer: '/amount' }] });
    expect(revoking(500_001)).toMatchObject({ refusals: [{ code: 'observations-not-heard', pointer: '/amount' }] });
    expect(revoking(500_000)).toHaveProperty('events');
  });

  it('waits for the liquidation under way, and for the claim before', () => {
    const prepared = heardFor(running(), 'withdrawal').does('claim-instalment', ACCOUNT);
    prepared.does('prepare-liquidation', { amount: FIRST_ADVANCE });
    expect(prepared.attempt('revoke-grant', REVOCATION)).toMatchObject({
      refusals: [{ code: 'payment-under-way', liftedBy: 'return-liquidation' }],
    });
    const claimed = heardFor(paid(), 'withdrawal').does('revoke-grant', { ...REVOCATION, amount: cents(8_500_000) });
    heardFor(claimed, 'withdrawal');
    expect(claimed.attempt('revoke-grant', REVOCATION)).toMatchObject({
      refusals: [{ code: 'excess-outstanding', liftedBy: 'record-recovery-order' }],
    });
  });

  it('takes no ground of another measure', () => {
    const heard = heardFor(paid(), 'withdrawal', ['illegal-grant', 'republican-commitment', 'no-activity']);
    for (const grounds of [['illegal-grant'], ['republican-commitment'], ['no-activity', 'illegal-grant']])
      expect(heard.refusals('revoke-grant', { ...REVOCATION, grounds })).toEqual(['ground-of-other-measure']);
  });
});

describe('the Région that withdraws an illegal grant', () => {
  const heard = (dossier: DossierBuilder) => heardFor(dossier, 'withdrawal', ['illegal-grant']);

  it('does so within four months of the vote, the last day included, and whole', () => {
    const dossier = heard(running()).on('2026-06-02');
    expect(dossier.refusals('revoke-grant', ILLEGAL)).toEqual([]);
    expect(dossier.refusals('revoke-grant', { ...ILLEGAL, amount: cents(100) })).toEqual(['illegal-grant-whole']);
    expect(dossier.on('2026-06-03').attempt('revoke-grant', ILLEGAL)).toMatchObject({
      refusals: [{ code: 'illegal-grant-too-late', pointer: '/date', absolute: true }],
    });
  });

  it('needs no convention in force: voted is enough, and the dossier is closed', async () => {
    const dossier = heard(voted());
    expect(await kinds(dossier.does('revoke-grant', ILLEGAL))).toEqual(['closure']);
    expect(recovery(dossier)).toBeUndefined();
    expect(dossier.refusals('close-dossier')).toEqual([]);
  });

  it('has any time to withdraw what did not respect its conditions', () => {
    const dossier = heardFor(firstYearOver(), 'withdrawal').on('2029-06-01');
    expect(dossier.refusals('revoke-grant', REVOCATION)).toEqual([]);
  });
});

describe('a breach of the contrat d’engagement républicain', () => {
  it('withdraws the grant pro rata of what was to run, claims what was paid beyond, and leaves the accounts', async () => {
    const dossier = withdrawnForCommitment();
    const [event] = dossier.events.filter(({ type }) => type === 'grant-withdrawn');
    // From 15 July 2027 to 31 December 2029: 901 of 1 096 days, 105 000 × 901 / 1 096 = 86 318.43 € withdrawn.
    expect(event?.data).toMatchObject({ basis: 'commitment', breachOn: '2027-07-15', amount: 8_631_843, ends: true });
    expect(recovery(dossier)).toMatchObject({ amount: 581_843, returnBy: '2028-02-01' });
    expect(await kinds(dossier)).toEqual([...ACCOUNTS, 'essential-data', 'recovery-order'].sort());
  });

  it('gives at most six months to return, and is dated between the grant and the end of its period', () => {
    const heard = heardFor(paid().on('2027-09-01'), 'commitment', ['republican-commitment']);
    const withdrawing = (change: object) =>
      heard.reasons('withdraw-for-commitment', { ...COMMITMENT, returnBy: '2028-03-01', ...change });
    expect(withdrawing({})).toEqual([]);
    const source = 'Décret n° 2021-1947 art. 5 : restitution dans les six mois au plus';
    expect(withdrawing({ returnBy: '2028-03-02' })).toEqual([{ code: 'return-term', pointer: '/returnBy', source }]);
    for (const breachOn of ['2026-02-01', '2027-09-02', '2030-01-01'])
      expect(withdrawing({ breachOn })).toEqual([{ code: 'breach-outside-grant', pointer: '/breachOn', source }]);
  });

  it('withdraws nothing that was asked before the decree that lets it, whenever the breach', () => {
    const refusals = (askedOn?: string) =>
      heardFor(paid(askedOn).on('2027-09-01'), 'commitment', ['republican-commitment']).refusals(
        'withdraw-for-commitment',
        { ...COMMITMENT, returnBy: '2028-03-01' },
      );
    expect(refusals('2022-01-01')).toEqual(['no-commitment']);
    expect(refusals()).toEqual([]);
  });

  it('withdraws nothing for a breach that comes after the decision', () => {
    const heard = heardFor(paid().on('2027-09-01'), 'commitment', ['republican-commitment']);
    const withdrawing = (breachOn: string) =>
      heard
        .on('2027-09-10')
        .refusals(
          'withdraw-for-commitment',
          { ...COMMITMENT, breachOn, returnBy: '2028-02-01' },
          { date: '2027-09-01' },
        );
    expect(withdrawing('2027-09-02')).toEqual(['breach-outside-grant']);
    expect(withdrawing('2027-09-01')).toEqual([]);
  });

  it('is a measure of its own: the hearing on another one does not serve', () => {
    const heard = heardFor(paid().on('2027-09-01'), 'withdrawal', ['republican-commitment']);
    expect(heard.refusals('withdraw-for-commitment', { ...COMMITMENT, returnBy: '2028-02-01' })).toEqual([
      'observations-not-heard',
    ]);
  });
});

describe('the Région that abrogates a grant', () => {
  const grounds = ['condition-lapsed:3'];
  const abrogating = (from: string) => ({ ...because, grounds, deliberation, from });

  it('ends it for the future: what was paid is claimed by the account alone', async () => {
    const dossier = abrogated();
    expect(dossier.state.lifecycle).toMatchObject({ status: 'abrogated', recoveries: {} });
    expect(await kinds(dossier)).toEqual([...ACCOUNTS, 'essential-data'].sort());
  });

  it('never for the past, nor beyond the year that runs', () => {
    const heard = heardFor(firstYearOver().on('2028-03-01'), 'abrogation', grounds);
    expect(heard.reasons('abrogate-grant', abrogating('2028-02-29'))).toEqual([
      { code: 'date-order', pointer: '/from', source: 'CRPA art. L242-2 1°' },
    ]);
    expect(heard.refusals('abrogate-grant', abrogating('2029-01-01'))).toEqual(['abrogation-too-far']);
    expect(heard.refusals('abrogate-grant', abrogating('2028-12-31'))).toEqual([]);
    heard.does('abrogate-grant', abrogating('2028-06-30'));
    expect(heard.state.lifecycle.endedOn).toBe('2028-06-30');
  });
});
