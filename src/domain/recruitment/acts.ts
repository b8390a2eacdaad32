import { refuse } from '../kernel/refusal.js';
import { defineAct, type Act, type GateContext } from '../dossier/act.js';
import { notBefore } from '../dossier/gates.js';
import { underSettledAccount } from '../funded-year/exercise.js';
import type { Post } from './slice.js';

export interface PostShare {
  /** Share of full time, in percent, from 1 to 100. */
  readonly share: number;
}

/** The post that the act bears on. The machinery has checked that the dossier has it. */
function post({ state, subject }: GateContext<'post'>): Post {
  const found = state.posts[String(subject.post)];
  if (!found) throw new Error(`Poste absent du dossier : ${subject.post}`);
  return found;
}

const openPost = defineAct<PostShare>({
  name: 'open-post',
  capability: 'recruitment',
  label: 'Ouvrir un poste de chargé·e de mission',
  subject: 'pole',
  path: '/poles/:poleId/posts',
  roles: ['carrier', 'instructor'],
  party: 'project-owner',
  from: ['none'],
  to: ['none', 'vacant'],
  emits: ['post-opened'],
  gates: [],
  decide: ({ state, payload, date, rules }) =>
    underSettledAccount({ state, rules }, date) ??
    notBefore(date, state.initiative.declaredOn, "la déclaration de l'initiative") ?? [
      { type: 'post-opened', data: { post: Object.keys(state.posts).length + 1, share: payload.share } },
    ],
});

function line<Payload extends object>(
  act: Omit<Act<Payload, 'post'>, 'capability' | 'subject' | 'path' | 'roles' | 'party' | 'gates'> & {
    readonly noun: string;
  },
): Act<Payload, 'post'> {
  const { noun, ...rest } = act;
  return defineAct<Payload, 'post'>({
    ...rest,
    capability: 'recruitment',
    subject: 'post',
    path: `/poles/:poleId/posts/:post/${noun}`,
    roles: ['carrier', 'instructor'],
    party: 'project-owner',
    gates: [],
  });
}

const fillPost = line<PostShare>({
  noun: 'hirings',
  name: 'fill-post',
  label: 'Constater que le poste est pourvu',
  from: ['vacant'],
  to: ['filled'],
  emits: ['post-filled'],
  decide: doing => {
    const of = post(doing);
    const { share } = doing.payload;
    return (
      underSettledAccount(doing, doing.date) ??
      notBefore(doing.date, of.vacantSince, "l'ouverture du poste ou sa vacance") ?? [
        { type: 'post-filled', data: { post: of.number, round: of.round, share } },
      ]
    );
  },
});

const vacatePost = line<object>({
  noun: 'vacancies',
  name: 'vacate-post',
  label: 'Constater la vacance du poste',
  from: ['filled'],
  to: ['vacant'],
  emits: ['post-vacated'],
  decide: doing => {
    const of = post(doing);
    return (
      underSettledAccount(doing, doing.date) ??
      notBefore(doing.date, of.held.at(-1)?.from ?? null, "l'embauche") ?? [
        { type: 'post-vacated', data: { post: of.number, round: of.round } },
      ]
    );
  },
});

const endPost = line<object>({
  noun: 'ends',
  name: 'end-post',
  gravity: 'ending',
  label: 'Supprimer le poste',
  from: ['vacant', 'filled'],
  to: ['ended'],
  emits: ['post-ended'],
  decide: doing => {
    const of = post(doing);
    const last = of.vacantSince ?? of.held.at(-1)?.from ?? of.openedOn;
    return (
      underSettledAccount(doing, doing.date) ??
      notBefore(doing.date, last, 'le dernier fait du poste') ?? [{ type: 'post-ended', data: { post: of.number } }]
    );
  },
});

/** Refuses a payment while no post is held, where the règlement says so. */
export const postFilled = (situation: GateContext) => {
  if (situation.rules.reglement.vacancy.mode !== 'hold') return undefined;
  if (Object.values(situation.state.posts).some(position => position.status === 'filled')) return undefined;
  return refuse('post-vacant', 'Aucun poste de chargé·e de mission n’est pourvu.', {
    source: `${situation.rules.reglement.label} : vacance de poste`,
    liftedBy: Object.keys(situation.state.posts).length === 0 ? 'open-post' : 'fill-post',
  });
};

export const recruitmentActs = [openPost, fillPost, vacatePost, endPost] as const;
