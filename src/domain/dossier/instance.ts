import type { CivilDate } from '../kernel/civil-date.js';
import type { ObservationMatter } from '../reglement/measures.js';
import type { ReportKind } from '../reglement/reglement.js';

/** What tells one instance of an expectation from another. */
interface PartTypes {
  /** An award, or the convention that a grant carries out. */
  readonly award: string;
  readonly post: number;
  readonly year: number;
  /** Of an instalment within its year. */
  readonly number: number;
  readonly report: ReportKind;
  readonly matter: ObservationMatter;
  /** Among those of a convention: amendments, renewals, co-funders. */
  readonly rank: number;
  readonly cycle: number;
  readonly demand: number;
  readonly meeting: number;
  readonly attempt: number;
  readonly round: number;
  readonly payment: number;
  readonly on: CivilDate;
  /** Which time, from the second on, of what first happens under the other parts alone. */
  readonly again?: number;
}

export type PartName = keyof PartTypes;
export type Parts<Names extends PartName> = Pick<PartTypes, Names>;

/** The order in which an instance says its parts: the journal and the frozen histories hold it, it never changes. */
export const PART_ORDER = [
  ...(['award', 'post', 'year', 'number', 'report', 'matter', 'rank', 'cycle', 'demand', 'meeting'] as const),
  ...(['attempt', 'round', 'payment', 'on', 'again'] as const),
] as const satisfies readonly PartName[];

const WORDS: ReadonlySet<PartName> = new Set(['award', 'report', 'matter', 'on']);

/** How the instances of one kind are told apart, written as text and read back. */
export interface InstanceKey<Names extends PartName> {
  readonly names: readonly Names[];
  of(parts: Parts<Names>): string;
  /** Refuses a text that has not these parts. */
  read(instance: string): Parts<Names>;
}

/** What tells an instance from the first of its kind: nothing of the first one, its rank of the others. */
export const nthTime = (rank: number): Pick<PartTypes, 'again'> => (rank > 1 ? { again: rank } : {});

/** The key of these parts; of none, for what happens once: its instance is `1`. */
export function instanceKey<Names extends PartName>(...parts: readonly Names[]): InstanceKey<Names> {
  const names = PART_ORDER.filter((name): name is Names & (typeof PART_ORDER)[number] =>
    (parts as readonly PartName[]).includes(name),
  );
  const asked = names.filter(name => name !== 'again');
  const of = (values: Parts<Names>) => {
    const isFirst = (values as Partial<PartTypes>).again === undefined;
    return names.length === 0 ? '1' : (isFirst ? asked : names).map(name => values[name]).join('/');
  };
  return {
    names,
    of,
    read: instance => {
      const words = instance.split('/');
      const present = words.length < names.length ? asked : names;
      const read = present.map((name, at) => [name, WORDS.has(name) ? words[at] : Number(words[at])]);
      const values = Object.fromEntries(read) as Parts<Names>;
      if (of(values) !== instance) throw new Error(`« ${instance} » ne dit pas ${names.join('/') || '1'}.`);
      return values;
    },
  };
}
