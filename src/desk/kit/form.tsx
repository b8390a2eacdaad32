import type { ComponentChildren } from 'preact';
import { inPlace } from './in-place.js';

interface FilterProps {
  readonly action: string;
  /** What it narrows: « Filtrer les pôles ». */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Narrows the list below it: the address is the view, which can be kept and shared. */
export function Filter({ action, label, children }: FilterProps) {
  return (
    <search aria-label={label}>
      <form class="moj-filter" method="get" action={action} {...inPlace(action)}>
        {children}
        <button class="govuk-button govuk-button--secondary" id="filtrer" type="submit">
          Filtrer
        </button>
      </form>
    </search>
  );
}

interface ChipsProps {
  /** What is filtered, each with the address of the list without it. */
  readonly filters: readonly { readonly label: string; readonly without: string }[];
}

/** The filters at work, each taken off by a link. */
export function Chips({ filters }: ChipsProps) {
  return (
    <ul class="j-chips">
      {filters.map(({ label, without }) => (
        <li key={without}>
          <a href={without}>
            <span class="govuk-visually-hidden">Retirer le filtre : </span>
            {label} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

interface DraftKeptProps {
  readonly id?: string | undefined;
  /** Nothing until a draft is kept: it is where that is then said. */
  readonly children?: ComponentChildren;
}

/** When a draft was last kept, and until when: said where it was written, and first on the page that follows. */
export function DraftKept({ id, children }: DraftKeptProps) {
  return (
    <p class="j-draft" id={id} role="status" tabIndex={children ? -1 : undefined}>
      {children && <span>{children}</span>}
    </p>
  );
}
