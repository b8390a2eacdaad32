import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Act, GateContext } from './act.js';
import { bodiesOf } from './parties.js';
import { sightOf, type Actor } from './roles.js';
import type { Subject } from './subject.js';

/** A body or a pays in whose name an act is done: a SIRET, or the code of a pays. */
export type Represented = string;

type Situation = Pick<GateContext, 'state' | 'actor'> & { readonly subject: Subject };

/** What a person may say of the dossier that their act opens. */
interface Declaring {
  readonly paysCodes?: readonly string[];
  readonly groupSiret?: string;
}

/**
 * In whose name someone may do an act: their own bodies that hold the act's part in the dossier, or their own pays that
 * are those of the dossier. None for who acts for the Région, for the CRESS, or for the calendar.
 */
export function representable(act: Act<never>, { state, subject, actor }: Situation): readonly Represented[] {
  switch (sightOf(actor.role)) {
    case 'own-pays':
      return actor.pays.filter(code => state.initiative.paysCodes.includes(code));
    case 'own-bodies': {
      const parties = bodiesOf(state, act.party ?? 'project-owner', subject);
      return actor.bodies.filter(body => parties.includes(body));
    }
    case 'all':
    case 'settings':
      return [];
  }
}

/** The same for the act that opens a dossier, which names its parties itself; any of one's bodies when it names no group. */
function declarable({ bodies, pays, role }: Actor, { paysCodes = [], groupSiret }: Declaring): readonly Represented[] {
  const sight = sightOf(role);
  if (sight === 'own-pays') return pays.filter(code => paysCodes.includes(code));
  if (sight !== 'own-bodies') return [];
  return bodies.filter(body => groupSiret === undefined || body === groupSiret.replace(/\s/g, ''));
}

/** Whether someone's role is held for bodies or for pays: what they do is done in the name of one. */
export const representsSomeone = ({ role }: Pick<Actor, 'role'>): boolean =>
  ['own-bodies', 'own-pays'].includes(sightOf(role));

/**
 * In whose name an act is done: the one that is possible, or the one of those possible that the person says. Refuses a
 * name that they do not hold or that has no part in the dossier, and to choose in their place between several. Null for
 * a role that represents nobody.
 */
export function representedIn(
  act: Act<never>,
  situation: Situation,
  { payload, asked }: { readonly payload: Declaring; readonly asked: Represented | undefined },
): { readonly onBehalfOf: Represented | null } | Refusal {
  const { actor } = situation;
  if (!representsSomeone(actor)) return asked === undefined ? { onBehalfOf: null } : REPRESENTS_NOBODY;
  if (asked !== undefined && ![...actor.bodies, ...actor.pays].includes(asked)) return NOT_THEIRS;
  const isOpening = act.name === 'declare-initiative';
  const possible = isOpening ? declarable(actor, payload) : representable(act, situation);
  if (asked !== undefined) return possible.includes(asked) ? { onBehalfOf: asked } : notOfTheDossier(possible);
  const [only, ...others] = possible;
  if (only === undefined) return NOT_FOR_THAT_GROUP;
  return others.length === 0 ? { onBehalfOf: only } : unclear(possible);
}

const POINTER = '/onBehalfOf';

const REPRESENTS_NOBODY = refuse(
  'represents-nobody',
  'Vous n’agissez ici au nom d’aucun organisme ni d’aucun pays : ce champ ne vous concerne pas.',
  { pointer: POINTER },
);
const NOT_THEIRS = refuse('out-of-perimeter', 'Vous n’agissez pas au nom de cet organisme ou de ce pays.', {
  pointer: POINTER,
});
const NOT_FOR_THAT_GROUP = refuse('out-of-perimeter', 'Vous n’agissez pas au nom de l’organisme nommé ici.', {
  pointer: '/groupSiret',
});

/** No more are named than one can choose between by reading. */
const NAMED_AT_MOST = 20;

const named = (possible: readonly Represented[]) =>
  `${possible.slice(0, NAMED_AT_MOST).join(', ')}${possible.length > NAMED_AT_MOST ? '…' : ''}`;

const notOfTheDossier = (possible: readonly Represented[]) =>
  refuse(
    'represented-body-unknown',
    `Cet organisme ou ce pays n’a pas cette place dans le dossier. Vous pouvez agir au nom de : ${named(possible)}.`,
    { pointer: POINTER },
  );

const unclear = (possible: readonly Represented[]) =>
  refuse('represented-body-unclear', `Au nom de qui agissez-vous ? Dites-le dans ce champ : ${named(possible)}.`, {
    pointer: POINTER,
  });
