import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingDays,
  easter,
  holidayName,
  holidaysOf,
  isWorkingDay,
  nextWorkingDay,
} from '../../../src/domain/kernel/calendar.js';
import { addDays, civilDate, dayOfWeek, fromDayNumber, type CivilDate } from '../../../src/domain/kernel/civil-date.js';

const published = readFileSync(new URL('../../../data/jours-feries-metropole.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map(line => line.split(',') as [date: string, year: string, zone: string, name: string]);

const years = Array.from({ length: 2031 - 2008 + 1 }, (_, index) => 2008 + index);
const somedays = fc.integer({ min: 10_000, max: 30_000 }).map(fromDayNumber);

/** The n-th working day after a day, counted one day at a time. */
function counted(from: CivilDate, count: number): CivilDate {
  let day = from;
  for (let seen = 0; seen < count;) {
    day = addDays(day, 1);
    if (dayOfWeek(day) < 6 && !holidaysOf(Number(day.slice(0, 4))).includes(day)) seen++;
  }
  return day;
}

describe('The French calendar', () => {
  it.each(years)('has the public holidays that the State publishes for %i', year => {
    const expected = published.filter(([, of]) => of === String(year));
    expect(expected.length).toBeGreaterThan(0);
    expect(holidaysOf(year)).toEqual([...new Set(expected.map(([date]) => date))].sort());
  });

  it('names every published holiday as the State does', () => {
    const names = new Map(published.map(([date]) => [date, new Set<string>()]));
    for (const [date, , , name] of published) names.get(date)?.add(name.toLowerCase());
    for (const [date, known] of names) expect([...known]).toContain(holidayName(civilDate(date))?.toLowerCase());
  });

  it.each(['1961-04-02', '1981-04-19', '2000-04-23', '2008-03-23', '2011-04-24', '2038-04-25', '2076-04-19'])(
    'has Easter on %s',
    day => {
      expect(easter(Number(day.slice(0, 4)))).toBe(day);
    },
  );

  it('moves to the next working day and no further', () => {
    fc.assert(
      fc.property(somedays, date => {
        const reached = nextWorkingDay(date);
        expect(isWorkingDay(reached)).toBe(true);
        for (let day = date; day < reached; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false);
      }),
    );
    expect(nextWorkingDay(civilDate('2026-04-04'))).toBe('2026-04-07');
    expect(nextWorkingDay(civilDate('2026-04-07'))).toBe('2026-04-07');
  });

  it('counts working days one by one', () => {
    fc.assert(
      fc.property(somedays, fc.integer({ min: 0, max: 60 }), (date, count) => {
        expect(addWorkingDays(date, count)).toBe(counted(date, count));
      }),
    );
  });
});
