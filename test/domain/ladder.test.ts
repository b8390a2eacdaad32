import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '../../src/domain/kernel/calendar.js';
import { addDays, civilDate, daysBetween, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { departureDay } from '../../src/domain/obligations/ladders.js';
import {
  isOpenDay,
  ladderFaults,
  rungDay,
  rungsOf,
  type Ladder,
  type Rung,
} from '../../src/domain/reglement/ladder.js';

const SUMMER = { from: '08-01', to: '08-15' };
const YEAR_END = { from: '12-24', to: '01-01' };
const at = (offset: number, unit: Rung['unit'] = 'days'): Rung => ({
  ...{ id: `${unit}${offset}`, offset, unit, recipients: ['debtor'], template: 'before', channel: 'mail' },
});
const ladder = (rungs: readonly Rung[], more: Partial<Ladder> = {}): Ladder => ({
  ...{ rungs, coolDownDays: 3, most: 5, quiet: [], goesOnWith: null, ...more },
});
const dayOf = (due: string, rung: Rung, quiet: Ladder['quiet'] = []) => rungDay(civilDate(due), { ...rung, quiet });

describe('a rung is reached', () => {
  it.each([
    ['so many days before', '2026-05-20', at(-15), '2026-05-05'],
    ['the day after', '2026-05-20', at(1), '2026-05-21'],
    ['on Monday when it falls on a Saturday', '2026-05-20', at(3), '2026-05-26'],
    ['after the feast: Whit Monday is not worked', '2026-05-22', at(3), '2026-05-26'],
    ['before a 29 February', '2028-03-01', at(-1), '2028-02-29'],
    ['on the day the clocks go forward put off to Monday', '2026-03-30', at(-1), '2026-03-30'],
    ['by working days, over a week-end', '2026-05-11', at(-2, 'workingDays'), '2026-05-06'],
    ['after the due day by working days', '2026-05-13', at(1, 'workingDays'), '2026-05-15'],
  ])('%s', (_when, due, rung, day) => {
    expect(dayOf(due, rung)).toBe(day);
  });

  it('never in the quiet days, even over the end of a year', () => {
    expect(dayOf('2026-07-30', at(4), [SUMMER])).toBe('2026-08-17');
    expect(dayOf('2026-12-20', at(5), [YEAR_END])).toBe('2027-01-04');
  });

  it('before the due day when putting it off would make it late', () => {
    expect(dayOf('2026-08-16', at(-3), [SUMMER])).toBe('2026-07-31');
    expect(dayOf('2026-05-10', at(-1))).toBe('2026-05-07');
  });

  it('the next open day when it was past already on the day the due date was set, and on its own otherwise', () => {
    const leaves = (rung: string, setOn: string) =>
      departureDay(civilDate(rung), civilDate(setOn), { quiet: [SUMMER] });
    expect(leaves('2026-05-05', '2026-05-06')).toBe('2026-05-07');
    expect(leaves('2026-05-05', '2026-05-07')).toBe('2026-05-11');
    expect(leaves('2026-07-20', '2026-07-31')).toBe('2026-08-17');
    expect(leaves('2026-05-06', '2026-05-06')).toBe('2026-05-06');
  });

  const day = fc.integer({ min: 0, max: 20_000 }).map(days => addDays(civilDate('2000-01-01'), days));
  const offset = fc.integer({ min: -60, max: 60 });
  const quiet = fc.subarray([SUMMER, YEAR_END]);

  it('on an open day, whatever the due day; before it is due when it comes before', () => {
    fc.assert(
      fc.property(
        day,
        offset,
        fc.constantFrom('days' as const, 'workingDays' as const),
        quiet,
        (due, by, unit, days) => {
          const reached = rungDay(due, { ...at(by, unit), quiet: days });
          expect(isOpenDay(reached, days)).toBe(true);
          if (by <= 0) expect(reached <= due).toBe(true);
          else expect(reached > due).toBe(true);
        },
      ),
    );
  });

  it('by working days, so many of them away', () => {
    const between = (from: CivilDate, to: CivilDate) =>
      Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1)).filter(isWorkingDay).length;
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (due, by) => {
        expect(between(due, rungDay(due, { ...at(by, 'workingDays'), quiet: [] }))).toBe(by);
      }),
    );
  });
});

describe('a ladder', () => {
  it('may go on with another one, after its last rung', () => {
    const ladders = { first: ladder([at(-3), at(1)], { goesOnWith: 'second' }), second: ladder([at(30)]) };
    expect(rungsOf(ladders, 'first').map(({ offset }) => offset)).toEqual([-3, 1, 30]);
    expect(ladderFaults(ladders)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, Ladder>>, RegExp]>([
    ['that goes on with itself', { one: ladder([at(1)], { goesOnWith: 'one' }) }, /« one » : elle se suit elle-même/],
    [
      'in a loop of two',
      { one: ladder([at(1)], { goesOnWith: 'two' }), two: ladder([at(9)], { goesOnWith: 'one' }) },
      /elle se suit elle-même/,
    ],
    ['that goes on with none that exists', { one: ladder([at(1)], { goesOnWith: 'two' }) }, /« two » n'existe pas/],
    ['whose rungs go down', { one: ladder([at(1), at(1)]) }, /du plus tôt au plus tard/],
    [
      'whose rungs go down where it goes on',
      { one: ladder([at(9)], { goesOnWith: 'two' }), two: ladder([at(1)]) },
      /« one » : les échelons/,
    ],
    [
      'whose quiet periods, short ones, leave no day of the year',
      {
        one: ladder([at(1)], {
          quiet: ['01', '03', '05', '07', '09', '11'].map((month, rank) => ({
            from: `${month}-01`,
            to: ['02-28', '04-30', '06-30', '08-31', '10-31', '12-31'][rank] ?? '',
          })),
        }),
      },
      /deux mois/,
    ],
    ['quiet for most of the year', { one: ladder([at(1)], { quiet: [{ from: '01-02', to: '12-31' }] }) }, /deux mois/],
  ])('%s is refused', (_what, ladders, fault) => {
    expect(ladderFaults(ladders)[0]).toMatch(fault);
  });
});
