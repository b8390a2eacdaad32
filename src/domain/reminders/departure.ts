import type { ObligationState } from '../obligations/slice.js';
import type { CivilDate } from '../kernel/civil-date.js';

/** What is true of a notice that was planned, at the moment at which it would leave. */
export interface DepartureFacts {
  /** The due date of which it speaks. */
  readonly due: CivilDate | null;
  /** The event of which it tells; null when it speaks of something owed. */
  readonly event: { readonly retracted: boolean } | null;
  /** What it is about, as it stands; null when nothing of it is known any more. */
  readonly owed: {
    readonly state: ObligationState;
    readonly due: CivilDate | null;
    readonly debtorRole: string;
    readonly debtorBody: string | null;
  } | null;
  /** The stage of its dossier; null when no list shows it. */
  readonly stage: string | null;
  /** Who would read it. */
  readonly reader: { readonly from: CivilDate; readonly to: CivilDate | null; readonly reachable: boolean };
  /** Who holds the role as which it is read: the reader, or the absent person whom they replace. */
  readonly holder: { readonly role: string; readonly bodies: readonly string[]; readonly to: CivilDate | null };
}

/** Why a notice that was planned does not leave any more. */
export type DepartureReason =
  Exclude<ObligationState, 'open'> | ReaderReason | ('suspended' | 'date-moved' | 'debtor-changed' | 'retracted');

type ReaderReason = 'contact-ended' | 'unreachable';

/**
 * Why a notice does not leave any more, by what is true now; null when it may. An event is told whatever became since of
 * what it bears on, and while its dossier is suspended; not once it is retracted.
 */
export function whyNotLeave(facts: DepartureFacts, today: CivilDate): DepartureReason | null {
  if (facts.event) return facts.event.retracted ? 'retracted' : whyNotRead(facts, today);
  return whyNotOwed(facts) ?? whyNotRead(facts, today) ?? whyNotTheirs(facts);
}

function whyNotOwed({ due, owed, stage }: DepartureFacts): DepartureReason | null {
  if (!owed) return 'withdrawn';
  if (owed.state !== 'open') return owed.state;
  if (stage === 'suspended' || (owed.due === null && due !== null)) return 'suspended';
  return owed.due === due ? null : 'date-moved';
}

function whyNotRead({ reader, holder }: DepartureFacts, today: CivilDate): ReaderReason | null {
  if (reader.from > today || isOver(reader, today) || isOver(holder, today)) return 'contact-ended';
  return reader.reachable ? null : 'unreachable';
}

function whyNotTheirs({ owed, holder }: DepartureFacts): DepartureReason | null {
  return owed && isAnotherCarrier(owed, holder) ? 'debtor-changed' : null;
}

const isOver = ({ to }: { readonly to: CivilDate | null }, today: CivilDate) => to !== null && to < today;

/** A carrier is written to about what its own body owes: once another body does, the one before is not. */
function isAnotherCarrier(
  { debtorRole, debtorBody }: NonNullable<DepartureFacts['owed']>,
  { role, bodies }: DepartureFacts['holder'],
): boolean {
  const isCarriers = role === 'carrier' && debtorRole === 'carrier';
  return isCarriers && bodies.length > 0 && debtorBody !== null && !bodies.includes(debtorBody);
}
