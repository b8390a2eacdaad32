import type { ComponentChildren } from 'preact';
import type { Page } from '../frame/page.js';
import { PageTitle } from '../kit/layout.js';
import { SubNavigation } from '../kit/navigation.js';
import { Message } from '../kit/notes.js';

/** The address under which what is administered stands. */
export const ADMINISTRATION = '/administration';

const PLACES = [
  { label: 'Droits', href: `${ADMINISTRATION}/droits` },
  { label: 'Personnes', href: `${ADMINISTRATION}/personnes` },
  { label: 'Absences', href: `${ADMINISTRATION}/absences` },
  { label: 'Organismes', href: `${ADMINISTRATION}/organismes` },
] as const;

/** Of what is administered. */
export type Place = (typeof PLACES)[number]['label'];

export const placeOf = (place: Place) => PLACES.find(({ label }) => label === place) ?? PLACES[0];

interface Parts {
  readonly lead: string;
  readonly acts?: ComponentChildren;
  /** What was just done. */
  readonly done?: string | undefined;
  readonly children: ComponentChildren;
}

/** One of the pages of the administration. */
export function administrationPage(place: Place, { lead, acts, done, children }: Parts): Page {
  const { href } = placeOf(place);
  return {
    title: `${place} – Administration`,
    under: ADMINISTRATION,
    content: (
      <>
        {done !== undefined && <Message>{done}</Message>}
        <PageTitle title={place} lead={lead} acts={acts} />
        <SubNavigation
          label="Administration"
          places={PLACES.map(entry => ({ ...entry, current: entry.href === href }))}
        />
        {children}
      </>
    ),
  };
}
