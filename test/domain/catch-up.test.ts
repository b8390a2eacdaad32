import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { fromEpochSeconds, instant, parisDate, parisTime, toEpochSeconds } from '../../src/domain/kernel/paris.js';
import { isDaytime, leavingOf, nextOpenHour } from '../../src/domain/reminders/catch-up.js';
import { isOpenDay } from '../../src/domain/reglement/ladder.js';
import { declared } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { planned } from '../builders/planned-notices.js';

const AUGUST = [{ from: '08-01', to: '08-20' }];
const rung = { day: civilDate('2026-04-20'), quiet: [] };

describe('a rung leaves', () => {
  it.each([
    ['on the morning of its day, as its reader wishes', '2026-04-20T06:12:00Z', 'instant', '2026-04-20T06:12:00Z'],
    ['that afternoon, with those of a morning', '2026-04-20T13:00:00Z', 'daily', '2026-04-20T13:00:00Z'],
    ['that night, the next morning', '2026-04-20T21:00:00Z', 'daily', '2026-04-21T06:00:00Z'],
    ['at three on a Saturday, on Monday', '2026-04-25T01:00:00Z', 'daily', '2026-04-27T06:00:00Z'],
    ['before eight on an open day, at eight', '2026-04-22T01:00:00Z', 'daily', '2026-04-22T06:00:00Z'],
    ['on the eve of 1 May, after six, on the Monday after it', '2026-04-30T17:00:00Z', 'daily', '2026-05-04T06:00:00Z'],
  ])('%s', (_when, now, pace, from) => {
    expect(leavingOf(rung, 'instant', instant(now))).toEqual({ pace, from });
  });

  it('that was missed, in the digest of the week of who wishes it so', () => {
    expect(leavingOf(rung, 'weekly', instant('2026-04-25T01:00:00Z')).pace).toBe('weekly');
  });

  it('after the quiet days of its ladder', () => {
    expect(nextOpenHour(AUGUST, instant('2026-08-05T10:00:00Z'))).toBe('2026-08-21T06:00:00Z');
  });

  it('whenever the house wakes, on an open day between eight and six, and never sooner than it rang', () => {
    const from = toEpochSeconds(instant('2026-01-01T00:00:00Z'));
    fc.assert(
      fc.property(fc.nat(2 * 365 * 86_400), after => {
        const now = fromEpochSeconds(from + after);
        const leaves = nextOpenHour(AUGUST, now);
        expect(leaves >= now && isDaytime(leaves) && isOpenDay(parisDate(leaves), AUGUST)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('as planned, once for each person, and counted as told from then on', () => {
    const dossier = owing(
      { kind: 'council-opinion', debtor: { role: 'council' }, due: '2026-05-04' },
      declared('2026-04-25'),
    );
    const notices = planned(dossier, [
      { type: 'rung-reached', data: { obligation: 'o-1', rung: 'jo-3', merged: ['j-15'] } },
    ]).filter(({ reason }) => reason === null);
    expect(notices.map(({ recipient, pace }) => [recipient.name, pace])).toContainEqual(['council', 'daily']);
    for (const { from } of notices) expect(from >= parisTime(civilDate('2026-04-27'), 8)).toBe(true);
  });
});
