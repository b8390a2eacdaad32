import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, fromDayNumber } from '../../../src/domain/kernel/civil-date.js';
import { daysIn, overlaps } from '../../../src/domain/kernel/period.js';

const between = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) });
const periods = fc
  .tuple(fc.integer({ min: 15_000, max: 15_200 }), fc.nat(200))
  .map(([from, length]) => ({ from: fromDayNumber(from), to: fromDayNumber(from + length) }));

describe('A period', () => {
  it('counts both its ends, and may last one day', () => {
    expect(daysIn(between('2024-01-01', '2024-01-01'))).toBe(1);
    expect(daysIn(between('2024-01-01', '2024-12-31'))).toBe(366);
  });

  it('overlaps another exactly when one day is in both', () => {
    fc.assert(
      fc.property(periods, periods, (span, other) => {
        const days = Array.from({ length: daysIn(span) }, (_, index) => addDays(span.from, index));
        expect(overlaps(span, other)).toBe(days.some(day => other.from <= day && day <= other.to));
        expect(overlaps(span, other)).toBe(overlaps(other, span));
      }),
    );
  });
});
