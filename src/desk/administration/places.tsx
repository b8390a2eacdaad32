import type { ComponentChildren } from 'preact';
import { rolesThat, type ActingRole } from '../../domain/dossier/roles.js';
import { RIGHTS_KEEPERS } from '../../settings/rights.js';
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
  { label: 'Règlements', href: `${ADMINISTRATION}/reglements`, toKeepers: true },
  { label: 'Documents de référence', href: `${ADMINISTRATION}/documents-de-reference`, toKeepers: true },
  { label: 'Échelles de relance', href: `${ADMINISTRATION}/echelles`, toKeepers: true },
  { label: 'Modèles de courrier', href: `${ADMINISTRATION}/modeles`, toKeepers: true },
] as const;

/** What the house follows is read by all who keep it, whoever sets the rest. */
export const READS_RULES = { to: 'roles', roles: rolesThat('keeper') } as const;

/** The places that some roles may open. */
function placesOf(roles: readonly ActingRole[]) {
  return roles.some(role => (RIGHTS_KEEPERS as readonly ActingRole[]).includes(role))
    ? PLACES
    : PLACES.filter(place => 'toKeepers' in place);
}

/** Of what is administered. */
export type Place = (typeof PLACES)[number]['label'];

export const placeOf = (place: Place) => PLACES.find(({ label }) => label === place) ?? PLACES[0];

interface Parts {
  readonly lead: string;
  /** Those of the reader. */
  readonly roles?: readonly ActingRole[];
  readonly acts?: ComponentChildren;
  /** What was just done. */
  readonly done?: string | undefined;
  readonly children: ComponentChildren;
}

/** One of the pages of the administration. */
export function administrationPage(place: Place, { lead, roles = RIGHTS_KEEPERS, acts, done, children }: Parts): Page {
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
          places={placesOf(roles).map(entry => ({
            label: entry.label,
            href: entry.href,
            current: entry.href === href,
          }))}
        />
        {children}
      </>
    ),
  };
}
