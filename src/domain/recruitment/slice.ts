import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export const POST_STATUSES = ['vacant', 'filled', 'ended'] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

type OfPost<Data = object> = { post: number } & Data;

export type RecruitmentEvents = {
  'post-opened': OfPost<{ share: number }>;
  'post-filled': OfPost<{ round: number; share: number }>;
  'post-vacated': OfPost<{ round: number }>;
  'post-ended': OfPost;
};

export const recruitmentEventTypes: EventTypesOf<RecruitmentEvents> = {
  'post-opened': { version: 1, label: 'Poste de chargé·e de mission ouvert' },
  'post-filled': { version: 1, label: 'Poste pourvu' },
  'post-vacated': { version: 1, label: 'Poste vacant' },
  'post-ended': { version: 1, label: 'Poste supprimé' },
};

/** A time during which a post was held, `to` being its last day; null while it is held. */
export interface Holding {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  /** Share of full time that was hired, in percent. */
  readonly share: number;
}

export interface Post {
  readonly number: number;
  /** Share of full time for which it was opened, in percent, from 1 to 100. */
  readonly share: number;
  readonly status: PostStatus;
  /** The running number of the hiring, one more each time the post falls vacant. */
  readonly round: number;
  readonly openedOn: CivilDate;
  readonly vacantSince: CivilDate | null;
  readonly endedOn: CivilDate | null;
  readonly held: readonly Holding[];
}

export type PostsSlice = Readonly<Record<string, Post>>;
export const initialPosts: PostsSlice = {};

export function evolvePosts(slice: PostsSlice, event: RecordedIn<RecruitmentEvents>): PostsSlice {
  const { post: number } = event.data;
  if (event.type === 'post-opened') {
    const opened: Post = {
      number,
      share: event.data.share,
      status: 'vacant',
      round: 1,
      openedOn: event.date,
      vacantSince: event.date,
      endedOn: null,
      held: [],
    };
    return { ...slice, [number]: opened };
  }
  const post = slice[number];
  if (!post) throw new Error(`Poste inconnu dans le journal : ${number}`);
  return { ...slice, [number]: evolvePost(post, event) };
}

function evolvePost(post: Post, event: Exclude<RecordedIn<RecruitmentEvents>, { type: 'post-opened' }>): Post {
  switch (event.type) {
    case 'post-filled':
      return {
        ...post,
        status: 'filled',
        vacantSince: null,
        held: [...post.held, { from: event.date, to: null, share: event.data.share }],
      };
    case 'post-vacated':
      return {
        ...post,
        status: 'vacant',
        round: event.data.round + 1,
        vacantSince: event.date,
        held: until(post.held, event.date),
      };
    case 'post-ended':
      return { ...post, status: 'ended', endedOn: event.date, vacantSince: null, held: until(post.held, event.date) };
  }
}

function until(held: readonly Holding[], to: CivilDate): readonly Holding[] {
  return held.map(holding => (holding.to === null ? { ...holding, to } : holding));
}
