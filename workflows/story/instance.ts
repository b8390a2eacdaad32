import type { PART_ORDER } from '../../src/domain/dossier/instance.js';

/** The order in which an instance says its parts: that of the domain, of which workflows may know the type alone. */
const ORDER: typeof PART_ORDER = [
  ...(['award', 'post', 'year', 'number', 'report', 'matter', 'rank', 'cycle', 'demand', 'meeting'] as const),
  ...(['attempt', 'round', 'payment', 'on'] as const),
];

/** The text of an instance; `1` for what happens once. */
export function instanceOf(parts: object | undefined): string {
  if (parts === undefined) return '1';
  const values = parts as Readonly<Record<string, string | number>>;
  return ORDER.filter(name => name in values)
    .map(name => String(values[name]))
    .join('/');
}
