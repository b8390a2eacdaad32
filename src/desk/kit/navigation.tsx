import type { ComponentChildren } from 'preact';
import { inPlace } from './in-place.js';

interface Place {
  readonly label: ComponentChildren;
  /** What it is a place of, for who hears of another of the same name: « de ce pôle ». */
  readonly of?: string | undefined;
  readonly href: string;
  readonly current?: boolean | undefined;
  /** What it is found again by once it has replaced the list in which it stands; none for one that leads elsewhere. */
  readonly id?: string | undefined;
}

interface PlacesProps {
  /** What the places are: « Vues », « Durée ». */
  readonly label: string;
  readonly places: readonly Place[];
}

function Places({ places }: { readonly places: readonly Place[] }) {
  return (
    <ul>
      {places.map(({ label, of, href, current = false, id }) => (
        <li key={href}>
          <a href={href} id={id} {...(id && inPlace(href))} aria-current={current ? 'page' : undefined}>
            {label}
            {of !== undefined && <span class="govuk-visually-hidden"> {of}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The views of a list, each with its count. Not steps. */
export function SubNavigation({ label, places }: PlacesProps) {
  return (
    <nav class="moj-sub-navigation" aria-label={label}>
      <Places places={places} />
    </nav>
  );
}

/** The same, where each view replaces the list in which they stand. */
export function ViewsInPlace({ label, places }: PlacesProps) {
  return (
    <nav class="moj-sub-navigation" aria-label={label}>
      <Places places={places.map((place, rank) => ({ ...place, id: `vue-${rank + 1}` }))} />
    </nav>
  );
}

/** The rooms of a dossier, folded on a phone. */
export function Rooms({ label, places }: PlacesProps) {
  return (
    <details class="j-rooms">
      <summary>{label}</summary>
      <nav aria-label={label}>
        <Places places={places} />
      </nav>
    </details>
  );
}

/** Where one comes from, when the breadcrumbs would say less. */
export function BackLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <a class="govuk-back-link" href={href}>
      <span aria-hidden="true">‹ </span>
      {children}
    </a>
  );
}

interface PaginationProps {
  /** What is divided in pages, for who hears of two of them: « Les pôles ». */
  readonly label: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** The page before and the page after; nothing when there is only one. */
export function Pagination({ label, page, pages, hrefOf }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav class="govuk-pagination" aria-label={`Pages : ${label}`}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          <span aria-hidden="true">‹ </span>Page précédente
        </a>
      )}
      <span>
        Page {page} sur {pages}
      </span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          Page suivante<span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}
