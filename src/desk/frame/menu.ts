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
  { label: 'Administration', href: '/administration', roles: ['admin'] },
];

/** Those that stand at the foot of every page, being opened less often. */
const AT_FOOT: readonly Entry[] = [
  { label: 'À traiter', href: '/taches', roles: rolesThat('keeper') },
  { label: 'Courriers', href: '/courriers', roles: rolesThat('keeper') },
  { label: 'Règles', href: '/administration/reglements', roles: rolesThat('keeper').filter(role => role !== 'admin') },
  { label: 'Santé', href: '/sante', roles: ['admin'] },
  { label: 'Aide', href: '/aide' },
];

const theirs = (entries: readonly Entry[], held: readonly ActingRole[]): readonly MenuEntry[] => {
  const isTheirs = ({ roles }: Entry) => roles === undefined || roles.some(role => held.includes(role));
  return entries.filter(isTheirs).map(({ label, href }) => ({ label, href }));
};

/** The menu of someone who holds some roles. */
export const menuFor = (held: readonly ActingRole[]): readonly MenuEntry[] => theirs(ENTRIES, held);

/** What stands at the foot of their pages. */
export const footFor = (held: readonly ActingRole[]): readonly MenuEntry[] => theirs(AT_FOOT, held);
