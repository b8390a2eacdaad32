import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueOfYear, leftToLiquidate, type YearDue } from '../../src/domain/funded-year/due.js';
import { keptOf } from '../../src/domain/funded-year/due-rules.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { accountOf } from '../../src/domain/lifecycle/settlement.js';
import { DUE_RULES, type SurplusClause } from '../../src/domain/reglement/due-settings.js';
import type { Reglement, Rules } from '../../src/domain/reglement/reglement.js';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { closedBecause } from '../../src/domain/dossier/decide.js';
import { RuleBook } from '../../src/reglement/load.js';
import { anAccount } from '../builders/accounts.js';
import {
  ACCOUNT,
  because,
  type DossierBuilder,
  GRANT,
  inForce,
  prepared,
  someone,
  studyGranted,
} from '../builders/dossier.js';
import {
  amended,
  carried,
  convention,
  firstYearOver,
  HASH,
  pays,
  reports,
  running,
  yearTurns,
} from '../builders/whole-life-dossiers.js';

/** The rules of a dossier, but for what a scenario says of its règlement. */
function ruledBy({ rules }: DossierBuilder, change: Partial<Reglement>): Rules {
  return { ...rules, reglement: { ...rules.reglement, ...change } };
}

const due = (dossier: DossierBuilder, rules = dossier.rules, year = 1): YearDue =>
  dueOfYear(dossier.state, convention(dossier), year, rules);

const PROPORTIONAL = { amountMode: 'proportional', surplus: { kind: 'none' } } as const;

/** A first year of 35 000 € voted on 50 000 € of forecast expenses (150 000 € over three years), accounted for. */
function spent(eligibleExpenses: number, change: object = {}): DossierBuilder {
  const dossier = prepared().does('request-grant', { ...GRANT, budget: cents(15_000_000) });
  carried(dossier).does('open-post', { share: 100 }).does('fill-post', { share: 100 });
  const financialReport = { eligibleExpenses: cents(eligibleExpenses), ...change };
  return reports(yearTurns(pays(dossier, 1, 1), 1), 1, { 'financial-report': financialReport });
}

/** A first year that left a part unspent, accounted for. */
function leaving(unspent: number): DossierBuilder {
  return reports(firstYearOver(), 1, { 'financial-report': { unspent: cents(unspent) } });
}

describe('a forfaitaire grant', () => {
  it('is due as it was voted once it was all spent, whatever part of it was eligible', () => {
    const little = reports(firstYearOver(), 1, { 'financial-report': { eligibleExpenses: cents(1) } });
    expect(due(little)).toMatchObject({
      ...{ granted: 3_500_000, due: 3_500_000 },
      steps: [
        { rule: 'granted' },
        { rule: 'unspent', allowed: 3_500_000, source: expect.stringMatching(/loi n° 2000-321 art\. 10/) },
      ],
    });
  });
});

