import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import {
  addSeconds,
  formatTime,
  fromEpochSeconds,
  instant,
  parisDate,
  parisMidnight,
  parisTime,
  secondsBetween,
  toEpochSeconds,
} from '../../../src/domain/kernel/paris.js';

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const wall = (seconds: number) => wallClock.format(new Date(seconds * 1000));

const seconds = fc.integer({ min: Date.UTC(1997, 0, 1) / 1000, max: Date.UTC(2041, 0, 1) / 1000 - 1 });

/** Instants within three hours of every change of hour: the last Sundays of March and October at 01:00 UTC. */
const nights = Array.from({ length: 2040 - 1997 + 1 }, (_, index) => 1997 + index).flatMap(year =>
  [2, 9].map(month => {
    const last = new Date(Date.UTC(year, month, 31));
    return Date.UTC(year, month, 31 - last.getUTCDay(), 1) / 1000;
  }),
);
const nearChange = fc
  .tuple(fc.constantFrom(...nights), fc.integer({ min: -10_800, max: 10_800 }))
  .map(([night, shift]) => night + shift);

describe('The time of Paris', () => {
  it.each([
    ['on any instant from 1997 to 2040', seconds],
    ['on the nights when the hour changes', nearChange],
  ])('has the civil day of the platform %s', (_, moments) => {
    fc.assert(
      fc.property(moments, moment => parisDate(fromEpochSeconds(moment)) === wall(moment).slice(0, 10)),
      { numRuns: 3000 },
    );
  });

  it('begins and ends every day at 00:00 on the wall', () => {
    fc.assert(
      fc.property(fc.oneof(seconds, nearChange), moment => {
        const day = civilDate(wall(moment).slice(0, 10));
        const begins = toEpochSeconds(parisMidnight(day));
        const ends = toEpochSeconds(parisMidnight(addDays(day, 1)));
        const dayBefore = parisDate(fromEpochSeconds(begins - 1));
        return (
          wall(begins) === `${day} 00:00:00` && dayBefore === addDays(day, -1) && begins <= moment && moment < ends
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is written to the minute, as the clocks of Paris show it', () => {
    fc.assert(
      fc.property(fc.oneof(seconds, nearChange), moment => {
        const [, hour, minute] = /^(\d+)\u00a0h\u00a0(\d{2})$/.exec(formatTime(fromEpochSeconds(moment))) ?? [];
        return `${hour?.padStart(2, '0')}:${minute}` === wall(moment).slice(11, 16);
      }),
    );
  });

  it('finds the instant of any local time that exists', () => {
    fc.assert(
      fc.property(fc.oneof(seconds, nearChange), moment => {
        const local = wall(moment);
        const found = parisTime(
          civilDate(local.slice(0, 10)),
          Number(local.slice(11, 13)),
          Number(local.slice(14, 16)),
        );
        return wall(toEpochSeconds(found)) === `${local.slice(0, 16)}:00`;
      }),
      { numRuns: 2000 },
    );
  });

  it('counts 23 hours on the last Sunday of March and 25 on that of October', () => {
    const length = (day: string) =>
      secondsBetween(parisMidnight(civilDate(day)), parisMidnight(addDays(civilDate(day), 1))) / 3600;
    expect([length('2026-03-29'), length('2026-10-25'), length('2026-07-01')]).toEqual([23, 25, 24]);
    expect(parisMidnight(civilDate('2026-03-29'))).toBe('2026-03-28T23:00:00Z');
    expect(parisMidnight(civilDate('2026-03-30'))).toBe('2026-03-29T22:00:00Z');
  });

  it('reads the missing hour of March an hour later', () => {
    expect(parisTime(civilDate('2026-03-29'), 2, 30)).toBe('2026-03-29T01:30:00Z');
    expect(parisTime(civilDate('2026-03-29'), 3, 30)).toBe('2026-03-29T01:30:00Z');
  });

  it('that is wrong is told back, its first forty characters only', () => {
    expect(() => instant('demain')).toThrow(/« demain »/);
    expect(() => instant('x'.repeat(41))).toThrow(/« x{40} »/);
  });

  it('falls back to winter at 01:00 UTC sharp', () => {
    expect(parisTime(civilDate('2026-10-25'), 2, 59)).toBe('2026-10-25T00:59:00Z');
    expect(parisTime(civilDate('2026-10-25'), 3)).toBe('2026-10-25T02:00:00Z');
  });

  it('writes instants as the platform does, without fractions', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: -1e8, max: 1e8 }), (moment, shift) => {
        const written = fromEpochSeconds(moment);
        expect(written).toBe(new Date(moment * 1000).toISOString().replace('.000Z', 'Z'));
        expect(toEpochSeconds(addSeconds(written, shift))).toBe(moment + shift);
      }),
    );
    expect(instant('2026-03-28T23:00:00.987Z')).toBe('2026-03-28T23:00:00Z');
  });

  it.each([
    '2026-03-28',
    '2026-03-28T23:00:00+01:00',
    '2026-02-30T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-03-28T25:00:00Z',
    '2026-03-28T23:60:00Z',
    'demain',
    'le 2026-03-28T23:00:00Z',
    '2026-03-28T23:00:00Z environ',
  ])('refuses « %s »', text => {
    expect(() => instant(text)).toThrow(expect.objectContaining({ code: 'instant-invalid' }));
  });
});
