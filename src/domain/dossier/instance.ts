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
  /** Which time it happens under the other parts: the first is not written. */
  readonly again: number;
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

const valueOf = (name: PartName, word = name === 'again' ? '1' : undefined) => (WORDS.has(name) ? word : Number(word));

/** The key of these parts; of none, for what happens once: its instance is `1`. */
export function instanceKey<Names extends PartName>(...parts: readonly Names[]): InstanceKey<Names> {
  const names = PART_ORDER.filter((name): name is Names & (typeof PART_ORDER)[number] =>
    (parts as readonly PartName[]).includes(name),
  );
  const isWritten = (name: PartName, value: unknown) => name !== 'again' || value !== 1;
  const of = (values: Parts<Names>) => {
    const written = names.map(name => [name, values[name]] as const).filter(([name, value]) => isWritten(name, value));
    return names.length === 0 ? '1' : written.map(([, value]) => value).join('/');
  };
  return {
    names,
    of,
    read: instance => {
      const words = instance.split('/');
      const read = names.map((name, at) => [name, valueOf(name, words[at])]);
      const values = Object.fromEntries(read) as Parts<Names>;
      if (of(values) !== instance) throw new Error(`« ${instance} » ne dit pas ${names.join('/') || '1'}.`);
      return values;
    },
  };
}