describe('a proportionnelle grant', () => {
  it.each([
    ['42 500 € spent of 50 000 €: 29 750 €', 4_250_000, 2_975_000],
    ['38 000 € spent of 50 000 €: 26 600 €', 3_800_000, 2_660_000],
    ['60 000 € spent of 50 000 €: what was voted, never more', 6_000_000, 3_500_000],
    ['nothing spent: nothing', 0, 0],
    ['a fraction of a cent is dropped: 35 000 × 0,01 / 50 000', 1, 0],
  ])('is due in proportion: %s', (_name, eligible, expected) => {
    const dossier = spent(eligible);
    expect(due(dossier, ruledBy(dossier, PROPORTIONAL)).due).toBe(expected);
  });

  it('shows the expenses and the forecast on which it is reduced', () => {
    const dossier = spent(4_250_000);
    const [, step] = due(dossier, ruledBy(dossier, PROPORTIONAL)).steps;
    expect(step).toMatchObject({ rule: 'proportional', allowed: 2_975_000, decides: true });
    expect(step?.explanation).toMatch(/42.500,00.€ sur 50.000,00.€/);
  });

  it('leaves to pay what is due beyond its advance, and claims back what was paid beyond what is due', () => {
    const balance = (dossier: DossierBuilder) => dossier.state.instalments[`${convention(dossier).id}/1/2`];
    const [more, less] = [spent(4_250_000), spent(3_000_000)];
    const line = balance(more);
    // 29 750 − 24 500 € of advance.
    expect(line && leftToLiquidate(more.state, line, ruledBy(more, PROPORTIONAL))).toBe(525_000);
    // 35 000 × 30 000 / 50 000 = 21 000 €: 3 500 € too much were paid for the first year, the second awaits its own.
    const { years } = accountOf(less.state, convention(less), ruledBy(less, PROPORTIONAL));
    expect(years.map(year => year.due)).toEqual([2_100_000, 0]);
    expect(accountOf(less.state, convention(less), ruledBy(less, PROPORTIONAL)).excess).toBe(350_000);
  });

  it('is held against the forecast of its request, whatever an amendment makes of the duration', () => {
    const dossier = spent(4_250_000);
    amended(dossier, { years: 2, amount: cents(7_000_000) });
    expect(due(dossier, ruledBy(dossier, PROPORTIONAL)).due).toBe(2_975_000);
  });

  it('gives nothing back twice: what was not spent is already left out of the proportion', () => {
    const financialReport = { eligibleExpenses: cents(4_250_000), unspent: cents(525_000) };
    const dossier = spent(4_250_000, financialReport);
    expect(due(dossier, ruledBy(dossier, PROPORTIONAL)).due).toBe(2_975_000);
  });

  it('is due within what was voted, and for no less when more was spent', () => {
    const shapes = [0, 1_000_000, 2_500_000, 4_999_999, 5_000_000, 9_000_000].map(expenses => spent(expenses));
    const found = shapes.map(dossier => due(dossier, ruledBy(dossier, PROPORTIONAL)).due);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found.every(amount => amount >= 0 && amount <= 3_500_000)).toBe(true);
  });

  it('grows with the expenses, to the cent', () => {
    const amount = fc.nat(7_000_000);
    fc.assert(
      fc.property(amount, amount, (expenses, other) => {
        const [less, more] = [spent(Math.min(expenses, other)), spent(Math.max(expenses, other))];
        expect(due(less, ruledBy(less, PROPORTIONAL)).due).toBeLessThanOrEqual(
          due(more, ruledBy(more, PROPORTIONAL)).due,
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('the clause d’excédent', () => {
  it.each<[string, SurplusClause, number]>([
    ['aucun: the whole part goes back', { kind: 'none' }, 2_500_000],
    ['total: the body keeps it', { kind: 'all' }, 3_500_000],
    ['10 % of the grant: 3 500 € are kept', { kind: 'percent', percent: 10 }, 2_850_000],
    ['50 % of the grant: never more than the part itself', { kind: 'percent', percent: 50 }, 3_500_000],
    ['up to 2 000 €', { kind: 'up-to', amount: cents(200_000) }, 2_700_000],
  ])('on 10 000 € unspent of 35 000 €, %s', (_name, surplus, expected) => {
    const dossier = leaving(1_000_000);
    expect(due(dossier, ruledBy(dossier, { surplus })).due).toBe(expected);
  });

  it('keeps nothing when everything was spent', () => {
    expect(due(leaving(0)).steps.at(-1)?.explanation).toMatch(/part non employée 0,00.€$/);
    expect(due(leaving(1_000_000)).steps.at(-1)?.explanation).toMatch(/10.000,00.€, dont 3.500,00.€ conservés/);
  });

  it('keeps between nothing and the whole part', () => {
    const clause = fc.oneof<fc.Arbitrary<SurplusClause>[]>(
      fc.constant({ kind: 'none' }),
      fc.constant({ kind: 'all' }),
      fc.record({ kind: fc.constant('percent' as const), percent: fc.nat(100) }),
      fc.record({ kind: fc.constant('up-to' as const), amount: fc.nat(5_000_000).map(cents) }),
    );
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.nat(5_000_000), clause, (unspent, granted, surplus) => {
        const retainedAmount = keptOf(cents(unspent), cents(granted), surplus);
        expect(retainedAmount).toBeGreaterThanOrEqual(0);
        expect(retainedAmount).toBeLessThanOrEqual(unspent);
      }),
    );
  });
});

describe('a vacancy of the post', () => {
  const vacant = () => {
    const dossier = pays(running(), 1, 1).on('2027-07-01').does('vacate-post');
    return reports(yearTurns(dossier, 1), 1);
  };

  it('reduces what is due by its days beyond the tolerance, and shows them', () => {
    const { due: amountDue, steps } = due(vacant());
    // 2 July to 31 December: 184 − 1 = 183 days, 90 tolerated, 93 of 365 lost: 35 000 × 272 / 365.
    expect(amountDue).toBe(2_608_219);
    expect(steps.at(-1)).toMatchObject({ rule: 'vacancy', allowed: 2_608_219, decides: true });
    expect(steps.at(-1)?.explanation).toMatch(/2 juillet 2027 au 31 décembre 2027, 93 jours comptés/);
  });

  it.each(['nothing', 'hold'] as const)('changes no amount where the règlement says « %s »', mode => {
    const dossier = vacant();
    expect(due(dossier, ruledBy(dossier, { vacancy: { mode, toleratedDays: 0 } })).due).toBe(3_500_000);
  });

  it('holds the payments where the règlement says so, until the post is filled', () => {
    const dossier = inForce();
    const held = ruledBy(dossier, { vacancy: { mode: 'hold', toleratedDays: 60 } });
    Object.defineProperty(dossier, 'rules', { value: held });
    const reasons = () => {
      const decision = dossier.attempt('claim-instalment', ACCOUNT);
      return 'refusals' in decision ? decision.refusals : [];
    };
    const source = `${held.reglement.label} : vacance de poste`;
    expect(reasons()).toMatchObject([{ code: 'post-vacant', source, liftedBy: 'open-post' }]);
    dossier.does('open-post', { share: 100 });
    expect(reasons()).toMatchObject([{ code: 'post-vacant', source, liftedBy: 'fill-post' }]);
    dossier.does('fill-post', { share: 100 });
    expect(reasons()).toEqual([]);
  });

  it.each<[string, (dossier: DossierBuilder) => DossierBuilder]>([
    ['has ended', dossier => [1, 2, 3].reduce(yearTurns, dossier)],
    ['is abandoned', dossier => dossier.does('abandon-pole', because)],
  ])('holds no payment of a convention that %s: nobody is hired for it any more', (_what, ends) => {
    const dossier = running().does('claim-instalment', ACCOUNT).does('vacate-post');
    Object.defineProperty(dossier, 'rules', {
      value: ruledBy(dossier, { vacancy: { mode: 'hold', toleratedDays: 60 } }),
    });
    const liquidation = { amount: cents(100) };
    const on = { on: { award: convention(dossier).id, year: 1, number: 1 } };
    expect(dossier.refusals('prepare-liquidation', liquidation, on)).toEqual(['post-vacant']);
    expect(ends(dossier).refusals('prepare-liquidation', liquidation, on)).toEqual([]);
  });
});

describe('the rules of a year, each on the whole grant, never one taken off another for the same months', () => {
  const half = { 'financial-report': { unspent: cents(1_750_000) } };

  it('of a pôle abandoned on 30 June, half of whose grant was spent: what its days allow', () => {
    const dossier = running();
    dossier.on('2027-06-30').does('abandon-pole', because);
    yearTurns(dossier, 1);
    const { due: amountDue, steps } = due(reports(dossier, 1, half));
    // 35 000 × 181 / 365; what was spent, 17 500, and the clause, 3 500, would allow 21 000.
    expect(amountDue).toBe(1_735_616);
    expect(steps.map(({ rule, allowed, decides }) => [rule, allowed, decides])).toEqual([
      ['granted', 3_500_000, false],
      ['unspent', 2_100_000, false],
      ['early-end', 1_735_616, true],
    ]);
  });

  it('of a post empty for six months, half of the grant being spent: what was spent, and the clause', () => {
    const dossier = pays(running(), 1, 1).on('2027-07-01').does('vacate-post');
    const { due: amountDue, steps } = due(reports(yearTurns(dossier, 1), 1, half));
    expect(amountDue).toBe(2_100_000);
    expect(steps.map(({ rule, allowed }) => [rule, allowed])).toEqual([
      ...[['granted', 3_500_000] as const, ['unspent', 2_100_000] as const],
      ['vacancy', 2_608_219],
    ]);
  });
});

describe('a post that the grant pays', () => {
  const accountedFor = (dossier: DossierBuilder) => due(reports(yearTurns(pays(dossier, 1, 1), 1), 1));

  it('and that was never declared is a post that nobody held: 35 000 € × 90 / 365', () => {
    const { due: amountDue, steps } = accountedFor(carried(prepared().does('request-grant', GRANT)));
    expect(amountDue).toBe(863_013);
    expect(steps.at(-1)?.explanation).toMatch(/275 jours comptés/);
  });

  it('is paid for the share that was hired', () => {
    const dossier = carried(prepared().does('request-grant', GRANT));
    dossier.does('open-post', { share: 100 }).does('fill-post', { share: 20 });
    const { due: amountDue, steps } = accountedFor(dossier);
    expect(amountDue).toBe(700_000);
    expect(steps.at(-1)).toMatchObject({
      rule: 'post-share',
      explanation: 'Quotité : poste 1 pourvu à 20 % pour 100 % financés',
    });
  });
});

describe('a year cut short', () => {
  /** A convention from 1 January 2028, ended on 1 April: 92 days of 366. */
  const cutShort = () => {
    const dossier = prepared().does('request-grant', { ...GRANT, startsOn: '2028-01-01' });
    carried(dossier).does('open-post', { share: 100 }).does('fill-post', { share: 100 });
    return pays(dossier, 1, 1).on('2028-04-01').does('abandon-pole', because);
  };

  it('is due for its days: 35 000 € × 92 / 366 = 8 797,81 €', () => {
    const { due: amountDue, steps } = due(cutShort());
    expect(amountDue).toBe(879_781);
    expect(steps.at(-1)).toMatchObject({ rule: 'early-end' });
    expect(steps.at(-1)?.explanation).toMatch(/1er avril 2028 : 92 jours sur 366/);
  });

  it('is due whole where the règlement does not count its days', () => {
    const dossier = cutShort();
    expect(due(dossier, ruledBy(dossier, { earlyEnd: 'nothing' })).due).toBe(3_500_000);
  });
});

describe('a liquidation', () => {
  it('above what is due is refused, with its source and the field', () => {
    const dossier = leaving(1_000_000);
    const on = { award: convention(dossier).id, year: 1, number: 2 };
    dossier.does('claim-instalment', ACCOUNT, { on });
    // 28 500 € due, 24 500 € paid: 4 000 € are left.
    const decision = dossier.attempt('prepare-liquidation', { amount: cents(400_001) }, { on });
    const source = dossier.rules.reglement.label;
    expect(decision).toMatchObject({
      refusals: [{ code: 'amount-above-due', source, pointer: '/amount', absolute: true }],
    });
    expect(dossier.refusals('prepare-liquidation', { amount: cents(400_000) }, { on })).toEqual([]);
  });

  it('of a year already paid beyond what is due has nothing to claim', () => {
    const dossier = leaving(2_000_000);
    const on = { award: convention(dossier).id, year: 1, number: 2 };
    const decision = dossier.attempt('claim-instalment', ACCOUNT, { on });
    const source = dossier.rules.reglement.label;
    expect(decision).toMatchObject({ refusals: [{ code: 'nothing-due', source, absolute: true }] });
  });
});

describe('the vacancy of the posts of a pôle', () => {
  it('counts the posts open in the exercise alone: one that ended before changes nothing', () => {
    const dossier = firstYearOver().does('end-post', {}, { date: '2027-12-31' }).does('open-post', { share: 100 });
    yearTurns(dossier, 2);
    // Post 2 empty for the 366 days of 2028, 90 of them tolerated: 35 000 × 90 / 366.
    expect(dueOfYear(reports(dossier, 2).state, convention(dossier), 2, dossier.rules).due).toBe(860_655);
  });

  it('neither holds nor reduces the grant of the study, which has no post', () => {
    const dossier = studyGranted().does('open-post', { share: 100 });
    const held = ruledBy(dossier, { vacancy: { mode: 'hold', toleratedDays: 0 } });
    const claim = ACTS.find(({ name }) => name === 'claim-instalment');
    const situation = { state: dossier.state, today: dossier.today, rules: held, actor: someone('instructor') };
    expect(claim && closedBecause(claim, { ...situation, subject: dossier.instalment })).toEqual([]);
    const on = { ...dossier.award, year: 1, report: 'financial-report' as const };
    dossier.on('2027-02-02').does('file-financial-report', { hash: HASH, ...anAccount() }, { on });
    dossier.does('accept-report', {}, { on });
    const study = dossier.state.awards[dossier.award.award ?? ''];
    expect(study && dueOfYear(dossier.state, study, 1, dossier.rules).due).toBe(2_500_000);
  });
});

describe('what is due', () => {
  it('names the article of each of its rules, in every règlement', () => {
    for (const { dueSources } of RuleBook.load().versions())
      for (const rule of DUE_RULES) expect(dueSources[rule]).toMatch(/Délibération|Convention|Règlement|Loi/);
    const { steps } = due(leaving(0));
    expect(steps.map(({ rule, source }) => [rule, source])).toContainEqual([
      'unspent',
      "Convention, clause d'excédent ; loi n° 2000-321 art. 10",
    ]);
  });
});
