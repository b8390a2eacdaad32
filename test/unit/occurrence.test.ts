import { describe, expect, it } from '@jest/globals';
import { instant } from '../../src/domain/kernel/paris.js';
import { lastOccurrence, nextOccurrence, whenInFrench, type When } from '../../src/scheduled/occurrence.js';

const DAILY: When = { every: 'day', hour: 6, minute: 30 };
const MONDAYS: When = { every: 'week', on: 1, hour: 8, minute: 5 };
const YEARLY: When = { every: 'year', month: 1, day: 4, hour: 7, minute: 0 };

describe('a scheduled job', () => {
  it.each<[string, When, string, string]>([
    ['later the same day', DAILY, '2026-02-02T05:29:59Z', '2026-02-02T05:30:00Z'],
    ['the next day once its time is there', DAILY, '2026-02-02T05:30:00Z', '2026-02-03T05:30:00Z'],
    [
      'at the same hour of Paris across the change to summer time',
      DAILY,
      '2026-03-28T12:00:00Z',
      '2026-03-29T04:30:00Z',
    ],
    ['and back', DAILY, '2026-10-24T12:00:00Z', '2026-10-25T05:30:00Z'],
    ['on the next Monday', MONDAYS, '2026-02-03T12:00:00Z', '2026-02-09T07:05:00Z'],
    ['on its day of the next year', YEARLY, '2026-01-04T06:00:00Z', '2027-01-04T06:00:00Z'],
  ])('runs %s', (_when, when, after, next) => {
    expect(nextOccurrence(when, instant(after))).toBe(next);
  });

  it.each<[string, When, string, string]>([
    ['of the same day, from its very second on', DAILY, '2026-02-02T05:30:00Z', '2026-02-02T05:30:00Z'],
    ['of the day before, until then', DAILY, '2026-02-02T05:29:59Z', '2026-02-01T05:30:00Z'],
    ['at the hour of Paris before the change of hour', DAILY, '2026-03-29T04:00:00Z', '2026-03-28T05:30:00Z'],
    ['of last Monday', MONDAYS, '2026-02-08T22:00:00Z', '2026-02-02T07:05:00Z'],
    ['of this year', YEARLY, '2026-11-29T06:00:00Z', '2026-01-04T06:00:00Z'],
    ['of last year, before its day', YEARLY, '2026-01-04T05:59:59Z', '2025-01-04T06:00:00Z'],
  ])('made up for late is the run %s', (_which, when, now, last) => {
    expect(lastOccurrence(when, instant(now))).toBe(last);
  });

  it('says in French when it runs', () => {
    expect([DAILY, MONDAYS, YEARLY].map(whenInFrench)).toEqual([
      'chaque jour à 6 h 30',
      'chaque lundi à 8 h 05',
      'le 4/1 à 7 h 00',
    ]);
  });
});
