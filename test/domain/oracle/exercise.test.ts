import { describe, expect, it } from '@jest/globals';
import { exerciseOf } from '../../../src/domain/funded-year/exercise.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Period } from '../../../src/domain/kernel/period.js';
import { casesOf } from './oracle.js';

/** Set aside: the alternative of exercise-03 (a year 1 to 28/02/2029), a setting that no règlement has. */
describe('the funded years of a convention, as worked by hand from the texts', () => {
  const cases = casesOf<{ readonly start: string; readonly year: number }, Period>('exercise');

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    const from = civilDate(worked.given.start);
    expect(exerciseOf({ period: { from, to: from } }, worked.given.year)).toEqual(worked.expected);
  });
});
