import { addDays, daysBetween, latestOf, type CivilDate } from '../kernel/civil-date.js';
import type { Period } from '../kernel/period.js';
import type { Post, PostsSlice } from '../recruitment/slice.js';
import type { PostOfYear } from './days-lost.js';

/**
 * The posts of a pôle over a year that ran, as they were to be held: all year, whenever they were opened. One that takes
 * the place of another is to be held after it alone; one that was ended and that none replaces stays to be held.
 */
export function postsOfYear(posts: PostsSlice, run: Period): readonly PostOfYear[] {
  const known = Object.values(posts).filter(({ openedOn }) => openedOn <= run.to);
  return known.flatMap(post => {
    const funded = fundedDays(post, known, run);
    if (funded.from > funded.to) return [];
    const { number, share, held } = post;
    return [{ number, share, funded, held, emptyBefore: emptyBefore(post, funded.from) }];
  });
}

function fundedDays(post: Post, known: readonly Post[], run: Period): Period {
  const followed = known.find(({ endedOn }) => endedOn !== null && endedOn <= post.openedOn);
  const isFollowed = known.some(({ openedOn }) => post.endedOn !== null && post.endedOn <= openedOn);
  const from = followed?.endedOn ? addDays(followed.endedOn, 1) : run.from;
  const until = post.endedOn !== null && (isFollowed || post.endedOn < run.from) ? post.endedOn : run.to;
  return { from: latestOf(from, run.from) ?? run.from, to: until < run.to ? until : run.to };
}

/** Days on which nobody had held it yet, or any more, before a day on which nobody holds it. */
function emptyBefore({ openedOn, held }: Post, day: CivilDate): number {
  const since = held.flatMap(({ to }) => (to !== null && to < day ? [addDays(to, 1)] : [])).at(-1) ?? openedOn;
  return Math.max(0, daysBetween(since, day));
}
