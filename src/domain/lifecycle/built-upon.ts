import { refuse, type Refusal } from '../kernel/refusal.js';
import type { ActContext } from '../dossier/act.js';
import { EVENT_TYPES, fold, sliceOf, type DossierState, type RecordedEvent } from '../dossier/state.js';
import { notRetracted } from '../dossier/retracted.js';

/** What follows an end of the dossier rests on it. */
const ENDINGS = new Set(['pole-abandoned', 'convention-terminated', 'grant-abrogated', 'dossier-closed']);

/** What says nothing that a fact before it would hold up. */
const RESTS_ON_NOTHING = new Set([
  ...['fact-retracted', 'legality-term-ended', 'represented-body-rectified'],
  ...['convention-became-required', 'convention-no-longer-required'],
]);

/** An end tells what the facts before it leave to be done: it rests on all of them. */
function leavesSomething({ data }: RecordedEvent): boolean {
  if (!('cycles' in data)) return false;
  return [data.cycles, data.publications ?? [], data.formerCarriers ?? []].some(duties => duties.length > 0);
}

/** Events that were recorded together with one, it included, and still stand. */
export function together(history: readonly RecordedEvent[], target: RecordedEvent): readonly RecordedEvent[] {
  return standing(history).filter(event => event.factVersion === target.factVersion);
}

/** Facts that nothing has taken back. */
export function standing(history: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return notRetracted(history).filter(event => event.factVersion !== null);
}

/** The dossier without some facts of its history. Throws when what is left of it does not hold. */
export function without(
  { history, state }: Pick<ActContext<object>, 'history' | 'state'>,
  undone: readonly RecordedEvent[],
): DossierState {
  return fold(
    state.id,
    history.filter(event => !undone.includes(event)),
  );
}

const awardNamedBy = (event: RecordedEvent) => ('award' in event.data ? event.data.award : undefined);

const PREPARATION: readonly string[] = ['initiative', 'study', 'opinion', 'legitimation'];

/** What a settled account was reckoned on, beside what names its award: the posts and the suspensions while it ran. */
const RECKONED: readonly string[] = [
  ...['post-opened', 'post-filled', 'post-vacated', 'post-ended'],
  ...['dossier-suspended', 'dossier-resumed'],
];

function isReckonedIn(earlier: RecordedEvent, later: RecordedEvent, { awards }: DossierState): boolean {
  if (later.type !== 'convention-settled' || !RECKONED.includes(earlier.type)) return false;
  const period = awards[later.data.award]?.period;
  return period === undefined || earlier.date <= period.to;
}

/** The accounts of a year rest in the convention, and open what another award may pay of it. */
function opensPayment(earlier: RecordedEvent, later: RecordedEvent, { awards }: DossierState): boolean {
  if (sliceOf(earlier.type) !== 'years' || sliceOf(later.type) !== 'instalments') return false;
  const convention = awards[awardNamedBy(later) ?? '']?.parent ?? null;
  return convention !== null && convention === awardNamedBy(earlier);
}

/** A voted convention stands on its whole preparation: conditions are frozen at the grant (CE 5 juillet 2010 n° 308615). */
function isBuiltUpon(earlier: RecordedEvent, later: RecordedEvent, state: DossierState): boolean {
  if (later.type === 'instalments-planned' && PREPARATION.includes(sliceOf(earlier.type))) return true;
  if (ENDINGS.has(earlier.type) || leavesSomething(later)) return true;
  if (isReckonedIn(earlier, later, state) || opensPayment(earlier, later, state)) return true;
  const [earlierAward, other] = [awardNamedBy(earlier), awardNamedBy(later)];
  if (earlierAward !== undefined && other !== undefined) return earlierAward === other;
  return sliceOf(earlier.type) === sliceOf(later.type);
}

/** Refuses to take back a fact, with those recorded together with it, on which a later one that stands is built. */
export function builtUpon(
  { history, state }: Pick<ActContext<object>, 'history' | 'state'>,
  target: RecordedEvent,
): Refusal | undefined {
  const version = target.factVersion ?? 0;
  const later = standing(history).filter(
    event => (event.factVersion ?? 0) > version && !RESTS_ON_NOTHING.has(event.type),
  );
  const dependent = later.find(event => together(history, target).some(sibling => isBuiltUpon(sibling, event, state)));
  if (!dependent) return undefined;
  return refuse(
    'built-upon',
    `Ce fait ne peut être annulé : un fait postérieur s'appuie sur lui (${EVENT_TYPES[dependent.type].label}). Annulez d'abord celui-ci.`,
    { pointer: '/event' },
  );
}
