import { addDays, daysBetween, type CivilDate } from '../kernel/civil-date.js';
import type { Period } from '../kernel/period.js';
import { daysIn } from '../kernel/period.js';
import type { Post, PostsSlice } from './slice.js';

/** A time without anyone on a post, both days included. */
export interface Vacancy {
  readonly post: number;
  readonly share: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Its days within the exercise beyond those that are tolerated. */
  readonly countedDays: number;
}

const later = (a: CivilDate, b: CivilDate) => (a > b ? a : b);
const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b);

/** The times, within an exercise, during which nobody held a post that was open. */
function emptyTimes(post: Post, exercise: Period): readonly Period[] {
  const until = post.endedOn === null ? exercise.to : earlier(exercise.to, addDays(post.endedOn, -1));
  const times: Period[] = [];
  let from = later(exercise.from, post.openedOn);
  for (const { from: held, to } of post.held) {
    const before = earlier(addDays(held, -1), until);
    if (from <= before) times.push({ from, to: before });
    from = later(from, to === null ? addDays(until, 1) : addDays(to, 1));
  }
  if (from <= until) times.push({ from, to: until });
  return times;
}

/**
 * The vacancies of an exercise that count: the days of each beyond the tolerated ones. A vacancy that began before the
 * exercise has used its tolerance there.
 */
export function vacanciesIn(posts: PostsSlice, exercise: Period, toleratedDays: number): readonly Vacancy[] {
  return Object.values(posts).flatMap(post =>
    emptyTimes(post, exercise).flatMap(({ from, to }) => {
      const tolerated = Math.max(0, toleratedDays - daysBetween(vacantFrom(post, from), from));
      const countedDays = Math.max(0, daysIn({ from, to }) - tolerated);
      return countedDays === 0 ? [] : [{ post: post.number, share: post.share, from, to, countedDays }];
    }),
  );
}

/** Since when the post has been empty, of a day on which nobody holds it. */
function vacantFrom(post: Post, on: CivilDate): CivilDate {
  const vacantSince = post.held.flatMap(({ to }) => (to !== null && to < on ? [addDays(to, 1)] : [])).at(-1);
  return vacantSince ?? post.openedOn;
}

/** The days of an exercise on which a post was open, held or not. */
export function openDays(post: Post, exercise: Period): number {
  const from = later(exercise.from, post.openedOn);
  const to = post.endedOn === null ? exercise.to : earlier(exercise.to, addDays(post.endedOn, -1));
  return from > to ? 0 : daysIn({ from, to });
}
