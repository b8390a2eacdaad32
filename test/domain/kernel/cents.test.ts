import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addCents,
  cents,
  eurosDot,
  formatEuros,
  isEuros,
  parseEuros,
  prorata,
  splitCents,
} from '../../../src/domain/kernel/cents.js';

const amounts = fc.nat(100_000_000_000).map(cents);
const weights = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
  .filter(parts => parts.some(part => part > 0));

describe('An amount', () => {
  it.each([
    ['35000', 3_500_000],
    ['35000.00', 3_500_000],
    ['35 000,50', 3_500_050],
    ['35\u202f000,5', 3_500_050],
    ['0', 0],
    ['0,01', 1],
    ['12 080', 1_208_000],
    ['20\u00a0000,50', 2_000_050],
    ['1\u2009234\u2009567', 123_456_700],
    [' 35000.00\u00a0', 3_500_000],
  ])('« %s » is read as %i cents', (text, expected) => {
    expect(parseEuros(text)).toBe(expected);
  });

  const GLUED = ['120 80', '2 0000', '12000 8000', '1 000 50', '1  000', '1 000, 50', '1\n000', '12 080\u200b'];
  it.each([...GLUED, '-1', '1.234', '1,000.00', '1e3', '', ' ', '.5', '12.', '12€', '99999999999999'])(
    '« %s » is refused',
    text => {
      expect(isEuros(text)).toBe(false);
      expect(() => parseEuros(text)).toThrow(expect.objectContaining({ code: 'amount-invalid' }));
    },
  );

  it('is refused with a fraction of a cent or beyond what a number holds', () => {
    for (const wrong of [0.5, Number.NaN, Infinity, 2 ** 53])
      expect(() => cents(wrong)).toThrow(expect.objectContaining({ code: 'amount-invalid' }));
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(amounts, amount => {
        expect(parseEuros(eurosDot(amount))).toBe(amount);
        expect(parseEuros(formatEuros(amount).replace('€', ''))).toBe(amount);
      }),
    );
    expect(formatEuros(cents(3_500_000))).toBe('35\u202f000,00\u202f€');
    expect(formatEuros(cents(-140_005))).toBe('-1\u202f400,05\u202f€');
    expect(formatEuros(cents(123_456_789_00))).toBe('123\u202f456\u202f789,00\u202f€');
    expect([eurosDot(cents(-5)), eurosDot(cents(0))]).toEqual(['-0.05', '0.00']);
  });
});

describe('A split', () => {
  it('gives the odd cent of 100 000 € in three to the first', () => {
    expect(splitCents(cents(10_000_000), [1, 1, 1])).toEqual([3_333_334, 3_333_333, 3_333_333]);
    expect(addCents(...Array.from({ length: 3 }, () => cents(3_500_000)))).toBe(10_500_000);
  });

  it('adds up to the total, each part less than a cent from its exact share', () => {
    fc.assert(
      fc.property(amounts, weights, (total, shares) => {
        const parts = splitCents(total, shares);
        const whole = BigInt(shares.reduce((sum, share) => sum + share, 0));
        expect(addCents(...parts)).toBe(total);
        for (const [index, share] of shares.entries()) {
          const gap = BigInt(parts[index] ?? -1) * whole - BigInt(total) * BigInt(share);
          expect(gap < whole && gap > -whole).toBe(true);
        }
      }),
    );
  });

  it('gives the odd cents to the largest remainders, wherever they stand', () => {
    expect(splitCents(cents(100), [1, 4, 2])).toEqual([14, 57, 29]);
    expect(splitCents(cents(10), [1, 5, 1])).toEqual([2, 7, 1]);
  });

  it('of less than nothing is refused', () => {
    expect(() => splitCents(cents(-1), [1, 1])).toThrow(expect.objectContaining({ code: 'split-invalid' }));
  });

  it('gives nothing to a weight of zero', () => {
    expect(splitCents(cents(101), [0, 1, 1])).toEqual([0, 51, 50]);
  });

  it.each([[[]], [[0, 0]], [[1, -1, 2]], [[0.5, 0.5]]])('refuses the weights %j', shares => {
    expect(() => splitCents(cents(100), shares)).toThrow(expect.objectContaining({ code: 'split-invalid' }));
  });
});

describe('What is due in proportion of the expenses', () => {
  const voted = cents(3_500_000);
  const forecast = cents(5_000_000);
  const paid = cents(2_800_000);

  it('leaves 1 750 € to pay on 42 500 € of 50 000 €', () => {
    const due = prorata(voted, cents(4_250_000), forecast);
    expect([due, cents(due - paid)]).toEqual([2_975_000, 175_000]);
  });

  it('leaves 1 400 € paid in excess on 38 000 €', () => {
    const due = prorata(voted, cents(3_800_000), forecast);
    expect([due, cents(paid - due)]).toEqual([2_660_000, 140_000]);
  });

  it('is never more than voted, on 60 000 €', () => {
    expect(prorata(voted, cents(6_000_000), forecast)).toBe(voted);
  });

  it('grows with the expenses, stays between nothing and the vote, and rounds down', () => {
    const positive = fc.integer({ min: 1, max: 1_000_000_000 }).map(cents);
    fc.assert(
      fc.property(amounts, amounts, amounts, positive, (grant, expenses, other, planned) => {
        const [less, more] = expenses < other ? [expenses, other] : [other, expenses];
        const [low, high] = [prorata(grant, less, planned), prorata(grant, more, planned)];
        expect(low >= 0 && low <= high && high <= grant).toBe(true);
        expect(BigInt(low) * BigInt(planned) <= BigInt(grant) * BigInt(less)).toBe(true);
      }),
    );
  });

  it('is refused without a forecast or with negative expenses', () => {
    for (const [actual, planned] of [[1, 0] as const, [-1, 1] as const])
      expect(() => prorata(voted, cents(actual), cents(planned))).toThrow(
        expect.objectContaining({ code: 'prorata-invalid' }),
      );
  });
});
