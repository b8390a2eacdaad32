interface Counted {
  readonly count: number;
  /** What is counted, in the number of the count: « en retard ». */
  readonly label: string;
  /** The list that it counts, whose rows it equals. */
  readonly href: string;
  readonly late?: boolean | undefined;
}

/** The counts at the top of a work page. Not for totals of money. */
export function Strip({ counts }: { readonly counts: readonly Counted[] }) {
  return (
    <ul class="j-strip">
      {counts.map(({ count, label, href, late = false }) => (
        <li key={label}>
          <a href={href} class={late && count > 0 ? 'j-late' : undefined}>
            <b>{count}</b> {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
