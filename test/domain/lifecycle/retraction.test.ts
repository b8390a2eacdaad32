import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { ACCOUNT, because, type DossierBuilder } from '../../builders/dossier.js';
import {
  convention,
  firstYearOver,
  lastYearOver,
  pays,
  reports,
  settled,
  yearTurns,
} from '../../builders/whole-life-dossiers.js';
import { balanceOfYearPaid } from '../../builders/yearly-votes.js';

const factOf = (dossier: DossierBuilder, type: string) =>
  dossier.events.findLast(event => event.type === type)?.id ?? 'inconnu';
const takingBack = (dossier: DossierBuilder, type: string) =>
  dossier.refusals('retract-fact', { ...because, event: factOf(dossier, type) });

describe('what rests on a fact holds it', () => {
  it('the balance of a year voted apart, on the report of the convention that opened it', () => {
    expect(takingBack(balanceOfYearPaid(), 'report-accepted')).toEqual(['built-upon']);
  });

  it('the settlement of a convention, on its posts while it ran', () => {
    expect(takingBack(settled(), 'post-filled')).toEqual(['built-upon']);
    expect(takingBack(lastYearOver(), 'post-filled')).toEqual([]);
  });

  it('and not what came after the convention that was settled', () => {
    const dossier = settled().does('vacate-post', {}, { date: '2030-01-01' });
    expect(takingBack(dossier, 'post-vacated')).toEqual([]);
  });
});

describe('a fact dated in the course of a convention whose account is settled', () => {
  it.each([
    ['vacate-post', {}],
    ['end-post', {}],
    ['open-post', { share: 50 }],
    ['suspend-dossier', because],
  ])('is refused: %s', (act, payload) => {
    const dossier = settled();
    const { to } = convention(dossier).period;
    expect(dossier.attempt(act, payload, { date: to })).toMatchObject({
      refusals: [{ code: 'account-settled', pointer: '/date' }],
    });
    expect(dossier.refusals(act, payload, { date: '2030-01-01' })).toEqual([]);
  });
});

describe('an accepted report that is found false', () => {
  const financial = (dossier: DossierBuilder, year = 1) => ({
    on: { award: convention(dossier).id, year, report: 'financial-report' as const },
  });

  it('is reopened, corrected and accepted again, even when a payment followed', async () => {
    const dossier = pays(reports(firstYearOver(), 1), 1, 2);
    expect(takingBack(dossier, 'report-accepted')).toEqual(['built-upon']);
    dossier.does('reopen-report', because, financial(dossier));
    expect(dossier.state.years[`${convention(dossier).id}/1`]?.reports['financial-report']).toMatchObject({
      ...{ status: 'to-correct', round: 2, acceptedOn: null, reopened: 1 },
    });
    expect(await dossier.awaits()).toContain('financial-report');
    reports(dossier, 1, { 'financial-report': { unspent: cents(2_500_000) } }, ['financial-report']);
    expect(await dossier.awaits()).not.toContain('financial-report');
    expect(dossier.refusals('invite-observations', { ...because, matter: 'recovery' })).toEqual([]);
  });

  it('stops what follows: the balance of its year, the settlement', () => {
    const dossier = reports(firstYearOver(), 1);
    const balance = { on: { award: convention(dossier).id, year: 1, number: 2 } };
    expect(dossier.refusals('claim-instalment', ACCOUNT, balance)).toEqual([]);
    dossier.does('reopen-report', because, financial(dossier));
    expect(dossier.attempt('claim-instalment', ACCOUNT, balance)).toMatchObject({
      refusals: [{ code: 'reports-not-accepted', liftedBy: 'file-financial-report' }],
    });
    expect(dossier.refusals('settle-cycle')).toContain('reports-not-accepted');
  });

  it('is not reopened once its convention is settled', () => {
    const dossier = settled();
    expect(dossier.attempt('reopen-report', because, financial(dossier))).toMatchObject({
      refusals: [{ code: 'account-settled' }],
    });
  });

  it('may be reopened again', async () => {
    const dossier = reports(firstYearOver(), 1);
    for (const reopened of [1, 2]) {
      dossier.does('reopen-report', because, financial(dossier));
      expect(await dossier.awaits()).toContain('financial-report');
      reports(dossier, 1, {}, ['financial-report']);
      const report = dossier.state.years[`${convention(dossier).id}/1`]?.reports['financial-report'];
      expect(report).toMatchObject({ status: 'accepted', round: reopened + 1, reopened });
    }
    expect(yearTurns(dossier, 2).state.years).toHaveProperty(`${convention(dossier).id}/3`);
  });
});
