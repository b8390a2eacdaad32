import type { ComponentChildren } from 'preact';

/** Lines that are read one after the other. */
export function Rows({ children }: { readonly children: readonly ComponentChildren[] }) {
  return (
    <ul class="j-rowlist">
      {children.map((row, rank) => (
        <li key={rank}>{row}</li>
      ))}
    </ul>
  );
}

interface Fact {
  readonly label: ComponentChildren;
  readonly value: ComponentChildren;
}

interface SummaryProps {
  readonly facts: readonly Fact[];
  /** Each label above its value: for a narrow column. */
  readonly stacked?: boolean | undefined;
}

/** The facts of one object. Not a list of objects. */
export function Summary({ facts, stacked = false }: SummaryProps) {
  return (
    <dl class={stacked ? 'govuk-summary-list j-stacked' : 'govuk-summary-list'}>
      {facts.map(({ label, value }, rank) => (
        <div key={rank}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A list with nothing in it: what comes next, or how to widen the search. Never a bare « Aucun résultat ». */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <div class="j-empty">{children}</div>;
}

interface Owed {
  readonly title: string;
  readonly tag: ComponentChildren;
  /** Why it matters, in euros and days. */
  readonly children: ComponentChildren;
  readonly acts: ComponentChildren;
}

/** What a carrier must do, in the order in which to do it. */
export function ToDo({ things }: { readonly things: readonly Owed[] }) {
  return (
    <ol class="j-todo">
      {things.map(({ title, tag, children, acts }) => (
        <li key={title}>
          <div>
            <h3>{title}</h3>
            {children}
          </div>
          {tag}
          <p class="j-acts">{acts}</p>
        </li>
      ))}
    </ol>
  );
}
