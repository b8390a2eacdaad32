import type { Party } from '../dossier/roles.js';
import type { DossierState } from '../dossier/state.js';
import { parisDate, type Instant } from '../kernel/paris.js';
import { ladderOf } from '../obligations/ladders.js';
import type { Obligation } from '../obligations/slice.js';
import type { Rules } from '../reglement/reglement.js';
import { caughtUp, type Leaving } from './catch-up.js';
import { successorsOf } from './reassignment.js';
import type { Directory, Recipient } from './recipients.js';

/** What was to be said of something still owed, and reached nobody: no one held the role, or an address did not receive. */
export interface Unheard {
  readonly notice: string;
  readonly obligation: string;
  readonly rung: string;
  readonly role: Party['role'];
  /** Who was to be told; null when nobody held the role. */
  readonly contact: string | null;
  readonly plannedFor: Instant;
  /** How many missed rungs it stood for already. */
  readonly merges: number;
  /** Who was told of the same thing since. */
  readonly toldSince: readonly string[];
}

/** What is said, late, to someone who can hear it by now. */
export interface ToldLate extends Leaving {
  /** The last of those that they did not hear. */
  readonly notice: string;
  readonly recipient: Recipient & { readonly contact: string };
  /** How many others it stands for. */
  readonly merges: number;
}

/**
 * What is told, once, of what reached nobody: to whoever can be reached by now, one message for each thing that is still
 * owed, which stands for all that they did not hear of it. It leaves with the rest of a morning.
 */
export function toldLate(
  unheard: readonly Unheard[],
  state: DossierState,
  rules: Rules,
  directory: Directory,
  now: Instant,
): readonly ToldLate[] {
  const missed = unheard.flatMap((item): readonly Missed[] => {
    const owed = state.obligations[item.obligation];
    if (owed?.state !== 'open') return [];
    return hearersOf(item, owed, state, directory, now).map(recipient => ({ item, owed, recipient }));
  });
  const isSame = (one: Missed, other: Missed) =>
    one.owed === other.owed && one.recipient.contact === other.recipient.contact;
  return missed.flatMap(last => {
    const { item, owed, recipient } = last;
    const others = missed.filter(other => other !== last && isSame(other, last));
    if (others.some(other => isAfter(other.item, item))) return [];
    const quiet = ladderOf(owed.kind, state, rules)?.rungs.find(({ id }) => id === item.rung)?.quiet ?? [];
    const merges = others.reduce((sum, other) => sum + 1 + other.item.merges, item.merges);
    return [{ notice: item.notice, recipient, merges, ...caughtUp(recipient.pace, quiet, now) }];
  });
}

interface Missed {
  readonly item: Unheard;
  readonly owed: Obligation;
  readonly recipient: ToldLate['recipient'];
}

/** Of two planned at the same time, one comes after the other all the same. */
const isAfter = (one: Unheard, other: Unheard) =>
  one.plannedFor === other.plannedFor ? one.notice > other.notice : one.plannedFor > other.plannedFor;

/** Who can hear it by now: the one whom it was for while they are there, else those who hold the role. */
function hearersOf(
  { role, contact, toldSince }: Unheard,
  owed: Obligation,
  state: DossierState,
  directory: Directory,
  now: Instant,
): readonly ToldLate['recipient'][] {
  const today = parisDate(now);
  const isThere = directory.people.some(
    ({ id, from, to }) => id === contact && from <= today && (to === null || today <= to),
  );
  return successorsOf(directory, state, owed, role, today).flatMap(recipient => {
    const hearer = recipient.contact;
    const isTheirs = !isThere || hearer === contact || recipient.onBehalfOf === contact;
    if (hearer === null || !recipient.isReachable || !isTheirs || toldSince.includes(hearer)) return [];
    return [{ ...recipient, contact: hearer }];
  });
}
