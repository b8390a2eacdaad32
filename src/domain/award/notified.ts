import type { CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ActContext } from '../dossier/act.js';
import { notBefore } from '../dossier/gates.js';
import { award } from '../dossier/parties.js';
import type { DossierState, NewEvent } from '../dossier/state.js';
import { builtUpon, together, without } from '../lifecycle/built-upon.js';
import type { NotifiedDecision } from './events.js';
import { broughtInForce } from './in-force.js';
import { NOTIFIED, notifiedFrom, received, type Notification } from './notification.js';
import type { Availability } from './slice.js';

interface Notifying {
  readonly decision: NotifiedDecision;
  /** What it must come after. */
  readonly after: CivilDate | null;
  readonly what: string;
  readonly extra?: Partial<Refusal>;
}

type Doing = ActContext<Notification, 'award'>;

/**
 * The notification of a decision, dated of its receipt, and what it brings into force; or that it was made available,
 * while nobody read it and its term runs. One that is found to be earlier than it was deemed to be takes the place of
 * what the calendar noted. Refuses what comes before the decision, and an amendment that can no longer take effect.
 */
export function notified(doing: Doing, { decision, after, what, extra }: Notifying): readonly NewEvent[] | Refusal {
  const known = award(doing).available[decision];
  const reading = received(doing, known);
  if ('code' in reading) return reading;
  const receipt = 'receipt' in reading ? reading.receipt : reading;
  const pointer = receipt.data.availableOn === null ? '/date' : '/availableOn';
  const early = notBefore(notifiedFrom(receipt), after, what, { ...extra, pointer });
  if (early) return early;
  const taken = takenBack(doing, { decision, known, on: receipt.on });
  if ('code' in taken) return taken;
  const { id } = award(doing);
  const { state } = taken;
  const of = state.awards[id];
  if (!of) throw new Error(`Attribution inconnue : ${id}`);
  const { on, data } = receipt;
  const brought = broughtInForce(of, { state, rules: doing.rules, decision, on });
  if ('code' in brought) return brought;
  if ('receipt' in reading) {
    const { availableOn, agreedOn } = reading;
    return [{ type: 'decision-made-available', data: { award: id, decision, agreedOn }, date: availableOn }];
  }
  const facts: readonly NewEvent[] = [{ type: NOTIFIED[decision], data: { award: id, ...data } }, ...brought];
  return [...taken.events, ...facts.map(event => ({ ...event, date: on }))];
}

interface Superseding {
  readonly decision: NotifiedDecision;
  readonly known: Availability | undefined;
  readonly on: CivilDate;
}

/** What an earlier notification takes back of the one that was deemed made, and the dossier without it. */
function takenBack(
  doing: Doing,
  { decision, known, on }: Superseding,
): { readonly events: readonly NewEvent[]; readonly state: DossierState } | Refusal {
  const { history, state } = doing;
  const target = history.find(({ id }) => id === known?.deemed);
  if (!target) return { events: [], state };
  if (on >= target.date) return refuse('already-done', 'La notification est déjà constatée.');
  const refusal = builtUpon(doing, target);
  if (refusal) return { ...refusal, pointer: '/consultedOn' };
  const undone = together(history, target);
  const { id: of } = award(doing);
  const events = undone.map(({ id }): NewEvent => ({
    type: 'deemed-notification-superseded',
    data: { award: of, decision },
    retracts: id,
  }));
  return { events, state: without(doing, undone) };
}
