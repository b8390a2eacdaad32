import type { PART_ORDER, PartName, Parts } from '../../src/domain/dossier/instance.js';

/** The order in which an instance says its parts: that of the domain, of which workflows may know the type alone. */
const ORDER: typeof PART_ORDER = [
  ...(['award', 'post', 'year', 'number', 'report', 'matter', 'rank', 'cycle', 'demand', 'meeting'] as const),
  ...(['attempt', 'round', 'payment', 'on', 'again'] as const),
];

/** The text of an instance; `1` for what happens once. What happens again says which time, but for the first. */
export function instanceOf(parts: object | undefined): string {
  if (parts === undefined) return '1';
  const values = parts as Readonly<Record<string, string | number>>;
  return ORDER.filter(name => name in values && (name !== 'again' || values[name] !== 1))
    .map(name => String(values[name]))
    .join('/');
}

const WORDS: ReadonlySet<PartName> = new Set(['award', 'report', 'matter', 'on']);

const valueOf = (name: PartName, word = name === 'again' ? '1' : undefined) => (WORDS.has(name) ? word : Number(word));

/** The parts that the text of an instance says, by their names in the order of an instance. */
export function partsIn<Names extends PartName>(instance: string, ...names: readonly Names[]): Parts<Names> {
  const words = instance.split('/');
  const read = names.map((name, at) => [name, valueOf(name, words[at])]);
  return Object.fromEntries(read) as Parts<Names>;
}
