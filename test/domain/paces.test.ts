import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NewEvent } from '../../src/domain/dossier/state.js';
import { addDays, civilDate, dayOfWeek } from '../../src/domain/kernel/civil-date.js';
import { waitsForMonday } from '../../src/domain/reminders/paces.js';
import type { Pace } from '../../src/domain/reminders/recipients.js';
import { declared } from '../builders/dossier.js';
import { owing } from '../builders/owing-dossier.js';
import { anAudience, EVERYONE, planned } from '../builders/planned-notices.js';

const reached = (rung: string, ...merged: readonly string[]): NewEvent => ({
  type: 'rung-reached',
  data: { obligation: 'o-1', rung, merged },
});

/** How each is told of what was reached on a day of a report that the carrier owes by Thursday 25 June 2026. */
function pacesOn(day: string, event: NewEvent, chosen: readonly (readonly [string, Pace])[] = []) {
  const dossier = owing(
    { kind: 'activity-report', debtor: { role: 'carrier' }, due: '2026-06-25' },
    declared('2026-01-05'),
  );
  const audience = anAudience({ ...EVERYONE, paces: new Map(chosen) });
  return planned(dossier.on(day), [event], audience).map(({ recipient, pace }) => `${recipient.name} ${pace}`);
}

describe('the mail of Monday says', () => {
  it('what is due more than a week after it', () => {
    expect(pacesOn('2026-06-10', reached('j-15'))).toEqual(['carrier weekly']);
  });

  it('to the instructors in charge, that others are late: what they owe themselves, the morning says', () => {
    expect(pacesOn('2026-06-26', reached('j+1'))).toEqual(['carrier daily', 'instructor weekly']);
  });

  it('the point of a month, while that month lasts', () => {
    expect(pacesOn('2026-08-17', reached('point-2026-08'))).toEqual(['carrier weekly', 'instructor weekly']);
    expect(pacesOn('2026-09-29', reached('point-2026-09'))).toEqual(['carrier daily', 'instructor weekly']);
  });
});

describe('the mail of the morning says', () => {
  it('what is due soon, what is late, and what the Région is asked to decide', () => {
    expect(pacesOn('2026-06-22', reached('jo-3'))).toEqual(['carrier daily']);
    expect(pacesOn('2026-07-27', reached('j+30'))).toEqual(['carrier daily', 'instructor daily', 'manager daily']);
  });

  it('what was missed, though it is due later', () => {
    expect(pacesOn('2026-06-12', reached('j-15'))).toEqual(['carrier daily']);
  });
});

describe('who chose how to be told', () => {
  it('waits for no Monday, nor is told sooner', () => {
    const chosen = [
      ['carrier/*', 'instant'],
      ['instructor/*', 'daily'],
      ['manager/*', 'weekly'],
    ] as const;
    expect(pacesOn('2026-06-10', reached('j-15'), chosen)).toEqual(['carrier instant']);
    expect(pacesOn('2026-07-27', reached('j+30'), chosen)).toEqual([
      ...['carrier instant', 'instructor daily', 'manager weekly'],
    ]);
  });

  it('is told at once of what a person asks by hand', () => {
    const byHand: NewEvent = { type: 'reminder-asked', data: { obligation: 'o-1' } };
    expect(pacesOn('2026-06-03', byHand, [['carrier/*', 'weekly']])).toEqual(['carrier instant']);
  });
});

describe('what waits for Monday', () => {
  const FIRST = civilDate('2026-01-01');

  it('leaves on an open day, within a week, and more than a week before its due day', () =>
    fc.assert(
      fc.property(fc.nat(1500), fc.integer({ min: -5, max: 40 }), (since, ahead) => {
        const day = addDays(FIRST, since);
        const due = addDays(day, ahead);
        const monday =
          Array.from({ length: 7 }, (_, days) => addDays(day, days)).find(on => dayOfWeek(on) === 1) ?? day;
        const waits = waitsForMonday({ template: 'before', due, day, quiet: [] });
        const isClosed = waitsForMonday({ template: 'before', due, day, quiet: [{ from: '01-01', to: '12-31' }] });
        const isOff = !waitsForMonday({ template: 'before', due: addDays(day, 365), day, quiet: [] });
        expect([waits, isClosed]).toEqual([!isOff && addDays(monday, 7) < due, false]);
      }),
    ));

  it('does not where Monday is a day off: Easter, the first of May', () => {
    for (const day of ['2026-04-02', '2028-04-28'])
      expect(waitsForMonday({ template: 'before', due: civilDate('2028-12-31'), day: civilDate(day), quiet: [] })).toBe(
        false,
      );
  });

  it('is nothing that has no due day', () => {
    expect(waitsForMonday({ template: 'before', due: null, day: civilDate('2026-06-10'), quiet: [] })).toBe(false);
  });
});
