import type { ComponentChildren } from 'preact';

interface FoldProps {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The source of a rule, the figures of a chart: what nobody needs in order to act. */
export function Details({ summary, children }: FoldProps) {
  return (
    <details class="govuk-details">
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}

interface LaterProps extends FoldProps {
  /** How many lines it hides. */
  readonly count: number;
}

/** The later lines of a list, under a title as large as that of a section. */
export function Fold({ summary, count, children }: LaterProps) {
  return (
    <details class="j-fold">
      <summary>
        {summary} <span class="j-quiet">{count}</span>
      </summary>
      {children}
    </details>
  );
}
