import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '../../../src/domain/kernel/calendar.js';
import { addDays, civilDate, fromDayNumber } from '../../../src/domain/kernel/civil-date.js';
import { dueDate, inWords, isOver, type Delay } from '../../../src/domain/kernel/delay.js';

const delay = (length: number, unit: Delay['unit'], extra: Partial<Delay> = {}): Delay => ({
  length,
  unit,
  startDayCounted: false,
  rollOver: false,
  ...extra,
});

const starts = fc.integer({ min: 13_000, max: 25_000 }).map(fromDayNumber);

describe('A delay', () => {
  it.each([
    ['60 days to pay a grant notified', '2024-03-15', delay(60, 'days'), '2024-05-14'],
    ['three months to publish a convention signed', '2024-11-30', delay(3, 'months'), '2025-02-28'],
    ['six months to report on an exercise ended', '2023-12-31', delay(6, 'months'), '2024-06-30'],
    ['six months to report on an exercise ended', '2024-08-31', delay(6, 'months'), '2025-02-28'],
    ['two months of silence on a request received', '2023-12-31', delay(2, 'months'), '2024-02-29'],
    ['ten working days over Easter', '2026-03-30', delay(10, 'workingDays'), '2026-04-14'],
    ['one year from 29 February', '2024-02-29', delay(1, 'years'), '2025-02-28'],
  ])('of %s on %s ends on the day that the law says', (_, start, rule, end) => {
    expect(dueDate(civilDate(start), rule)).toBe(end);
  });

  it.each([
    [delay(1, 'days'), 'un jour'],
    [delay(3, 'days'), 'trois jours'],
    [delay(10, 'workingDays'), 'dix jours ouvrés'],
    [delay(4, 'months'), 'quatre mois'],
    [delay(2, 'years'), 'deux ans'],
    [delay(60, 'days'), '60 jours'],
  ])('is told in words', (rule, words) => {
    expect(inWords(rule)).toBe(words);
  });

  it('is shifted by the days during which it was suspended', () => {
    expect(dueDate(civilDate('2023-12-31'), delay(2, 'months'), 20)).toBe('2024-03-20');
  });

  it('counts its first day when the rule says so', () => {
    expect(dueDate(civilDate('2024-03-15'), delay(60, 'days', { startDayCounted: true }))).toBe('2024-05-13');
    expect(dueDate(civilDate('2024-06-01'), delay(1, 'months', { startDayCounted: true }))).toBe('2024-06-30');
  });

  it('that rolls over ends on a working day, others on the very day', () => {
    expect(dueDate(civilDate('2026-02-05'), delay(2, 'months', { rollOver: true }))).toBe('2026-04-07');
    expect(dueDate(civilDate('2026-02-05'), delay(2, 'months'))).toBe('2026-04-05');
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 400 }), fc.nat(90), (start, length, suspended) => {
        const rolled = dueDate(start, delay(length, 'days', { rollOver: true }), suspended);
        expect(isWorkingDay(rolled)).toBe(true);
        expect(rolled >= addDays(start, length + suspended)).toBe(true);
      }),
    );
  });

  it('is not over on its due day, and over the day after', () => {
    fc.assert(
      fc.property(starts, due => {
        expect([isOver(due, addDays(due, -1)), isOver(due, due), isOver(due, addDays(due, 1))]).toEqual([
          false,
          false,
          true,
        ]);
      }),
    );
  });
});
