import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { vacanciesOf } from '../../src/domain/funded-year/days-lost.js';
import { postsOfYear } from '../../src/domain/funded-year/posts-of-year.js';
import { daysIn } from '../../src/domain/kernel/period.js';
import type { Post } from '../../src/domain/recruitment/slice.js';

const YEAR = { from: civilDate('2027-01-01'), to: civilDate('2027-12-31') };
const TOLERATED = 60;

/** A post at 80 %, opened on a day, held over times of which the last may still run, and perhaps suppressed. */
function post(openedOn: string, held: readonly [from: string, to: string | null][], endedOn?: string): Post {
  return {
    number: 1,
    share: 80,
    status: 'filled',
    round: 1,
    openedOn: civilDate(openedOn),
    vacantSince: null,
    endedOn: endedOn === undefined ? null : civilDate(endedOn),
    held: held.map(([from, to]) => ({ from: civilDate(from), to: to === null ? null : civilDate(to), share: 80 })),
  };
}
const countedAmong = (posts: readonly Post[], tolerated = TOLERATED) =>
  postsOfYear(Object.fromEntries(posts.map(known => [known.number, known])), YEAR)
    .flatMap(known => vacanciesOf(known, tolerated))
    .map(({ empty: { from, to }, days }) => [from, to, daysIn(days)]);
const counted = (heldPost: Post, tolerated = TOLERATED) => countedAmong([heldPost], tolerated);

describe('the vacancy of a post, in a year', () => {
  it('counts for nothing when the post was held all year', () => {
    expect(counted(post('2026-03-02', [['2026-03-02', null]]), 0)).toEqual([]);
    expect(counted(post('2027-01-01', [['2027-01-01', null]]), 0)).toEqual([]);
  });

  it('begins with the year, however late the post was opened: the grant pays for it all year', () => {
    expect(counted(post('2027-03-01', [['2027-03-01', null]]), 0)).toEqual([['2027-01-01', '2027-02-28', 59]]);
    expect(counted(post('2028-01-03', []), 0)).toEqual([]);
  });

  it('lasts from the day after the departure to the eve of the next arrival, both included', () => {
    const replaced = post('2026-03-02', [
      ['2026-03-02', '2027-02-28'],
      ['2027-06-01', null],
    ]);
    expect(counted(replaced)).toEqual([['2027-03-01', '2027-05-31', 92 - TOLERATED]]);
  });

  it('may be of one day: the first of the year, between two people, or the last of the year', () => {
    const opened = post('2027-01-01', [['2027-01-02', null]]);
    const between = post('2026-03-02', [
      ['2026-03-02', '2027-05-31'],
      ['2027-06-02', null],
    ]);
    const last = post('2026-03-02', [['2026-03-02', '2027-12-30']]);
    expect(counted(opened, 0)).toEqual([['2027-01-01', '2027-01-01', 1]]);
    expect(counted(between, 0)).toEqual([['2027-06-01', '2027-06-01', 1]]);
    expect(counted(last, 0)).toEqual([['2027-12-31', '2027-12-31', 1]]);
  });

  it('is tolerated up to the last of the tolerated days, each vacancy for itself', () => {
    const leftFor = (days: 60 | 61) =>
      post('2026-03-02', [
        ['2026-03-02', '2027-02-28'],
        [days === 60 ? '2027-04-30' : '2027-05-01', '2027-10-31'],
      ]);
    const atTheEnd = ['2027-11-01', '2027-12-31', 1];
    expect(counted(leftFor(60))).toEqual([atTheEnd]);
    expect(counted(leftFor(61))).toEqual([['2027-03-01', '2027-04-30', 1], atTheEnd]);
  });

  it('begun the year before, has used its tolerance there, from the last departure', () => {
    const vacatedPost = post('2025-03-03', [
      ['2025-03-03', '2025-12-31'],
      ['2026-02-02', '2026-12-01'],
      ['2027-04-01', '2027-11-30'],
    ]);
    const neverHeld = post('2026-12-02', [['2027-04-01', null]]);
    expect(counted(vacatedPost)).toEqual([['2027-01-01', '2027-03-31', 60]]);
    expect(counted(neverHeld)).toEqual([['2027-01-01', '2027-03-31', 60]]);
    expect(counted(post('2026-03-02', [['2027-01-02', null]]))).toEqual([['2027-01-01', '2027-01-01', 1]]);
  });

  it('goes on once the post is suppressed, but for one that another replaces', () => {
    const suppressed = post('2026-03-02', [['2026-03-02', '2027-02-28']], '2027-07-01');
    const second = { ...post('2027-08-01', [['2027-10-01', null]]), number: 2 };
    expect(counted(suppressed)).toEqual([['2027-03-01', '2027-12-31', 306 - TOLERATED]]);
    expect(countedAmong([suppressed, second], 0)).toEqual([
      ['2027-03-01', '2027-07-01', 123],
      ['2027-07-02', '2027-09-30', 91],
    ]);
  });

  it('is none of a post that was suppressed before the year', () => {
    expect(counted(post('2025-03-03', [['2025-03-03', '2026-06-01']], '2026-12-01'), 0)).toEqual([]);
  });
});
