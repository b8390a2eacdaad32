import fc from 'fast-check';
import { anyDueRules } from '../../builders/any-due-rules.js';
import { everyDay, plusDays, plusMonths, type PlainFile, type PlainPost } from './plain.js';

export type FileOfYear = PlainFile;

export const amounts = fc.nat(5_000_000);

/** A day of some years, leap ones among them. */
export const days = fc.nat(2200).map(rank => plusDays('2024-01-01', rank));

/** People who held a post one after the other: how long it was empty before each, how long they held it, at which share. */
export const holdings = fc.array(
  fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 10, max: 100 })),
  {
    maxLength: 4,
  },
);

export function heldFrom(first: string, turns: readonly (readonly [number, number, number])[], lasts: boolean) {
  let day = first;
  return turns.map(([empty, held, share], rank) => {
    const from = plusDays(day, empty);
    const to = plusDays(from, held);
    day = plusDays(to, 1);
    return { from, to: lasts && rank === turns.length - 1 ? null : to, share };
  });
}

const postIn = (from: string): fc.Arbitrary<PlainPost> =>
  fc
    .tuple(fc.integer({ min: 10, max: 100 }), holdings, fc.boolean(), fc.nat(60), fc.nat(150))
    .map(([share, turns, lasts, before, empty]) => {
      const held = heldFrom(plusDays(from, -before), turns, lasts);
      const isHeldThen = held.some(holding => holding.from <= from && (holding.to === null || from <= holding.to));
      return { share, held, emptyBefore: isHeldThen ? 0 : empty };
    });

export const accounts = fc.record({
  totalExpenses: amounts,
  chargedToGrant: amounts,
  otherResources: amounts,
  eligibleExpenses: fc.option(amounts),
});

/** The file of a funded year: any, and often one in which several rules bear. */
export const FILES: fc.Arbitrary<FileOfYear> = days.chain(from => {
  const exercise = { from, to: plusDays(plusMonths(from, 12), -1) };
  const length = everyDay(exercise).length;
  const within = fc.nat(length - 1).map(rank => plusDays(from, rank));
  return fc.record({
    granted: fc.integer({ min: 0, max: 5_000_000 }),
    exercise: fc.constant(exercise),
    agreed: amounts,
    ranUntil: fc.option(within),
    account: fc.option(accounts, { freq: 8 }),
    forecast: fc.option(fc.integer({ min: 1, max: 5_000_000 }), { freq: 8 }),
    posts: fc.option(fc.array(postIn(from), { maxLength: 3 }), { freq: 8 }),
    suspended: fc.array(
      fc.tuple(within, fc.nat(90)).map(([start, days_]) => ({ from: start, to: plusDays(start, days_) })),
      { maxLength: 2 },
    ),
    rules: anyDueRules,
  });
});
