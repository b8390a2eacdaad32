import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { cents } from '../../src/domain/kernel/cents.js';
import {
  ACCOUNT,
  because,
  claimed,
  type DossierBuilder,
  FIRST_ADVANCE,
  inForce,
  ordered,
  paid,
  someone,
  voted,
} from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { REPORTS, yearTurns } from '../builders/whole-life-dossiers.js';

const line = (dossier: DossierBuilder, year: number, number: number) => ({ ...dossier.award, year, number });
const first = (dossier: DossierBuilder) => dossier.state.instalments[`${dossier.award.award}/1/1`];

describe('an instalment waits for its conditions, each with its source', () => {
  const reasons = (dossier: DossierBuilder, year: number, number: number) => {
    const decision = dossier.attempt('claim-instalment', ACCOUNT, { on: line(dossier, year, number) });
    return 'refusals' in decision ? decision.refusals : [];
  };

  it('the convention in force, by the law, and the act that brings it', () => {
    const [reason] = reasons(voted(), 1, 1);
    expect(reason).toMatchObject({ code: 'convention-not-in-force', absolute: true, liftedBy: 'notify-grant' });
    expect(reason?.source).toMatch(/2000-321/);
    expect(reason?.message).toContain('23\u202f000,00\u202f€ par an');
    const notified = voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
    expect(reasons(notified, 1, 1)[0]?.liftedBy).toBe('notify-convention');
  });

  it('the accepted reports of the year for its balance, by the règlement', () => {
    const [reason] = reasons(inForce(), 1, 2);
    expect(reason).toMatchObject({ code: 'reports-not-accepted', source: inForce().rules.reglement.label });
  });

  it('for the advance of the second year, no report of the first one overdue beyond its grace', () => {
    const dossier = yearTurns(inForce(), 1);
    expect(reasons(dossier.on('2028-05-30'), 2, 1)).toEqual([]);
    const [reason] = reasons(dossier.on('2028-05-31'), 2, 1);
    expect(reason).toMatchObject({ code: 'report-overdue', liftedBy: 'file-indicators' });
    expect(reason?.source).toMatch(/indicateurs.* ; Règlement/);
  });

  it('unless more time was granted for it: that excuses no other report', () => {
    const year = yearTurns(inForce(), 1).on('2028-06-01');
    const instance = `${year.award.award}/1/1`;
    const dossier = owing({ kind: 'activity-report', instance, due: '2028-06-30' }, year);
    dossier.does('grant-extension', { ...because, until: civilDate('2028-10-31') }, { on: { obligation: 'o-1' } });
    expect(reasons(dossier.on('2028-07-31'), 2, 1)[0]).toMatchObject({ liftedBy: 'file-indicators' });
    for (const report of ['indicators', 'financial-report', 'approved-accounts'] as const)
      dossier.does(REPORTS[report].act, REPORTS[report].payload, { on: { ...year.award, year: 1, report } });
    expect(reasons(dossier.on('2028-11-30'), 2, 1)).toEqual([]);
    expect(reasons(dossier.on('2028-12-01'), 2, 1)[0]).toMatchObject({ liftedBy: 'file-activity-report' });
  });

  it('which a manager may override for that instalment alone, where the law’s cannot be', () => {
    const dossier = yearTurns(yearTurns(inForce(), 1).on('2028-08-01'), 2);
    const on = line(dossier, 2, 1);
    const override = { act: 'claim-instalment', on: `${on.award}/2/1`, reason: 'Motif.' };
    dossier.does('override-block', { ...override, gate: 'previous-report-not-overdue' });
    expect(dossier.refusals('claim-instalment', ACCOUNT, { on })).toEqual([]);
    expect(dossier.on('2029-08-01').refusals('claim-instalment', ACCOUNT, { on: line(dossier, 3, 1) })).toEqual([
      'report-overdue',
    ]);
    expect(dossier.refusals('override-block', { ...override, gate: 'convention-in-force' })).toEqual([
      'gate-not-waivable',
    ]);
  });
});

