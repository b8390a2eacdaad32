import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ascending } from '../../../src/domain/kernel/ordering.js';

interface Dated {
  readonly on: string;
  readonly rank: number;
}

const day = fc.constantFrom('2026-12-31', '2027-01-01', '2027-01-02');

describe('what is compared by what is read of it', () => {
  it('is before, after, or neither: two of the same day are neither', () => {
    const compared = ascending<{ readonly on: string }>(({ on }) => on);
    expect(compared({ on: '2027-01-01' }, { on: '2027-01-02' })).toBe(-1);
    expect(compared({ on: '2027-01-02' }, { on: '2027-01-01' })).toBe(1);
    expect(compared({ on: '2027-01-01' }, { on: '2027-01-01' })).toBe(0);
  });

  it('says of two things the opposite of what it says of them the other way round', () => {
    const compared = ascending<number>(value => value);
    fc.assert(fc.property(fc.integer(), fc.integer(), (a, b) => compared(a, b) + compared(b, a) === 0));
  });

  it('leaves in their order those of which the same is read', () => {
    const drawn = fc.array(day, { maxLength: 40 }).map(days => days.map((on, rank): Dated => ({ on, rank })));
    fc.assert(
      fc.property(drawn, lines => {
        const sorted = lines.toSorted(ascending(({ on }) => on));
        sorted.slice(1).forEach((line, index) => {
          const before = sorted[index];
          expect(before && (before.on < line.on || (before.on === line.on && before.rank < line.rank))).toBe(true);
        });
      }),
    );
  });
});
