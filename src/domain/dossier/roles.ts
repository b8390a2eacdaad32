/** What a role sees: every dossier, those of its bodies, those of its pays, or the settings alone and no dossier. */
export type Sight = 'all' | 'own-bodies' | 'own-pays' | 'settings';

/**
 * What a role may hold: it acts for the Région, owes what the table of expectations asks, is written to, keeps the
 * contacts and what becomes of mails, reads what reminders do, reads the sheets of a campaign, reads who read what is
 * shown shortened.
 */
export type Standing =
  'region' | 'owes' | 'written-to' | 'keeper' | 'reads-reminders' | 'reads-campaigns' | 'reads-accesses';

interface RoleLine {
  readonly label: string;
  /** To whom a duty falls, in a sentence: « à la structure porteuse ». */
  readonly to: string;
  readonly sees: Sight;
  readonly holds: readonly Standing[];
}

const WORKS: readonly Standing[] = ['owes', 'written-to'];

/** Who there is, what each sees and holds. Every list of roles comes from here; what each does is said by the acts. */
export const ROLES = {
  instructor: {
    label: 'Instructeur·rice de la Région',
    to: 'au service instructeur de la Région',
    sees: 'all',
    holds: [...WORKS, 'region', 'keeper', 'reads-reminders', 'reads-campaigns'],
  },
  manager: {
    label: 'Chef·fe de service',
    to: 'à la ou au chef·fe de service',
    sees: 'all',
    holds: [...WORKS, 'region', 'keeper', 'reads-reminders', 'reads-campaigns'],
  },
  finance: {
    label: 'Gestionnaire financier·ère de la Région',
    to: 'au service financier de la Région',
    sees: 'all',
    holds: [...WORKS, 'region', 'reads-campaigns'],
  },
  adviser: {
    label: 'Conseiller·ère méthodologique CRESS',
    to: 'à la CRESS',
    sees: 'all',
    holds: [...WORKS, 'reads-reminders'],
  },
  council: {
    label: 'Conseil de développement du pays',
    to: 'au Conseil de développement du pays',
    sees: 'own-pays',
    holds: WORKS,
  },
  carrier: { label: 'Structure porteuse', to: 'à la structure porteuse', sees: 'own-bodies', holds: WORKS },
  cofunder: { label: 'Cofinanceur', to: 'au cofinanceur', sees: 'own-bodies', holds: WORKS },
  auditor: {
    label: 'Lecture seule',
    to: 'à qui lit seulement',
    sees: 'all',
    holds: ['reads-reminders', 'reads-campaigns', 'reads-accesses'],
  },
  admin: {
    label: 'Administrateur·rice',
    to: 'à l’administration de Jalon',
    sees: 'settings',
    holds: ['keeper', 'reads-reminders', 'reads-accesses'],
  },
} as const satisfies Readonly<Record<string, RoleLine>>;

export type Role = keyof typeof ROLES;

const NAMES = Object.keys(ROLES) as Role[];

/** Whether Jalon knows a role by that name. */
export const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);

const standingsOf = (role: Role): readonly Standing[] => ROLES[role].holds;

/** The roles that hold something, in the order of the table. */
export const rolesThat = (standing: Standing): readonly Role[] =>
  NAMES.filter(role => standingsOf(role).includes(standing));

/** The roles that see dossiers in one way. */
export const rolesWhoseSight = (sight: Sight): readonly Role[] => NAMES.filter(role => ROLES[role].sees === sight);

/** The French names of some roles, in the order in which they are given. */
export const roleLabels = (roles: readonly Role[]): Readonly<Record<string, string>> =>
  Object.fromEntries(roles.map(role => [role, ROLES[role].label]));

/** Whether someone who acts, or owes, does so for the Région. */
export const isOfRegion = (role: ActingRole): boolean => role !== 'engine' && standingsOf(role).includes('region');

/** The roles that are written to about any dossier, whoever its parties. */
export const ROLES_OF_EVERY_DOSSIER: readonly Role[] = rolesThat('written-to').filter(
  role => ROLES[role].sees === 'all',
);

/** The roles that know each pôle by its name: those that see every dossier, and the settings that apply to them. */
export const NAMING_ROLES: readonly Role[] = NAMES.filter(role => ['all', 'settings'].includes(ROLES[role].sees));

/** What a role sees. The engine reads each dossier that it records. */
export const sightOf = (role: ActingRole): Sight => (role === 'engine' ? 'all' : ROLES[role].sees);

/** The engine itself records what falls due; no person ever holds this role. */
export type ActingRole = Role | 'engine';

/** Someone who acts, in one of the roles they hold: the perimeter of that role comes with it. */
export interface Actor {
  readonly account: string;
  readonly role: ActingRole;
  /** SIRET of the bodies for which this person may act in this role. */
  readonly bodies: readonly string[];
  /** Codes of the pays of a Conseil de développement. */
  readonly pays: readonly string[];
  /** The account of someone absent, whose role this is and who delegated it for these days. */
  readonly insteadOf?: string;
}

/** In whose hands an act is: whoever does it, and the absent person in whose place they do. */
export type Principal = Pick<Actor, 'account' | 'insteadOf'>;

/** Whether a same person stands behind two acts, in their own name or in that of someone whom they replace. */
export function samePerson(hands: Principal, other: Principal): boolean {
  const accounts = [other.account, other.insteadOf];
  return [hands.account, hands.insteadOf].some(account => account !== undefined && accounts.includes(account));
}

/** In whose hands a fact of the journal was. */
export function principalOf({
  actor: account,
  insteadOf,
}: {
  readonly actor: string;
  readonly insteadOf: string | null;
}): Principal {
  return insteadOf === null ? { account } : { account, insteadOf };
}

export const ENGINE: Actor = { account: 'jalon', role: 'engine', bodies: [], pays: [] };

/** Who owes something: a role in a body, never an address. The engine owes what the calendar brings. */
export interface Party {
  readonly role: ActingRole;
  readonly body?: string;
}

export const CALENDAR: Party = { role: 'engine' };

/** To whom a duty falls, in a sentence: « à la structure porteuse ». */
export function toRole(role: ActingRole): string {
  return role === 'engine' ? 'au calendrier' : ROLES[role].to;
}

/** The French name of who acts or owes. */
export function roleLabel(role: ActingRole): string {
  return role === 'engine' ? 'Calendrier' : ROLES[role].label;
}
