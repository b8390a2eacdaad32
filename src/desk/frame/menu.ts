import { ADVISING_ROLES } from '../../domain/dossier/advice.js';
import { rolesThat, type ActingRole } from '../../domain/dossier/roles.js';
import type { MenuEntry } from './page.js';

interface Entry extends MenuEntry {
  /** For whom it is; for all when undefined. */
  readonly roles?: readonly ActingRole[];
}

/** The pages of the menu, in their order: those that are built, and no other. */
const ENTRIES: readonly Entry[] = [
  { label: 'Mon bureau', href: '/' },
  { label: 'Avis et notes', href: '/avis', roles: ADVISING_ROLES },
  { label: 'Les pôles', href: '/poles' },
  { label: 'Versements', href: '/versements' },
  { label: 'Comptes rendus', href: '/comptes-rendus' },
  { label: 'Prévision', href: '/prevision' },
  { label: 'Campagne', href: '/campagnes', roles: rolesThat('reads-campaigns') },
  { label: 'Demandes à trancher', href: '/demandes', roles: ['instructor', 'manager'] },
];

/** The menu of someone who holds some roles. */
export function menuFor(held: readonly ActingRole[]): readonly MenuEntry[] {
  const isTheirs = ({ roles }: Entry) => roles === undefined || roles.some(role => held.includes(role));
  return ENTRIES.filter(isTheirs).map(({ label, href }) => ({ label, href }));
}
