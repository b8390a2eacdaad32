import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { factsOf } from '../../src/domain/dossier/expectations.js';
import { amendmentEffects } from '../../src/domain/award/amendment.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { preview } from '../../src/rehearsal/preview.js';
import { ACCOUNT, because, BEARER, CARRIER, type DossierBuilder, GOOD_VOTE, SIGNED } from '../builders/dossier.js';
import {
  amended,
  carried,
  convention,
  firstYearOver,
  overtaken,
  signedByAll,
  yearTurns,
} from '../builders/whole-life-dossiers.js';

const on = (dossier: DossierBuilder) => ({ award: convention(dossier).id });
const ask = (dossier: DossierBuilder, change: object) =>
  dossier.attempt('request-amendment', { ...because, ...change }, { on: on(dossier) });
const proposed = (dossier: DossierBuilder, change: object) =>
  dossier.does('request-amendment', { ...because, commitment: SIGNED, ...change }, { on: on(dossier) });
const lines = (dossier: DossierBuilder) =>
  Object.values(dossier.state.instalments).filter(({ award }) => award === convention(dossier).id);
const total = (dossier: DossierBuilder) => lines(dossier).reduce((sum, { amount }) => sum + amount, 0);
const ranks = [
  [1, 2],
  [2, 1],
  [2, 2],
  [3, 1],
  [3, 2],
] as const;
/** What is to come after a first advance of 24 500 €, so that all make 105 000 €. */
const schedule = ranks.map(([year, number]) => ({ year, number, amount: cents(1_610_000) }));

describe('a proposed amendment', () => {
  it('says what it changes, and nothing else', () => {
    const dossier = proposed(firstYearOver(), { amount: cents(9_000_000), years: 3 });
    const { changes } = dossier.state.awards[dossier.award.award ?? ''] ?? {};
    expect(changes).toMatchObject({ amount: { from: 10_500_000, to: 9_000_000 } });
    expect(Object.keys(changes ?? {}).sort()).toEqual(['amount', 'schedule']);
  });

  it('changes nothing of the convention before it is in force', () => {
    const dossier = firstYearOver();
    const before = [convention(dossier).granted, lines(dossier)];
    proposed(dossier, { amount: cents(9_000_000) });
    expect([convention(dossier).granted, lines(dossier)]).toEqual(before);
  });

  it('is voted for its amount', () => {
    const dossier = proposed(firstYearOver(), { amount: cents(9_000_000) });
    dossier.does('report-instruction', { favourable: true, report: 'R' });
    dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'Avenant' });
    const voted = (amount: number) => dossier.refusals('record-vote', { ...GOOD_VOTE, amount: cents(amount) });
    expect(voted(9_000_001)).toHaveLength(1);
    expect(voted(9_000_000)).toEqual([]);
  });

  const second = () => yearTurns(firstYearOver(), 2);
  it.each<[string, object, () => DossierBuilder, object]>([
    ['that changes nothing', {}, firstYearOver, { code: 'nothing-changed' }],
    ['above the ceiling', { amount: cents(10_500_001) }, firstYearOver, { code: 'amount-above-ceiling' }],
    ['below what is engaged', { amount: cents(2_449_999) }, firstYearOver, { code: 'amount-below-committed' }],
    ['that drops a year already open', { years: 2, amount: cents(7_000_000) }, second, { code: 'years-already-open' }],
    ['of an unknown document', { referenceDocument: 'x' }, firstYearOver, { code: 'unknown-document' }],
    ['whose schedule lacks a line', { schedule: schedule.slice(1) }, firstYearOver, { code: 'schedule-mismatch' }],
    [
      'whose schedule has a line too many',
      { schedule: [...schedule, { year: 4, number: 1, amount: cents(1) }] },
      firstYearOver,
      { code: 'schedule-mismatch' },
    ],
    [
      'whose schedule is a cent short',
      { schedule: schedule.map((line, at) => (at === 0 ? { ...line, amount: cents(1_609_999) } : line)) },
      firstYearOver,
      {
        code: 'schedule-sum',
        source: 'Convention : la somme des versements est le montant voté',
        pointer: '/schedule',
      },
    ],
  ])('%s is refused', (_name, change, build, reason) => {
    expect(ask(build(), change)).toMatchObject({ refusals: [reason] });
  });

  it('is refused while another is pending, until that one is notified', () => {
    const dossier = proposed(firstYearOver(), { amount: cents(9_500_000) });
    expect(ask(dossier, { amount: cents(9_000_000) })).toMatchObject({
      refusals: [{ code: 'amendment-pending', liftedBy: 'notify-convention', absolute: true }],
    });
    carried(dossier);
    expect(ask(dossier, { amount: cents(9_000_000) })).not.toHaveProperty('refusals');
  });
});

