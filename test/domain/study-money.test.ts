import { describe, expect, it } from '@jest/globals';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { debtorOf } from '../../src/domain/dossier/owing.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { anAccount, type AccountChange } from '../builders/accounts.js';
import {
  ACCOUNT,
  BEARER,
  declared,
  type DossierBuilder,
  GOOD_VOTE,
  grantedTo,
  STUDY,
  studyGranted,
} from '../builders/dossier.js';
import { HASH } from '../builders/whole-life-dossiers.js';

const line = (dossier: DossierBuilder, number: number) => ({ ...dossier.award, year: 1, number });
const grant = (dossier: DossierBuilder) => dossier.state.awards[dossier.award.award ?? ''];

function pays(dossier: DossierBuilder, number: number, amount: number): DossierBuilder {
  const on = line(dossier, number);
  return dossier
    .does('claim-instalment', ACCOUNT, { on })
    .does('prepare-liquidation', { amount: cents(amount) }, { on })
    .does('validate-liquidation', {}, { on })
    .does('record-payment-order', { order: `E-${number}` }, { on })
    .does('record-payment', { amount: cents(amount) }, { on });
}

/** The study delivered and validated, its year over. */
function made(): DossierBuilder {
  const dossier = pays(studyGranted(), 1, 2_000_000);
  dossier.does('deliver-study', { reportHash: HASH }).does('review-study', { outcome: 'validated' });
  pays(dossier, 2, 500_000);
  return dossier
    .on('2027-02-02')
    .records([{ type: 'convention-ended', data: { award: dossier.award.award ?? '', years: 1 } }], 'silence', {
      by: ENGINE,
    });
}

function accountedFor(change: AccountChange = {}): DossierBuilder {
  const dossier = made();
  const on = { ...dossier.award, year: 1, report: 'financial-report' as const };
  const financialReport = { hash: HASH, ...anAccount(change, cents(2_500_000)) };
  return dossier.does('file-financial-report', financialReport, { on }).does('accept-report', {}, { on });
}

describe("the study's money", () => {
  it('is claimed by its bearer: 80 % in advance, 20 % once the study is validated', () => {
    const dossier = studyGranted();
    const amounts = Object.values(dossier.state.instalments).map(({ amount }) => amount);
    expect(amounts).toEqual([2_000_000, 500_000]);
    const id = dossier.award.award ?? '';
    expect(debtorOf(`instalment-claim/${id}/1/1`, dossier.state, dossier.rules)).toEqual({
      role: 'carrier',
      body: BEARER,
    });
    const balance = () => dossier.attempt('claim-instalment', ACCOUNT, { on: line(dossier, 2) });
    const reason = { code: 'study-not-validated', source: expect.stringMatching(/étude de préfiguration/) };
    expect(balance()).toMatchObject({ refusals: [{ ...reason, liftedBy: 'deliver-study' }] });
    dossier.does('deliver-study', { reportHash: HASH });
    expect(balance()).toMatchObject({ refusals: [{ ...reason, liftedBy: 'review-study' }] });
    dossier.does('review-study', { outcome: 'validated' });
    expect(balance()).not.toHaveProperty('refusals');
  });

  it('owes one account, the compte rendu financier, once its year is over', async () => {
    const dossier = made();
    const year = dossier.state.years[`${dossier.award.award}/1`];
    expect(Object.keys(year?.reports ?? {})).toEqual(['financial-report']);
    expect(await dossier.awaits()).toContain('financial-report');
    expect(dossier.refusals('settle-cycle')).toEqual(['reports-not-accepted']);
  });

  it('all paid and accounted for, is settled on its own with nothing to claim back', async () => {
    const dossier = accountedFor();
    expect(await dossier.awaits()).toContain('settlement');
    dossier.does('settle-cycle');
    expect(grant(dossier)?.status).toBe('settled');
    expect(dossier.state.lifecycle.recoveries).toEqual({});
    expect(await dossier.awaits()).not.toContain('settlement');
  });

  it('left unspent beyond the clause is claimed back from its bearer', () => {
    const dossier = accountedFor({ unspent: cents(1_000_000) }).does('settle-cycle');
    // 10 % of 25 000 € may be kept: 10 000 − 2 500 = 7 500 € go back.
    const recovery = dossier.state.lifecycle.recoveries[dossier.award.award ?? ''];
    expect(recovery).toMatchObject({ status: 'claimed', amount: 750_000 });
    const key = `observations/${dossier.award.award}/recovery`;
    dossier.does('invite-observations', { matter: 'recovery', reason: 'Trop-perçu.' });
    expect(debtorOf(key, dossier.state, dossier.rules)).toEqual({ role: 'carrier', body: BEARER });
  });
});

describe('the convention of a study', () => {
  const voted = (amount: number, elsewhere = 0) => {
    const dossier = declared().does('request-study-grant', { ...STUDY, amount: cents(amount) });
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Étude' });
    const vote = { ...GOOD_VOTE, amount: cents(amount) };
    return dossier.does('record-vote', vote, { grantedElsewhere: [grantedTo(BEARER, '2026-06-01', elsewhere)] });
  };

  it.each([
    ['is optional at 23 000 € exactly', 2_300_000, 0, false],
    ['is required a cent above', 2_300_001, 0, true],
    ['is optional at 23 000 € with what the body has elsewhere that year', 1_000_000, 1_300_000, false],
    ['is required a cent above with what the body has elsewhere', 1_000_000, 1_300_001, true],
  ])('%s', (_name, amount, elsewhere, required) => {
    expect(grant(voted(amount, elsewhere))?.vote?.conventionRequired).toBe(required);
  });

  it('optional, lets the advance be claimed as soon as the grant is executory and notified', async () => {
    const dossier = voted(2_300_000).does('transmit-deliberation', { receipt: 'R' });
    expect(dossier.refusals('claim-instalment', ACCOUNT)).toContain('convention-not-in-force');
    dossier.does('notify-grant');
    expect(dossier.refusals('claim-instalment', ACCOUNT)).toEqual([]);
    expect(await dossier.awaits()).not.toContain('carrier-signature');
  });
});
