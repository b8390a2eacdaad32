import type { ComponentChildren } from 'preact';
import type { Cents } from '../../domain/kernel/cents.js';
import { euros, Under, Unseen } from './words.js';

export interface Work {
  /** The act with its object: « Accepter les indicateurs de l’exercice 2 ». */
  readonly act: string;
  readonly href: string;
  /** The pôle, its carrier, what it frees. */
  readonly about: ComponentChildren;
  readonly amount?: Cents | undefined;
  readonly day: ComponentChildren;
  /** The tag of its state; none when it is neither late nor for today. */
  readonly state?: ComponentChildren;
}

interface WorkListProps {
  /** What it lists and in which order, its head being seen by nobody. */
  readonly caption: string;
  readonly works: readonly Work[];
}

const HEADS = ['À faire', 'Montant', 'Au plus tard', 'État'];

/** What one person must do, in the same columns from one section to the next. Not for comparing dossiers. */
export function WorkList({ caption, works }: WorkListProps) {
  return (
    <table class="govuk-table j-table--list j-worklist j-cards j-compact">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {HEADS.map(head => (
            <th key={head} scope="col">
              <Unseen>{head}</Unseen>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {works.map(work => (
          <Line key={work.href} work={work} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ work: { act, href, about, amount, day, state } }: { readonly work: Work }) {
  return (
    <tr>
      <td>
        <a href={href}>{act}</a>
        <Under>{about}</Under>
      </td>
      <td class={amount === undefined ? 'j-num j-none' : 'j-num j-nl'}>{amount !== undefined && euros(amount)}</td>
      <td class={amount === undefined ? 'j-nl' : undefined}>{day}</td>
      <td class={state === undefined ? 'j-none' : undefined}>{state}</td>
    </tr>
  );
}
