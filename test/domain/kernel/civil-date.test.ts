import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  civilDate,
  dayNumber,
  dayOfWeek,
  daysBetween,
  formatAsKnown,
  formatFrench,
  formatShort,
  fromDayNumber,
  isCivilDate,
  latestOf,
  shortWeekday,
} from '../../../src/domain/kernel/civil-date.js';

const DAY = 86_400_000;
const iso = (utc: number) => new Date(utc).toISOString().slice(0, 10);
const days = fc.integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2199, 11, 31) / DAY });

/** Day 0 of the next month is the last day of a month: computed by the platform, not by the kernel. */
function monthsLater(text: string, months: number): string {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

describe('A civil date', () => {
  it('numbers every day from 1900 to 2199 as Date.UTC does', () => {
    const wrong = [];
    for (let day = Date.UTC(1900, 0, 1) / DAY; day <= Date.UTC(2199, 11, 31) / DAY; day++) {
      const date = fromDayNumber(day);
      if (date !== iso(day * DAY) || dayNumber(date) !== day) wrong.push([day, date]);
    }
    expect(wrong).toEqual([]);
    expect(dayNumber(civilDate('1970-01-01'))).toBe(0);
  });

  it('adds days, counts them and names the weekday as the platform does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const date = fromDayNumber(day);
        const later = addDays(date, count);
        expect(later).toBe(iso((day + count) * DAY));
        expect(daysBetween(date, later)).toBe(count);
        expect(dayOfWeek(date)).toBe(new Date(day * DAY).getUTCDay() || 7);
      }),
    );
  });

  it('keeps the day number of the month, else takes the last day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -240, max: 240 }), (day, months) => {
        const date = fromDayNumber(day);
        expect(addMonths(date, months)).toBe(monthsLater(date, months));
      }),
    );
    expect(addYears(civilDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(civilDate('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('accepts exactly the days that exist', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    const any = fc.tuple(
      fc.integer({ min: 1900, max: 2199 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(any, ([year, month, day]) => {
        const text = `${year}-${two(month)}-${two(day)}`;
        const utc = new Date(Date.UTC(year, month - 1, day));
        expect(isCivilDate(text)).toBe(utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '2023-02-29',
    '2100-02-29',
    '1899-12-31',
    '2024-04-31',
    '2024-13-01',
    '24-01-01',
    '2024-1-1',
    '2024-01-01T00:00',
    ' 2024-01-01',
    '02024-01-01',
    '2024-01-011',
    '',
  ])('refuses « %s »', text => {
    expect(() => civilDate(text)).toThrow(expect.objectContaining({ code: 'date-invalid' }));
  });

  it('begins with 1900, and knows the 29 February of 2000', () => {
    expect(civilDate('1900-01-01')).toBe('1900-01-01');
    expect(civilDate('2000-02-29')).toBe('2000-02-29');
  });

  it('that is wrong is told back, its first thirty characters only', () => {
    expect(() => civilDate('2024-13-01')).toThrow(
      expect.objectContaining({ name: 'DomainError', message: expect.stringContaining('« 2024-13-01 »') }),
    );
    expect(() => civilDate('x'.repeat(31))).toThrow(/« x{30} »/);
  });

  it('is the last of several, whatever their order; of none, nothing', () => {
    const [first, last] = [civilDate('2024-05-14'), civilDate('2025-01-01')];
    expect([latestOf(first, last), latestOf(last, first)]).toEqual([last, last]);
    expect(latestOf(null, first, undefined)).toBe(first);
    expect([latestOf(null, undefined), latestOf()]).toEqual([null, null]);
  });

  it('is written as well as it is known: to the day, to its month, to its year', () => {
    const day = civilDate('2024-05-14');
    expect([formatAsKnown(day, 'day'), formatAsKnown(day, 'month'), formatAsKnown(day, 'year')]).toEqual([
      '14 mai 2024',
      'mai 2024',
      '2024',
    ]);
  });

  it('is written in French for people', () => {
    expect(formatFrench(civilDate('2024-05-14'))).toBe('14 mai 2024');
    expect(formatFrench(civilDate('2025-08-01'))).toBe('1er août 2025');
  });

  it('is short in a list: its month in brief, its year when it is not understood, its weekday on request', () => {
    const [day, first] = [civilDate('2024-05-14'), civilDate('2026-12-01')];
    expect([formatShort(day, civilDate('2024-01-01')), formatShort(day, first), formatShort(first)]).toEqual([
      '14 mai',
      '14 mai 2024',
      '1er déc. 2026',
    ]);
    expect([shortWeekday(day), shortWeekday(civilDate('2026-11-22'))]).toEqual(['mar.', 'dim.']);
  });
});
