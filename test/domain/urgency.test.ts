import { expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { urgencyOf } from '../../src/domain/obligations/urgency.js';

/** A Wednesday. */
const TODAY = civilDate('2026-11-18');

it.each([
  ['2026-11-17', 'late'],
  ['2026-11-18', 'today'],
  ['2026-11-19', 'this-week'],
  ['2026-11-22', 'this-week'],
  ['2026-11-23', 'later'],
])('what is due on %s is %s', (due, urgency) => {
  expect(urgencyOf(civilDate(due), TODAY)).toBe(urgency);
});

it('what is due next on a Sunday is for later, and so is what has no term', () => {
  expect(urgencyOf(civilDate('2026-11-23'), civilDate('2026-11-22'))).toBe('later');
  expect(urgencyOf(null, TODAY)).toBe('later');
});
