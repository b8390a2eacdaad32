import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ENGINE, type Party } from '../../src/domain/dossier/roles.js';
import type { NewEvent } from '../../src/domain/dossier/state.js';
import { addDays, civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';
import { parisDate, parisTime } from '../../src/domain/kernel/paris.js';
import { openObligations } from '../../src/domain/obligations/slice.js';
import { isOpenDay } from '../../src/domain/reglement/ladder.js';
import { nextInstants, reached, rungsLeft, soonest } from '../../src/domain/reminders/alarms.js';
import { laddersChanged } from '../../src/domain/reminders/openings.js';
import { declared, type DossierBuilder } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { anAudience, planned } from '../builders/planned-notices.js';

const CARRIER: Party = { role: 'carrier' };
/** Reports that nobody hands in, due on a day; known since the first days of the year. */
const late = (due: string, today = '2026-01-05') =>
  owing({ kind: 'activity-report', debtor: CARRIER, due }, declared(today));

/** Rings until a day, whatever the number of alarms: the day and the rungs of each. */
function rungUntil(dossier: DossierBuilder, day: CivilDate): readonly (readonly [day: CivilDate, rungs: string])[] {
  const rungs: (readonly [CivilDate, string])[] = [];
  for (;;) {
    const at = soonest(nextInstants(dossier.state, dossier.rules, 0));
    if (at === null || parisDate(at) > day) return rungs;
    rungs.push(...ringsAt(dossier, parisDate(at), reached(dossier.state, dossier.rules, at, 0)));
  }
}

function ringsAt(dossier: DossierBuilder, day: CivilDate, events: readonly NewEvent[]) {
  dossier.on(day).records(events, 'obligations', { by: ENGINE });
  return events.flatMap(event =>
    event.type === 'rung-reached' ? [[day, [...event.data.merged, event.data.rung].join(' ')] as const] : [],
  );
}

const onlyObligation = (dossier: DossierBuilder) => {
  const [obligation] = openObligations(dossier.state);
  if (!obligation) throw new Error('Rien n’est dû.');
  return obligation;
};
const left = (dossier: DossierBuilder) =>
  rungsLeft(onlyObligation(dossier), dossier.state, dossier.rules, 0).map(({ rung, day }) => `${rung.id} ${day}`);

describe('what is late and open, after the last rung of its ladder', () => {
  it('is recalled on the first open day of each month, until it is done', () => {
    const dossier = late('2026-04-10');
    const rungs = rungUntil(dossier, civilDate('2027-02-28'));
    expect(rungs.filter(([, rung]) => rung.startsWith('point-'))).toEqual([
      ...[
        ['2026-06-01', 'point-2026-06'],
        ['2026-07-01', 'point-2026-07'],
      ],
      // The fifteen first days of August, and the last of December, are quiet.
      ...[
        ['2026-08-17', 'point-2026-08'],
        ['2026-09-01', 'point-2026-09'],
        ['2026-10-01', 'point-2026-10'],
      ],
      ...[
        ['2026-11-02', 'point-2026-11'],
        ['2026-12-01', 'point-2026-12'],
      ],
      ...[
        ['2027-01-04', 'point-2027-01'],
        ['2027-02-01', 'point-2027-02'],
      ],
    ]);
    dossier.records([{ type: 'obligation-done', data: { obligation: 'o-1', by: 'f' } }], 'obligations', { by: ENGINE });
    expect(nextInstants(dossier.state, dossier.rules, 0)).toEqual({ alarm: null, point: null });
  });

  it('rings in no story, which rests once its ladder has said all: a job of the morning says it', () => {
    const dossier = late('2026-04-10');
    rungUntil(dossier, civilDate('2026-05-31'));
    const at = parisTime(civilDate('2026-06-01'), 8, 35);
    expect(nextInstants(dossier.state, dossier.rules, 0)).toEqual({ alarm: null, point: at });
    expect(nextInstants(dossier.state, dossier.rules, 1500)).toEqual({ alarm: null, point: at });
    expect(reached(dossier.state, dossier.rules, parisTime(civilDate('2026-06-01'), 8, 34), 0)).toEqual([]);
    expect(reached(dossier.state, dossier.rules, at, 0)).toHaveLength(1);
  });

  it('is recalled again by the same names to its debtor and to those who instruct it', () => {
    const dossier = late('2026-04-10');
    rungUntil(dossier, civilDate('2026-05-31'));
    const point: NewEvent = { type: 'rung-reached', data: { obligation: 'o-1', rung: 'point-2026-06', merged: [] } };
    const said = planned(dossier.on('2026-06-01'), [point]);
    expect(
      said.map(({ recipient, rung, reason, late: isLate, day }) => [
        recipient.name,
        rung.template,
        reason,
        isLate,
        day,
      ]),
    ).toEqual([
      ['carrier', 'point', null, false, null],
      ['instructor', 'point', null, false, null],
    ]);
  });

  it('however often it was said, and takes nothing from the reminders that may be asked by hand', () => {
    const dossier = late('2026-04-10');
    const audience = anAudience();
    for (let month = 6; month <= 12; month++)
      for (const year of [2026, 2027]) {
        const day = `${year}-${String(month).padStart(2, '0')}`;
        const rung: NewEvent = { type: 'rung-reached', data: { obligation: 'o-1', rung: `point-${day}`, merged: [] } };
        const said = planned(dossier.on(`${day}-01`), [rung], audience);
        if (year === 2027) expect(said.map(({ reason }) => reason)).toEqual([null, null]);
      }
    const byHand: NewEvent = { type: 'reminder-asked', data: { obligation: 'o-1' } };
    expect(planned(dossier.on('2027-12-20'), [byHand], audience).map(({ reason }) => reason)).toEqual([null]);
  });

  it('waits for its reader to have had the rest that the ladder gives', () => {
    const dossier = late('2026-03-30');
    rungUntil(dossier, civilDate('2026-04-29'));
    expect(left(dossier)).toEqual(['point-2026-05 2026-05-06']);
    dossier
      .on('2026-05-04')
      .records([{ type: 'reminder-asked', data: { obligation: 'o-1' } }], 'obligations', { by: ENGINE });
    expect(left(dossier)).toEqual(['point-2026-05 2026-05-11']);
  });

  it('goes on from its month when other ladders are applied, and begins again when its due date moves ahead', () => {
    const dossier = late('2026-04-10');
    rungUntil(dossier, civilDate('2026-09-10'));
    dossier.records(laddersChanged(dossier.state, dossier.rules, civilDate('2026-09-10')), 'obligations', {
      by: ENGINE,
    });
    expect(left(dossier)).toEqual(['point-2026-10 2026-10-01']);
    const moved = { obligation: 'o-1', from: civilDate('2026-04-10'), to: civilDate('2026-12-10'), passed: [] };
    dossier.records([{ type: 'due-date-moved', data: moved }], 'obligations', { by: ENGINE });
    expect(left(dossier).at(-1)).toBe('point-2027-02 2027-02-01');
  });

  it('is not recalled for what only the calendar brings to its end', () => {
    const dossier = owing({ kind: 'legality-review', debtor: { role: 'engine' }, due: '2026-04-10' });
    expect(left(dossier).filter(rung => rung.startsWith('point-'))).toEqual([]);
  });
});

describe('the next of an alarm and of a point', () => {
  const [early, later] = [parisTime(civilDate('2026-01-05'), 8), parisTime(civilDate('2026-01-05'), 8, 35)];

  it('is the first of them, or the only one', () => {
    expect([
      soonest({ alarm: early, point: later }),
      soonest({ alarm: later, point: early }),
      soonest({ alarm: null, point: later }),
      soonest({ alarm: early, point: null }),
      soonest({ alarm: null, point: null }),
    ]).toEqual([early, early, later, early, null]);
  });
});

describe('a house that was away', () => {
  it('makes up for no point of the months that are past: that of this month says the same', () => {
    const dossier = late('2026-04-10');
    rungUntil(dossier, civilDate('2026-06-15'));
    const back = parisTime(civilDate('2027-01-20'), 12);
    expect(ringsAt(dossier, parisDate(back), reached(dossier.state, dossier.rules, back, 0))).toEqual([
      ['2027-01-20', 'point-2027-01'],
    ]);
    expect(left(dossier)).toEqual(['point-2027-02 2027-02-01']);
  });

  it('says by it the rungs of the ladder that were missed too', () => {
    const dossier = late('2026-04-10');
    const back = parisTime(civilDate('2026-06-20'), 12);
    expect(ringsAt(dossier, parisDate(back), reached(dossier.state, dossier.rules, back, 0))).toEqual([
      ['2026-06-20', 'j-15 jo-3 j+1 j+15 j+30 point-2026-06'],
    ]);
  });
});

describe('something owed, whatever its due day and whenever it was known', () => {
  const FIRST = civilDate('2026-01-01');
  /** One for each ladder that recalls people. */
  const KINDS = ['activity-report', 'instruction-report', 'payment', 'renewal-request', 'cofunding-decision'];

  it('by a co-funder, whose ladder says nothing for a whole month, is recalled in that month too', () => {
    const dossier = owing(
      { kind: 'cofunding-decision', debtor: { role: 'cofunder' }, due: '2026-01-29' },
      declared('2026-01-05'),
    );
    expect(rungUntil(dossier, civilDate('2026-05-01'))).toEqual([
      ['2026-01-14', 'j-15'],
      ...[
        ['2026-01-30', 'j+1'],
        ['2026-02-06', 'point-2026-02'],
      ],
      ...[
        ['2026-03-02', 'j+30'],
        ['2026-04-01', 'point-2026-04'],
      ],
    ]);
  });

  it('has its point before the rungs of its ladder that come later, in the order of their days', () => {
    const dossier = owing(
      { kind: 'cofunding-decision', debtor: { role: 'cofunder' }, due: '2026-01-29' },
      declared('2026-01-05'),
    );
    rungUntil(dossier, civilDate('2026-01-31'));
    expect(left(dossier)).toEqual(['point-2026-02 2026-02-06', 'j+30 2026-03-02']);
  });

  it('known on the day of its last rung, with which those of before leave, is recalled the month after', () => {
    const dossier = owing({ kind: 'activity-report', debtor: CARRIER, due: '2026-08-31' }, declared('2026-09-30'));
    expect(rungUntil(dossier, civilDate('2026-11-01'))).toEqual([
      ['2026-09-30', 'j-15 jo-3 j+1 j+15 j+30'],
      ['2026-10-07', 'point-2026-10'],
    ]);
  });

  it('always has a rung to come, on an open day; one point a month at most, no month without a word once it is late', () =>
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.nat(800), fc.nat(90), (kind, known, ahead) => {
        const since = addDays(FIRST, known);
        const due = addDays(since, ahead - 30);
        const dossier = owing({ kind, debtor: CARRIER, due }, declared(since));
        const until = addDays(due, 400);
        const rungs = rungUntil(dossier, until);
        expect(left(dossier)).toHaveLength(1);
        const points = rungs.filter(([, rung]) => rung.includes('point-'));
        const months = points.map(([day]) => day.slice(0, 7));
        expect(new Set(months).size).toBe(months.length);
        for (const [day] of points) expect([day, isOpenDay(day, [])]).toEqual([day, true]);
        const words = new Set(rungs.map(([day]) => day.slice(0, 7)));
        const lateSince = due > since ? due : since;
        for (let day = addDays(lateSince, 31); day < addDays(until, -31); day = addDays(day, 28))
          expect([lateSince, day, words.has(day.slice(0, 7))]).toEqual([lateSince, day, true]);
      }),
      { numRuns: 200 },
    ));
});
