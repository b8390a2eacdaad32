import type { ComponentChildren } from 'preact';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import { Day } from '../kit/words.js';
import { Tag } from '../kit/tags.js';
import type { Offer } from './offers.js';
import { Rows } from '../kit/lists.js';
import type { StateWords } from './state-words.js';

interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** A fact that is told only once it is known. */
export const fact = (label: string, value: ComponentChildren | null): readonly Fact[] =>
  value === null || value === undefined ? [] : [{ label, value }];

/** The same, of a day. */
export const dayFact = (label: string, date: CivilDate | null): readonly Fact[] =>
  date === null ? [] : [{ label, value: <Day date={date} /> }];

export const StateTag = ({ of: { word, tag } }: { readonly of: StateWords }) => <Tag state={tag}>{word}</Tag>;

/** The open acts that bear on something, as links. */
export function ActsOn({ offers }: { readonly offers: readonly Offer[] }) {
  const open = offers.filter(offer => offer.open);
  if (open.length === 0) return null;
  return (
    <Rows>
      {open.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </Rows>
  );
}
