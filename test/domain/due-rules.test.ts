import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueBy, dueSteps, spentForGrant, type DueBasis } from '../../src/domain/funded-year/due-rules.js';
import { cents } from '../../src/domain/kernel/cents.js';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { anyDueRules } from '../builders/any-due-rules.js';

const EXERCISE = { from: civilDate('2027-01-01'), to: civilDate('2027-12-31') };
const amount = fc.nat(5_000_000).map(cents);
const day = fc.nat(364).map(rank => addDays(EXERCISE.from, rank));

const post = fc.record({
  share: fc.integer({ min: 10, max: 100 }),
  hired: fc.integer({ min: 10, max: 100 }),
  from: day,
});
const basis: fc.Arbitrary<DueBasis> = fc.record({
  granted: amount,
  agreed: amount,
  exercise: fc.constant(EXERCISE),
  ranUntil: fc.option(day),
  account: fc.record({
    totalExpenses: amount,
    chargedToGrant: amount,
    otherResources: amount,
    eligibleExpenses: amount,
  }),
  forecast: fc.integer({ min: 1, max: 5_000_000 }).map(cents),
  posts: fc.array(post, { maxLength: 2 }).map(posts =>
    posts.map(({ share, hired, from }, rank) => ({
      ...{ number: rank + 1, share, funded: EXERCISE, emptyBefore: 0 },
      held: [{ from, to: null, share: hired }],
    })),
  ),
  suspended: fc.array(day, { maxLength: 1 }).map(days => days.map(from => ({ from, to: from }))),
});

const STRICT = {
  ...({ amountMode: 'flat', surplus: { kind: 'none' }, spentIs: 'declared', combine: 'lowest' } as const),
  ...({ postShare: 'pro-rata', earlyEnd: 'pro-rata', suspension: 'nothing' } as const),
};

/** The rules that may take from a body what it did spend, and name why: the time that ran, the post. */
const OF_TIME_AND_POST = ['early-end', 'vacancy', 'post-share', 'suspension', 'by-day', 'proportional'];

describe('whatever a year was and whatever its règlement says, what is due', () => {
  it('is between nothing and what was granted, and is what one of its rules allows', () =>
    fc.assert(
      fc.property(basis, anyDueRules, (of, by) => {
        const steps = dueSteps(of, by);
        const due = dueBy(steps);
        expect(due).toBeGreaterThanOrEqual(0);
        expect(due).toBeLessThanOrEqual(of.granted);
        expect(steps.every(({ allowed, decides }) => allowed >= due && decides === (allowed === due))).toBe(true);
      }),
    ));

  it('is below what was spent for it only by a rule of time, of the post or of the rate, which is named', () =>
    fc.assert(
      fc.property(basis, anyDueRules, (of, by) => {
        const steps = dueSteps(of, by);
        const spent = of.account ? spentForGrant(of.granted, of.account, by) : of.granted;
        if (dueBy(steps) >= spent) return;
        const decides = steps.filter(step => step.decides).map(({ rule }) => rule);
        expect(decides.some(rule => OF_TIME_AND_POST.includes(rule))).toBe(true);
      }),
    ));

  it('is never more for having spent less', () =>
    fc.assert(
      fc.property(basis, anyDueRules, amount, (of, by, more) => {
        if (!of.account) return;
        const { totalExpenses, chargedToGrant, eligibleExpenses } = of.account;
        const spending = {
          ...{
            ...of.account,
            totalExpenses: cents(totalExpenses + more),
            chargedToGrant: cents(chargedToGrant + more),
          },
          eligibleExpenses: cents((eligibleExpenses ?? 0) + more),
        };
        expect(dueBy(dueSteps({ ...of, account: spending }, by))).toBeGreaterThanOrEqual(dueBy(dueSteps(of, by)));
      }),
    ));

  it('is never more where the rules of time are counted together, each day once', () =>
    fc.assert(
      fc.property(basis, anyDueRules, (of, by) => {
        const [together, lowest] = (['by-day', 'lowest'] as const).map(combine =>
          dueBy(dueSteps(of, { ...by, combine })),
        );
        expect(together).toBeLessThanOrEqual(lowest ?? 0);
      }),
    ));

  it('loses a whole day for each on which a post that took the place of another is empty', () => {
    const by = { ...STRICT, vacancy: { mode: 'pro-rata', toleratedDays: 0 } } as const;
    const spent = cents(3_500_000);
    const account = { totalExpenses: spent, chargedToGrant: spent, otherResources: cents(0), eligibleExpenses: null };
    const [end, after] = [civilDate('2027-06-30'), civilDate('2027-07-01')];
    const first = { from: EXERCISE.from, to: end };
    const posts = [
      { ...{ number: 1, share: 100, emptyBefore: 0 }, funded: first, held: [{ ...first, share: 100 }] },
      { ...{ number: 2, share: 100, emptyBefore: 0 }, funded: { from: after, to: EXERCISE.to }, held: [] },
    ];
    const of = {
      granted: spent,
      agreed: cents(0),
      exercise: EXERCISE,
      ranUntil: null,
      account,
      forecast: null,
      posts,
      suspended: [],
    };
    expect(dueBy(dueSteps(of, by))).toBe(1_735_616);
  });

  it('is what the rules known so far allow, before its account is accepted', () => {
    const of = {
      granted: cents(3_500_000),
      agreed: cents(0),
      exercise: EXERCISE,
      account: null,
      forecast: null,
      posts: [],
      suspended: [],
    };
    const by = { ...STRICT, vacancy: { mode: 'pro-rata', toleratedDays: 0 } } as const;
    expect(dueBy(dueSteps({ ...of, ranUntil: null }, by))).toBe(3_500_000);
    expect(dueBy(dueSteps({ ...of, ranUntil: civilDate('2027-06-30') }, by))).toBe(1_735_616);
  });
});
