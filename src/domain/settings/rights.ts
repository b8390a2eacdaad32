import { sightOf } from '../dossier/roles.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Right } from './events.js';

/** What a decision on rights looks at: who asks, the rights that are held, the pays that Jalon knows, the day. */
export interface RightsContext {
  readonly by: string;
  readonly held: readonly Right[];
  readonly pays: readonly string[];
  readonly today: CivilDate;
}

/**
 * Why a right cannot be given: to oneself, without the perimeter that its role asks for or with one that it has not, on a
 * pays that Jalon does not know, for days that are past, or because it is held already.
 */
export function refusedRight(asked: Omit<Right, 'id'>, { by, held, pays, today }: RightsContext): readonly Refusal[] {
  const unknown = asked.pays.filter(code => !pays.includes(code));
  return [
    ...(asked.account === by ? [OWN] : []),
    ...wrongPerimeter(asked),
    ...(unknown.length > 0 ? [refuse('unknown-pays', `Pays inconnus : ${unknown.join(', ')}.`, at('/pays'))] : []),
    ...(asked.from < today ? [PAST] : []),
    ...(held.some(right => covers(right, asked)) ? [HELD] : []),
  ];
}

/** Why a right cannot be ended: it is one's own, or that of the last person who administers. */
export function refusedEnding(right: Right, { by, held, today }: RightsContext): readonly Refusal[] {
  const others = held.filter(
    ({ role, account, from }) => role === 'admin' && account !== right.account && from <= today,
  );
  return [
    ...(right.account === by ? [OWN] : []),
    ...(right.role === 'admin' && others.length === 0 ? [LAST_ADMIN] : []),
  ];
}

const at = (pointer: string): Partial<Refusal> => ({ pointer });

const OWN = refuse(
  'own-right',
  'Nul ne se donne ni ne se retire un droit à soi-même : une autre personne qui administre le fait.',
);
const PAST = refuse('right-in-the-past', 'Un droit ne commence pas avant aujourd’hui.', at('/from'));
const HELD = refuse('right-held', 'Ce compte a déjà ce droit.');
const LAST_ADMIN = refuse(
  'last-admin',
  'C’est la dernière personne qui administre : donnez d’abord ce rôle à une autre.',
);

/** A role that sees its bodies or its pays names some of them; another names none, for it would change nothing. */
function wrongPerimeter({ role, bodies, pays }: Omit<Right, 'id'>): readonly Refusal[] {
  const sight = sightOf(role);
  const wanted = { '/bodies': sight === 'own-bodies', '/pays': sight === 'own-pays' };
  const given = { '/bodies': bodies.length > 0, '/pays': pays.length > 0 };
  return (['/bodies', '/pays'] as const).flatMap(pointer => {
    if (wanted[pointer] === given[pointer]) return [];
    const what = pointer === '/bodies' ? 'organismes (SIRET)' : 'pays';
    return wanted[pointer]
      ? [refuse('perimeter-missing', `Ce rôle se tient pour des ${what} : lesquels ?`, { pointer })]
      : [refuse('perimeter-useless', `Ce rôle ne se tient pas pour des ${what}.`, { pointer })];
  });
}

function covers(right: Right, asked: Omit<Right, 'id'>): boolean {
  const { account, role, from, bodies, pays } = right;
  const wider = asked.bodies.every(body => bodies.includes(body)) && asked.pays.every(code => pays.includes(code));
  return account === asked.account && role === asked.role && from <= asked.from && wider;
}