describe('an amendment in force', () => {
  it('adds up to its amount and leaves what was engaged as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_450_000, max: 10_499_999 }), amount => {
        const dossier = firstYearOver();
        const engaged = lines(dossier).filter(({ status }) => status !== 'planned');
        amended(dossier, { amount: cents(amount) });
        expect([total(dossier), convention(dossier).granted]).toEqual([amount, amount]);
        expect(lines(dossier).filter(({ status }) => status !== 'planned')).toEqual(engaged);
      }),
      { numRuns: 12 },
    );
  });

  it('with a schedule of its own pays by it', () => {
    const dossier = amended(firstYearOver(), { schedule });
    expect(lines(dossier).map(instalment => instalment.amount)).toEqual([2_450_000, ...ranks.map(() => 1_610_000)]);
  });

  it('that shortens the convention drops the years to come', () => {
    const dossier = amended(firstYearOver(), { years: 2, amount: cents(7_000_000) });
    expect(convention(dossier)).toMatchObject({ years: 2, granted: 7_000_000, period: { to: '2028-12-31' } });
    expect([total(dossier), Math.max(...lines(dossier).map(({ year }) => year))]).toEqual([7_000_000, 2]);
  });

  it('overtaken by a claim keeps what was claimed, and the last payments take the difference', () => {
    const dossier = proposed(firstYearOver(), { amount: cents(9_000_000) });
    dossier.does('claim-instalment', ACCOUNT, { on: { ...on(dossier), year: 2, number: 1 } });
    carried(dossier);
    const claimed = lines(dossier).find(({ year, number }) => year === 2 && number === 1);
    expect(claimed).toMatchObject({ status: 'claimed', amount: 2_450_000 });
    expect(total(dossier)).toBe(9_000_000);
  });

  it('overtaken by claims that leave it no room is to be taken up again', () => {
    const dossier = proposed(firstYearOver(), { amount: cents(2_450_000) });
    const amendment = dossier.award.award ?? '';
    dossier.does('claim-instalment', ACCOUNT, { on: { ...on(dossier), year: 2, number: 1 } });
    const proposal = dossier.state.awards[amendment];
    expect(proposal && amendmentEffects(dossier.state, proposal, dossier.rules, dossier.today)).toMatchObject({
      code: 'amendment-overtaken',
      liftedBy: 'lapse-amendment',
      absolute: true,
    });
  });
});

describe('an amendment that claims have left no room for, once voted', () => {
  it('is let go: nothing of it is awaited, another may be proposed, and the convention is as it was', async () => {
    const dossier = overtaken();
    const amendment = dossier.award;
    const before = lines(dossier);
    expect(dossier.attempt('notify-convention', {}, { on: amendment })).toMatchObject({
      refusals: [{ code: 'amendment-overtaken', liftedBy: 'lapse-amendment' }],
    });
    dossier.does('lapse-amendment', {}, { on: amendment });
    expect(dossier.state.awards[amendment.award ?? '']?.status).toBe('lapsed');
    expect(lines(dossier)).toEqual(before);
    expect(await dossier.awaits()).not.toContain('convention-notification');
    expect('events' in ask(dossier, { amount: cents(9_000_000) })).toBe(true);
  });

  it('is not let go while it may still come into force', () => {
    const dossier = proposed(firstYearOver(), { amount: cents(9_000_000) });
    signedByAll(dossier);
    expect(dossier.attempt('lapse-amendment', {}, { on: dossier.award })).toMatchObject({
      refusals: [{ code: 'amendment-still-possible', liftedBy: 'notify-convention' }],
    });
  });
});

describe('an amendment that transfers the convention', () => {
  const transferred = () => amended(firstYearOver(), { carrier: { name: 'Reprise fictive', siret: BEARER } });

  it('changes who owes and keeps who carried it before, with its money', () => {
    const dossier = transferred();
    expect(convention(dossier)).toMatchObject({ applicant: BEARER, formerApplicants: [CARRIER] });
    const event = dossier.events.find(({ type }) => type === 'carrier-transferred');
    expect(event?.data).toMatchObject({ from: CARRIER, to: BEARER, paid: 2_450_000 });
    expect(total(dossier)).toBe(10_500_000);
  });

  it('expects the account of the former carrier, without which the dossier is not closed', async () => {
    const dossier = transferred();
    expect(await dossier.awaits()).toContain('former-carrier-account');
    expect(dossier.attempt('close-dossier')).toMatchObject({
      refusals: expect.arrayContaining([
        expect.objectContaining({ code: 'former-carrier-open', liftedBy: 'settle-former-carrier' }),
      ]),
    });
    dossier.does('settle-former-carrier', {}, { on: on(dossier) });
    expect(await dossier.awaits()).not.toContain('former-carrier-account');
    expect(dossier.refusals('close-dossier')).not.toContain('former-carrier-open');
  });
});

describe('the preview of an amendment', () => {
  it.each<[string, object, boolean]>([
    ['a lower amount', { amount: cents(9_000_000) }, false],
    ['a shorter convention', { years: 2, amount: cents(7_000_000) }, false],
    ['another carrier', { carrier: { name: 'Reprise fictive', siret: BEARER } }, true],
  ])('to %s shows the instalments and the debtors that really move', async (_name, change, transfers) => {
    const dossier = proposed(firstYearOver(), change);
    const proposal = dossier.state.awards[dossier.award.award ?? ''];
    if (!proposal) throw new Error('Aucun avenant');
    const effects = amendmentEffects(dossier.state, proposal, dossier.rules, dossier.today);
    if ('code' in effects) throw new Error(effects.message);
    const before = lines(dossier);
    const seen = await preview(dossier.state, factsOf(dossier.events), effects, dossier.rules, dossier.today);
    const after = lines(carried(dossier));
    const moved = before.flatMap(({ year, number, amount }) => {
      const currentAmount =
        after.find(instalment => instalment.year === year && instalment.number === number)?.amount ?? null;
      return currentAmount === amount ? [] : [{ year, number, before: amount, after: currentAmount }];
    });
    expect(seen.instalments).toEqual(moved);
    const owed = seen.obligations.filter(
      obligation => obligation.before?.debtor.body === CARRIER && obligation.after !== null,
    );
    const owedByAnother = owed.filter(obligation => obligation.after?.debtor.body !== CARRIER);
    expect(owedByAnother.length > 0).toBe(transfers);
    expect(owedByAnother.every(obligation => obligation.after?.debtor.body === BEARER)).toBe(true);
  });
});
