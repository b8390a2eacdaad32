import { describe, expect, it } from '@jest/globals';
import { bodiesOfDossier } from '../../src/domain/dossier/parties.js';
import { mayRead } from '../../src/domain/dossier/reading.js';
import { debtorOf, dueOf } from '../../src/domain/dossier/owing.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { cofunded } from '../builders/cofunded.js';
import {
  because,
  BEARER,
  CARRIER,
  COFUNDER,
  type DossierBuilder,
  requested,
  someone,
  studyGranted,
} from '../builders/dossier.js';
import { running } from '../builders/whole-life-dossiers.js';

const DECISION = 'record-cofunding-decision';
const voted = { outcome: 'voted', amount: cents(800_000) };
const decisions = async (dossier: DossierBuilder) =>
  (await dossier.awaits()).filter(kind => kind === 'cofunding-decision').length;
const keyOf = ({ award }: DossierBuilder, rank: number, round: number) =>
  `cofunding-decision/${award.award}/${rank}/${round}`;

describe('a co-funder', () => {
  it('owes its decision four months after it is asked, and none is owed of whom nobody asked', async () => {
    expect(await decisions(running())).toBe(0);
    const dossier = cofunded(running().on('2027-03-02'));
    expect(await decisions(dossier)).toBe(1);
    expect(dueOf(keyOf(dossier, 1, 1), dossier.state, dossier.rules)?.on).toBe('2027-07-02');
    expect(debtorOf(keyOf(dossier, 1, 1), dossier.state, dossier.rules)).toEqual({ role: 'cofunder', body: COFUNDER });
  });

  it('that adjourns owes it again, from that day', async () => {
    const dossier = cofunded(running().on('2027-03-02')).on('2027-05-04').does(DECISION, { outcome: 'adjourned' });
    expect(await decisions(dossier)).toBe(1);
    expect(dueOf(keyOf(dossier, 1, 2), dossier.state, dossier.rules)?.on).toBe('2027-09-06');
  });

  it.each([
    ['voted', voted],
    ['refused', { outcome: 'refused' }],
  ])('that has %s owes nothing more', async (status, payload) => {
    const dossier = cofunded().does(DECISION, payload);
    expect(dossier.state.contributions['1']).toMatchObject({ status, sought: 900_000 });
    expect(await decisions(dossier)).toBe(0);
  });

  it('is one of several, each with its own decision', async () => {
    const dossier = cofunded(cofunded());
    expect(await decisions(dossier)).toBe(2);
    dossier.does(DECISION, voted, { on: { contribution: 2 } });
    expect(Object.values(dossier.state.contributions).map(({ status }) => status)).toEqual(['sought', 'voted']);
  });

  it('may be asked as soon as the pôle asks for its convention; its decision is awaited once that is in force', async () => {
    expect(await decisions(cofunded(requested()))).toBe(0);
  });

  it('sees the pôle, and decides for itself alone', () => {
    const dossier = cofunded();
    expect(bodiesOfDossier(dossier.state)).toContain(COFUNDER);
    expect(mayRead(dossier.state, someone('cofunder'))).toBe(true);
    const other = { ...someone('cofunder'), bodies: [BEARER] };
    expect(dossier.refusals(DECISION, voted, { by: other })).toEqual(['out-of-perimeter']);
    expect(dossier.refusals(DECISION, voted, { by: someone('instructor') })).toEqual([]);
  });

  it.each<[string, () => DossierBuilder, object, readonly string[]]>([
    ['nothing', running, { amount: cents(0) }, ['no-amount']],
    ['of the carrier itself', running, { cofunder: CARRIER }, ['cofunder-is-carrier']],
    ['for a study', studyGranted, {}, ['not-a-convention']],
  ])('is not asked %s', (_what, build, overrides, refusals) => {
    const asked = { cofunder: COFUNDER, amount: cents(900_000), ...overrides };
    expect(build().refusals('seek-cofunding', asked)).toEqual(refusals);
  });

  it.each<[string, object, readonly string[]]>([
    ['votes without an amount', { outcome: 'voted' }, ['no-amount']],
    ['votes nothing', { outcome: 'voted', amount: cents(0) }, ['no-amount']],
    ['refuses an amount', { outcome: 'refused', amount: cents(1) }, ['amount-without-vote']],
    ['adjourns an amount', { outcome: 'adjourned', amount: cents(1) }, ['amount-without-vote']],
  ])('never %s', (_what, payload, refusals) => {
    expect(cofunded().refusals(DECISION, payload)).toEqual(refusals);
  });

  it('decides neither twice nor before it was asked', () => {
    const dossier = cofunded(running().on('2027-03-02'));
    expect(dossier.refusals(DECISION, voted, { date: '2027-03-01' })).toEqual(['date-order']);
    expect(dossier.does(DECISION, voted).refusals(DECISION, voted)).toEqual(['wrong-state']);
  });

  it('is not waited for any more once the convention is over', async () => {
    const dossier = cofunded();
    await dossier.on('2031-01-01').settlesSilences();
    expect(await decisions(dossier)).toBe(0);
  });

  it('may go back on its vote: it brings less, or nothing, and never more', () => {
    const dossier = cofunded().does(DECISION, voted);
    const before = dossier.state.contributions['1']?.voted ?? 0;
    const reducing = (amount: number) => dossier.attempt('reduce-cofunding', { ...because, amount: cents(amount) });
    expect(reducing(before)).toMatchObject({ refusals: [{ code: 'amount-not-reduced', pointer: '/amount' }] });
    dossier.does('reduce-cofunding', { ...because, amount: cents(100_000) });
    expect(dossier.state.contributions['1']).toMatchObject({ status: 'voted', voted: 100_000 });
    dossier.does('reduce-cofunding', { ...because, amount: cents(0) });
    expect(dossier.state.contributions['1']).toMatchObject({ status: 'withdrawn', voted: 0 });
    expect(dossier.refusals('reduce-cofunding', { ...because, amount: cents(0) })).toEqual(['wrong-state']);
    expect(cofunded().refusals('reduce-cofunding', { ...because, amount: cents(0) })).toEqual(['wrong-state']);
  });
});
