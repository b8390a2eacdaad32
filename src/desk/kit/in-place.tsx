import type { ComponentChildren } from 'preact';

const LIST = 'liste';
const SAID = 'liste-dit';

/** What each link and form of a list inherits; a colon has no place in the name of an attribute of TSX. */
const INHERITED = {
  'data-hx-target:inherited': `#${LIST}`,
  'data-hx-select:inherited': `#${LIST} > *`,
  'data-hx-select-oob:inherited': `#${SAID}:innerHTML`,
  'data-hx-push-url:inherited': 'true',
};

interface ListProps {
  /** How many it lists, said when that changes. */
  readonly said: string;
  /** Its views, its filter and its lines: all that its address decides. */
  readonly children: ComponentChildren;
}

/** A list whose views, filter, sorts and pages change it in place, and its address with it. */
export function ListInPlace({ said, children }: ListProps) {
  return (
    <>
      <p class="govuk-visually-hidden" id={SAID} role="status">
        {said}
      </p>
      <div id={LIST} tabIndex={-1} {...INHERITED}>
        {children}
      </div>
    </>
  );
}

/** A link or a form that changes the list in which it stands, where scripts run. */
export const inPlace = (href: string) => ({ 'data-hx-get': href });

/** The link to what follows a list: one is led back to its top. */
export function NextPage({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <p class="j-part">
      <a href={href} {...inPlace(href)} data-hx-swap="innerHTML show:top">
        {children}
      </a>
    </p>
  );
}
