import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { against, paceOf, percentile, rate, spread } from '../../../bench/figures.js';

const durations = fc.array(fc.double({ min: 0.01, max: 10_000, noNaN: true }), { minLength: 1 });

describe('the figures of the bench', () => {
  it('take the middle and the end of what was measured', () => {
    const hundred = Array.from({ length: 100 }, (_, rank) => 100 - rank);
    expect(spread(hundred)).toEqual({ p50: 51, p95: 96 });
    expect(percentile([], 95)).toBe(0);
  });

  it('are always among what was measured, the end never before the middle', () => {
    fc.assert(
      fc.property(durations, values => {
        const [middle, end] = [percentile(values, 50), percentile(values, 95)];
        expect(values).toContain(middle);
        expect(values).toContain(end);
        expect(end).toBeGreaterThanOrEqual(middle);
      }),
    );
  });

  it('stand beside their floor as ratios', () => {
    expect(against({ p50: 6, p95: 9 }, { p50: 2, p95: 6 })).toMatchObject({ p50Ratio: 3, p95Ratio: 1.5 });
  });

  it('count what leaves between the first and the last, and the most in any second', () => {
    const evenly = Array.from({ length: 21 }, (_, rank) => rank * 50);
    expect(paceOf(evenly)).toEqual({ perSecond: 20, mostInASecond: 20 });
    expect(paceOf([...evenly, 1001, 1002])).toEqual({ perSecond: 21.96, mostInASecond: 22 });
  });

  it('count what callers do at once', async () => {
    const seen = new Set<number>();
    const { durations: took } = await rate(3, 0.01, async caller => {
      seen.add(caller);
      await new Promise(setImmediate);
    });
    expect([...seen].sort()).toEqual([0, 1, 2]);
    expect(took.length).toBeGreaterThanOrEqual(3);
  });
});
