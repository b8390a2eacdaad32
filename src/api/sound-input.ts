import { problem, ProblemException, type Fault } from './problem.js';

/** What the deepest and the widest body that the house describes needs, several times over. */
const DEEPEST = 12;
const MOST_VALUES = 10_000;

interface Place {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

/** A step of a JSON pointer (RFC 6901), shortened: what it names may be as long as a body. */
export function pointerStep(name: string): string {
  const short = name.length > 100 ? `${name.slice(0, 100)}…` : name;
  return `/${short.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * Looks at what came before anything else does, without recursion. Refuses, with its pointer, the first value that is
 * too deep, or one too many, a text that is none (half a pair of surrogates, U+0000), and a name that every object has
 * of itself: `__proto__` or `constructor` is a field of nobody.
 */
export function requireSound(input: object): void {
  const places: Place[] = [{ value: input, pointer: '', depth: 0 }];
  let count = 0;
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    count += 1;
    const fault = count > MOST_VALUES ? fieldFault(place, 'La demande compte trop de valeurs.') : faultOf(place);
    if (fault) throw new ProblemException(unfit([fault]));
    for (const held of within(place)) places.push(held);
  }
}

/** Says which fields are to be corrected. */
export function unfit(errors: readonly Fault[]) {
  const detail = errors.map(fault => `${fault.pointer} : ${fault.detail}`).join(' ');
  return problem('invalid-body', 422, 'Des champs sont à corriger', detail, { errors });
}

function within({ value, pointer, depth }: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .map(([name, held]) => ({ value: held as unknown, pointer: pointer + pointerStep(name), depth: depth + 1 }))
    .reverse();
}

function faultOf(place: Place): Fault | undefined {
  const { value, depth } = place;
  if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\u0000')))
    return fieldFault(place, "Ce texte contient un caractère qui n'existe pas.");
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEEPEST) return fieldFault(place, 'Ce champ est trop profond.');
  const name = Object.keys(value).find(key => key in Object.prototype);
  if (name === undefined) return undefined;
  return { code: 'unknown-field', detail: 'Ce champ est inconnu.', pointer: place.pointer + pointerStep(name) };
}

const fieldFault = ({ pointer }: Place, detail: string): Fault => ({ code: 'invalid-field', detail, pointer });