describe('the first payment', () => {
  it('is claimed on an account whose key is right', () => {
    const wrong = { ...ACCOUNT, iban: 'FR7630006000011234567890188' };
    expect(inForce().refusals('claim-instalment', wrong)).toEqual(['iban-invalid']);
    expect(inForce().refusals('claim-instalment', { ...ACCOUNT, bic: 'X' })).toEqual(['bic-invalid']);
  });

  it('returned by the manager, is prepared again and counted as another attempt', async () => {
    const dossier = claimed()
      .does('prepare-liquidation', { amount: FIRST_ADVANCE })
      .does('return-liquidation', because);
    expect(first(dossier)).toMatchObject({
      status: 'claimed',
      attempt: 2,
      payment: 1,
      liquidated: 0,
      preparedBy: null,
    });
    expect(await dossier.awaits()).toContain('liquidation');
  });

  it('rejected by the bank, starts over: prepared, validated and ordered again', async () => {
    const dossier = ordered().does('record-payment-rejection', { reason: 'wrong-bank-details' });
    expect(await dossier.awaits()).toContain('liquidation');
    expect(dossier.refusals('record-payment', { amount: FIRST_ADVANCE })).toEqual(['wrong-state']);
    dossier.does('prepare-liquidation', { amount: FIRST_ADVANCE }).does('validate-liquidation');
    dossier.does('record-payment-order', { order: 'M-2' }).does('record-payment', { amount: FIRST_ADVANCE });
    expect(first(dossier)).toMatchObject({ status: 'paid', order: 'M-2', paid: FIRST_ADVANCE });
    expect(await dossier.awaits()).not.toContain('instalment-claim');
    expect(await dossier.awaits()).not.toContain('payment');
  });

  it('is made once', () => {
    const dossier = paid();
    expect(dossier.refusals('claim-instalment', ACCOUNT)).toEqual(['wrong-state']);
    expect(dossier.refusals('record-payment', { amount: FIRST_ADVANCE })).toEqual(['wrong-state']);
    expect(dossier.refusals('record-payment-order', { order: 'M-2' })).toEqual(['wrong-state']);
  });

  it('keeps its days in order: claim, liquidation, order, payment', () => {
    const dossier = inForce('2026-03-02').on('2026-06-01');
    dossier.does('claim-instalment', ACCOUNT, { date: '2026-04-01' });
    const amount = { amount: FIRST_ADVANCE };
    expect(dossier.refusals('prepare-liquidation', amount, { date: '2026-03-31' })).toEqual(['date-order']);
    dossier.does('prepare-liquidation', amount, { date: '2026-04-02' });
    expect(dossier.refusals('validate-liquidation', {}, { date: '2026-04-01' })).toEqual(['date-order']);
    dossier.does('validate-liquidation', {}, { date: '2026-04-03' });
    expect(dossier.refusals('record-payment-order', { order: 'M' }, { date: '2026-04-02' })).toEqual(['date-order']);
    dossier.does('record-payment-order', { order: 'M' }, { date: '2026-04-04' });
    expect(dossier.refusals('record-payment', amount, { date: '2026-04-03' })).toEqual(['date-order']);
    expect(dossier.refusals('record-payment', amount, { date: '2026-04-04' })).toEqual([]);
  });

  it('is not claimed on a day before the notification of the grant', () => {
    const dossier = inForce('2026-03-02').on('2026-06-01');
    expect(dossier.refusals('claim-instalment', ACCOUNT, { date: '2026-03-01' })).toEqual(['date-order']);
  });

  it('of less than nothing is refused', () => {
    expect(claimed().refusals('prepare-liquidation', { amount: cents(0) })).toEqual(['amount-above-due']);
  });

  it('is validated by a manager, never by the instructor who holds both roles', () => {
    const dossier = claimed().does('prepare-liquidation', { amount: FIRST_ADVANCE });
    expect(dossier.refusals('validate-liquidation', {}, { by: someone('instructor') })).toEqual(['forbidden-role']);
    expect(dossier.refusals('validate-liquidation', {}, { by: someone('manager', 'instructor') })).toEqual([
      'same-person',
    ]);
  });
});
