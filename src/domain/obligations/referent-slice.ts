import type { EventTypesOf, RecordedIn } from '../dossier/event.js';
import type { ActingRole, Role } from '../dossier/roles.js';

export type ReferentEvents = {
  'referent-assigned': { referent: string; second: string | null; manager: string | null };
};

/** Before, no manager was in charge of a pôle. */
function withoutManager(data: object): object {
  return { ...data, manager: null };
}

export const referentEventTypes: EventTypesOf<ReferentEvents> = {
  'referent-assigned': { version: 2, label: 'Référent·e désigné·e', upcast: { 1: withoutManager } },
};

/** The accounts of the instructor in charge of a pôle, of the second and of their manager; null while nobody was named. */
export interface ReferentSlice {
  readonly referent: string | null;
  readonly second: string | null;
  readonly manager: string | null;
}

export const initialReferent: ReferentSlice = { referent: null, second: null, manager: null };

export function evolveReferent(_slice: ReferentSlice, { data }: RecordedIn<ReferentEvents>): ReferentSlice {
  return { referent: data.referent, second: data.second, manager: data.manager };
}

/** The roles of which some may be in charge of a pôle. */
const IN_CHARGE = {
  instructor: ({ referent, second }) => [referent, second],
  manager: ({ manager }) => [manager],
} as const satisfies { readonly [Name in Role]?: (slice: ReferentSlice) => readonly (string | null)[] };

const ofRole = ({ referent }: { readonly referent: ReferentSlice }, role: ActingRole) =>
  role in IN_CHARGE ? IN_CHARGE[role as keyof typeof IN_CHARGE](referent) : [];

/** Whether somebody was named, of a role, to be in charge of a pôle. */
export const hasInCharge = (state: { readonly referent: ReferentSlice }, role: ActingRole): boolean =>
  ofRole(state, role).some(account => account !== null);

/** Whether an account is in charge of a pôle in a role: as its referent or their second; as their manager. */
export const isInCharge = (
  state: { readonly referent: ReferentSlice },
  role: ActingRole,
  account: string | null,
): boolean => account !== null && ofRole(state, role).includes(account);
