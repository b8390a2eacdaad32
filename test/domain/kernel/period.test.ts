import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cents, ZERO } from '../../../src/domain/kernel/cents.js';
import { addDays, civilDate, fromDayNumber } from '../../../src/domain/kernel/civil-date.js';
import { deMinimisWindow, fourYearBar } from '../../../src/domain/kernel/legal-periods.js';
import { commitmentClawback, contains, daysIn, overlaps, period } from '../../../src/domain/kernel/period.js';

const between = (from: string, to: string) => period(civilDate(from), civilDate(to));
const periods = fc
  .tuple(fc.integer({ min: 15_000, max: 15_200 }), fc.nat(200))
  .map(([from, length]) => period(fromDayNumber(from), fromDayNumber(from + length)));

describe('A period', () => {
  it('refuses to end before it begins, and may last one day', () => {
    expect(() => between('2024-01-02', '2024-01-01')).toThrow(expect.objectContaining({ code: 'period-reversed' }));
    expect(daysIn(between('2024-01-01', '2024-01-01'))).toBe(1);
    expect(daysIn(between('2024-01-01', '2024-12-31'))).toBe(366);
  });

  it('overlaps another exactly when one day is in both', () => {
    fc.assert(
      fc.property(periods, periods, (one, other) => {
        const days = Array.from({ length: daysIn(one) }, (_, index) => addDays(one.from, index));
        expect(overlaps(one, other)).toBe(days.some(day => contains(other, day)));
        expect(overlaps(one, other)).toBe(overlaps(other, one));
      }),
    );
  });
});

describe("The clawback after a breach of the contrat d'engagement républicain", () => {
  const grant = cents(3_500_000);
  const year = between('2024-01-01', '2024-12-31');

  it('is 8 797.81 € of 35 000 € for a breach on 1 October 2024, that day counted', () => {
    expect(commitmentClawback(grant, year, civilDate('2024-10-01'), true)).toBe(879_781);
    expect(commitmentClawback(grant, year, civilDate('2024-10-01'), false)).toBe(870_218);
  });

  it('is the whole grant before the period, and nothing after its end', () => {
    expect(commitmentClawback(grant, year, civilDate('2023-06-01'), true)).toBe(grant);
    expect(commitmentClawback(grant, year, civilDate('2024-12-31'), false)).toBe(ZERO);
    expect(commitmentClawback(grant, year, civilDate('2025-01-01'), true)).toBe(ZERO);
    expect(commitmentClawback(grant, year, civilDate('2026-01-01'), true)).toBe(ZERO);
    expect(commitmentClawback(grant, year, civilDate('2024-12-31'), true)).toBe(9_562);
  });

  it('never exceeds the grant and never grows as time passes', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        periods,
        fc.integer({ min: -10, max: 420 }),
        fc.boolean(),
        (amount, span, shift, counted) => {
          const breach = addDays(span.from, shift);
          const today = commitmentClawback(cents(amount), span, breach, counted);
          const tomorrow = commitmentClawback(cents(amount), span, addDays(breach, 1), counted);
          expect(today >= tomorrow && tomorrow >= 0 && today <= amount).toBe(true);
        },
      ),
    );
  });
});

describe('The periods of the law', () => {
  it('bars a right acquired on 10 May 2021 after 31 December 2025', () => {
    expect(fourYearBar(civilDate('2021-05-10'))).toEqual({ from: '2022-01-01', to: '2025-12-31' });
    expect(fourYearBar(civilDate('2021-12-31'))).toEqual(fourYearBar(civilDate('2021-01-01')));
  });

  it('looks three years back from a de minimis grant on 15 June 2026', () => {
    const grant = civilDate('2026-06-15');
    expect(deMinimisWindow(grant, true)).toEqual({ from: '2023-06-16', to: '2026-06-15' });
    expect(deMinimisWindow(grant, false)).toEqual({ from: '2023-06-15', to: '2026-06-15' });
  });
});
