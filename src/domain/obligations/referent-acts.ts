import { defineAct, type Holders } from '../dossier/act.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ReferentSlice } from './referent-slice.js';

export interface Referents {
  /** The account of the instructor in charge. */
  readonly referent: string;
  /** The account of who is written to beside them. */
  readonly second?: string;
  /** The account of the manager in charge. */
  readonly manager?: string;
}

/** Refuses who does not hold the role that they are named for. */
function strangerAmong({ referent, second, manager }: Referents, holders: Holders): Refusal | undefined {
  const isOutside = (account: string | undefined, role: 'instructor' | 'manager') =>
    account !== undefined && !(holders[role] ?? []).includes(account);
  const instructors = Object.entries({ referent, second });
  const outsider = instructors.find(([, account]) => isOutside(account, 'instructor'));
  if (outsider)
    return refuse('not-an-instructor', 'Ce compte n’instruit pas de dossiers pour la Région.', {
      pointer: `/${outsider[0]}`,
    });
  if (!isOutside(manager, 'manager')) return undefined;
  return refuse('not-a-manager', 'Ce compte n’est pas celui d’un·e chef·fe de service de la Région.', {
    pointer: '/manager',
  });
}

const areSame = (a: ReferentSlice, b: ReferentSlice) =>
  a.referent === b.referent && a.second === b.second && a.manager === b.manager;

/** Names who is in charge of a pôle: they are told what is told to their role; the others of it follow the pôle each week. */
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
  readsHolders: ['instructor', 'manager'],
  afterEnd: 'until-closed',
  decide: ({ payload, state, holders }) => {
    const { referent, second = null, manager = null } = payload;
    const stranger = strangerAmong(payload, holders);
    if (stranger) return stranger;
    if (second === referent)
      return refuse('referent-twice', 'Le second est une autre personne que le référent.', { pointer: '/second' });
    const named = { referent, second, manager };
    if (areSame(state.referent, named))
      return refuse('already-done', 'Ce pôle est déjà confié à ces personnes.', { pointer: '/referent' });
    return [{ type: 'referent-assigned', data: named }];
  },
});

export const referentActs = [assignReferent] as const;
