import { defineAct } from '../dossier/act.js';
import { refuse } from '../kernel/refusal.js';

export interface Referents {
  /** The account of the instructor in charge. */
  readonly referent: string;
  /** The account of who is written to beside them. */
  readonly second?: string;
}

/** Names who is in charge of a pôle: they are told what is told to the instructors; the others follow it each week. */
const assignReferent = defineAct<Referents>({
  name: 'assign-referent',
  capability: 'obligations',
  label: 'Désigner l’instructeur·rice référent·e',
  subject: 'pole',
  machine: 'initiative',
  path: '/poles/:poleId/referents',
  roles: ['instructor', 'manager'],
  from: ['declared'],
  to: ['declared'],
  emits: ['referent-assigned'],
  gates: [],
  readsInstructors: true,
  afterEnd: 'until-closed',
  decide: ({ payload: { referent, second = null }, state, instructors }) => {
    const unknown = [referent, second].find(account => account !== null && !instructors.includes(account));
    if (unknown !== undefined)
      return refuse('not-an-instructor', 'Ce compte n’instruit pas de dossiers pour la Région.', {
        pointer: unknown === referent ? '/referent' : '/second',
      });
    if (second === referent)
      return refuse('referent-twice', 'Le second est une autre personne que le référent.', { pointer: '/second' });
    if (state.referent.referent === referent && state.referent.second === second)
      return refuse('already-done', 'Ce pôle a déjà ce référent et ce second.', { pointer: '/referent' });
    return [{ type: 'referent-assigned', data: { referent, second } }];
  },
});

export const referentActs = [assignReferent] as const;
