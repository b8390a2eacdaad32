import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { parisTime, type Instant } from '../../src/domain/kernel/paris.js';
import { isPoint } from '../../src/domain/obligations/points.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { nextInstants, reached, rungsLeft, soonest } from '../../src/domain/reminders/alarms.js';
import { ENGINE } from '../../src/domain/dossier/roles.js';
import { declared, type DossierBuilder } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';

/** In Paris, as a clock on the wall says it. */
const onTheWall = (at: Instant) =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });

/** Lets the alarms of a dossier ring one after the other, up to its first point: when each rang, and what it recorded. */
function rung(dossier: DossierBuilder, from?: Instant): readonly string[] {
  const lines: string[] = [];
  for (let alarm = soonest(nextInstants(dossier.state, dossier.rules, 0)); alarm;) {
    if (lines.some(line => line.includes(' j+30'))) break;
    const now = from !== undefined && from > alarm ? from : alarm;
    const events = reached(dossier.state, dossier.rules, now, 0);
    lines.push(
      ...events.map(event =>
        event.type === 'rung-reached'
          ? `${onTheWall(now)} rung ${[...event.data.merged, event.data.rung].join(' ')}`
          : `${onTheWall(now)} escalated`,
      ),
    );
    dossier.records(events, 'obligations', { by: ENGINE });
    alarm = soonest(nextInstants(dossier.state, dossier.rules, 0));
  }
  return lines;
}

const due = (day: string, today = '2026-01-05') =>
  owing({ kind: 'council-opinion', debtor: { role: 'council' }, due: day }, declared(today));

describe('what is due', () => {
  it.each([
    [
      'on 29 February',
      '2028-02-29',
      [
        '2028-02-14 08:00',
        '2028-02-24 08:00',
        '2028-03-01 00:00',
        '2028-03-01 08:00',
        '2028-03-15 08:00',
        '2028-03-30 08:00',
      ],
    ],
    [
      'on the Sunday when summer time begins',
      '2026-03-29',
      [
        '2026-03-16 08:00',
        '2026-03-25 08:00',
        '2026-03-30 00:00',
        '2026-03-30 08:00',
        '2026-04-13 08:00',
        '2026-04-28 08:00',
      ],
    ],
    [
      'on the Sunday when it ends',
      '2026-10-25',
      [
        '2026-10-12 08:00',
        '2026-10-21 08:00',
        '2026-10-26 00:00',
        '2026-10-26 08:00',
        '2026-11-09 08:00',
        '2026-11-24 08:00',
      ],
    ],
    [
      'on 1 May, a Friday: the first day after it is Monday',
      '2026-05-01',
      [
        '2026-04-16 08:00',
        '2026-04-28 08:00',
        '2026-05-02 00:00',
        '2026-05-04 08:00',
        '2026-05-18 08:00',
        '2026-06-01 08:00',
      ],
    ],
    [
      'on 8 May, a Friday, and a fortnight before Whit Monday',
      '2026-05-08',
      [
        '2026-04-23 08:00',
        '2026-05-05 08:00',
        '2026-05-09 00:00',
        '2026-05-11 08:00',
        '2026-05-26 08:00',
        '2026-06-08 08:00',
      ],
    ],
  ])('%s is recalled in the mornings of open days, and late from the midnight after it', (_when, day, instants) => {
    const lines = rung(due(day));
    expect(lines.map(line => line.slice(0, 16))).toEqual(instants);
    expect(lines.map(line => line.slice(17))).toEqual([
      'rung j-15',
      'rung jo-3',
      'escalated',
      'rung j+1',
      'rung j+15',
      'rung j+30',
    ]);
  });

  it('on any day, is never said to be late on it nor before, and is recalled at eight in the morning', () => {
    const [first, days] = [civilDate('2026-02-01'), 4 * 365];
    fc.assert(
      fc.property(fc.nat(days), fc.nat(60), (after, ahead) => {
        const day = addDays(first, after + ahead);
        const dossier = due(day, addDays(first, after));
        const [obligation] = openObligations(dossier.state);
        if (!obligation) throw new Error('Rien n’est dû.');
        for (const { rung: remainingRung, at } of rungsLeft(obligation, dossier.state, dossier.rules, 0)) {
          expect(onTheWall(at)).toMatch(isPoint(remainingRung.id) ? / 08:35$/ : / 08:00$/);
          if (remainingRung.template !== 'before') expect(onTheWall(at).slice(0, 10) > day).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('since before it was known, is said once the next morning, for all that it missed, then goes on', () => {
    expect(rung(due('2026-01-15', '2026-02-02'), parisTime(civilDate('2026-02-02'), 12))).toEqual([
      '2026-02-02 12:00 escalated',
      '2026-02-03 08:00 rung j-15 jo-3 j+1 j+15',
      '2026-02-16 08:00 rung j+30',
    ]);
  });

  it('is late from its own day in the journal too, whenever that is seen', () => {
    const dossier = due('2026-01-15');
    const events = reached(dossier.state, dossier.rules, parisTime(civilDate('2026-01-21'), 12), 0);
    dossier.on('2026-01-21').records(events, 'obligations', { by: ENGINE });
    expect(dossier.events.filter(({ type }) => type === 'obligation-escalated').map(({ date }) => date)).toEqual([
      '2026-01-16',
    ]);
  });

  it('on the day on which it is known, is not late that day', () => {
    expect(rung(due('2026-02-02', '2026-02-02'))).toEqual([
      '2026-02-03 00:00 escalated',
      '2026-02-03 08:00 rung j-15 jo-3 j+1',
      '2026-02-17 08:00 rung j+15',
      '2026-03-04 08:00 rung j+30',
    ]);
  });
});
