import type { Party } from '../dossier/roles.js';
import type { DossierState } from '../dossier/state.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Obligation } from '../obligations/slice.js';
import type { DepartureReason } from './departure.js';
import { delegateOn, recipientsOf, type Absence, type Directory, type Recipient } from './recipients.js';

/** A notice that is in no mail yet, for someone who is away. */
export interface AbsentReader {
  readonly contact: string;
  readonly absence: Absence;
  /** Whether their delegate is told of the same by a notice of their own. */
  readonly isDelegateTold: boolean;
}

/** Who receives what was planned for someone who went away since, and for whom; with a reason, why nobody does. */
export interface Diversion {
  readonly contact: string;
  readonly onBehalfOf: string | null;
  readonly reason: 'away' | null;
}

/**
 * What was planned for someone who is away by now goes to their delegate, for them; unless the delegate is told of the
 * same already. Undefined when nobody receives in their place: it stays theirs.
 */
export function diversionOf(
  { contact, absence, isDelegateTold }: AbsentReader,
  today: CivilDate,
): Diversion | undefined {
  const delegate = delegateOn(absence, today);
  if (delegate === null) return undefined;
  if (isDelegateTold) return { contact, onBehalfOf: null, reason: 'away' };
  return { contact: delegate.id, onBehalfOf: contact, reason: null };
}

const REPLACED: readonly (DepartureReason | null)[] = ['contact-ended', 'debtor-changed'];

/** Whether a reader is no longer the one to be told, though someone else may be. */
export function isReplaced(reason: DepartureReason | null): boolean {
  return REPLACED.includes(reason);
}

/** What someone was told about, and whose it is. */
export type ToldOf = Pick<Obligation, 'kind' | 'debtor' | 'creditor'>;

/** The party as which a role was told of something. */
export function partyOfRole({ debtor, creditor }: ToldOf, role: Party['role']): Party {
  return [debtor, creditor].find(party => party?.role === role) ?? { role };
}

/** Those who hold today the role in which someone who left was told. */
export function successorsOf(
  directory: Directory,
  state: DossierState,
  owed: ToldOf,
  role: Party['role'],
  today: CivilDate,
): readonly Recipient[] {
  return recipientsOf(directory, state, [partyOfRole(owed, role)], owed, today);
}
