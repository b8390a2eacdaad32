export const ROLES = {
  instructor: 'Instructeur·rice de la Région',
  manager: 'Chef·fe de service',
  finance: 'Gestionnaire financier de la Région',
  adviser: 'Conseiller·ère méthodologique CRESS',
  council: 'Conseil de développement du pays',
  carrier: 'Structure porteuse',
  cofunder: 'Cofinanceur',
  auditor: 'Lecture seule',
  admin: 'Administrateur',
} as const;

export type Role = keyof typeof ROLES;
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

/** The French name of who acts or owes. */
export function roleLabel(role: ActingRole): string {
  return role === 'engine' ? 'Calendrier' : ROLES[role];
}
