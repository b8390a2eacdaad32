import { purposeNamed, type PurposeName } from './private-purposes.js';
import { sightOf, type Actor } from './roles.js';
import { eventsSeen } from './seen-events.js';
import type { DossierState, RecordedEvent } from './state.js';
import { viewOf } from './view.js';
import { notRetracted } from './retracted.js';

/** How much of what is told beside the journal someone reads: the whole, all but the last figures, that it is told. */
export type Extent = 'whole' | 'shortened' | 'hidden';

/** Reads of one dossier what is told beside its journal, as some people may. */
export interface PrivateReading {
  /** Whether they read the fact itself. */
  sees(event: RecordedEvent): boolean;
  /** How much of what a fact tells for a purpose they read; undefined when it is not for them. */
  extentOf(event: RecordedEvent, purpose: PurposeName): Extent | undefined;
  /** The actor, among them, who reads it whole when they ask for it; undefined when none may. */
  readerOf(event: RecordedEvent, purpose: PurposeName): Actor | undefined;
}

/**
 * What people read of what is told beside the journal: each as one of their roles, of the facts that this role sees in
 * the dossier, for the purposes that are its own. A former carrier or a co-funder reads what was told in what is theirs.
 */
export function privateReading(
  state: DossierState,
  history: readonly RecordedEvent[],
  actors: readonly Actor[],
): PrivateReading {
  const readers = actors.flatMap(actor => {
    const view = viewOf(state, [actor]);
    return view === undefined ? [] : [{ actor, seen: new Set(eventsSeen(view, history).map(({ id }) => id)) }];
  });
  const of = (event: RecordedEvent) => readers.flatMap(({ actor, seen }) => (seen.has(event.id) ? [actor] : []));
  const readerOf: PrivateReading['readerOf'] = (event, purpose) =>
    of(event).find(actor => isFor(purpose, actor) && isOwner(purpose, actor, { event, state, history }));
  return {
    readerOf,
    sees: event => of(event).length > 0,
    extentOf: (event, purpose) => {
      if (readerOf(event, purpose)) return purposeNamed(purpose).shortened ? 'shortened' : 'whole';
      return of(event).some(looksOnly) ? 'hidden' : undefined;
    },
  };
}

/** Whether what is told for a purpose may be read in a role, on some dossier. */
export const isFor = (purpose: PurposeName, { role }: Pick<Actor, 'role'>): boolean =>
  role !== 'engine' && purposeNamed(purpose).isFor(role);

/** Who looks at everything and has a part in nothing is shown that something is told. */
const looksOnly = ({ role }: Actor) => role !== 'engine' && sightOf(role) === 'all' && !isFor('reason', { role });

interface Telling {
  readonly event: RecordedEvent;
  readonly state: DossierState;
  readonly history: readonly RecordedEvent[];
}

function isOwner(purpose: PurposeName, { role, bodies }: Actor, telling: Telling): boolean {
  if (purposeNamed(purpose).ownerOnly === undefined || sightOf(role) !== 'own-bodies') return true;
  const owner = carrierThen(telling);
  return owner !== undefined && bodies.includes(owner);
}

/** The body that carried an award when a fact bore on it: the one from which it was taken over next, or the one of today. */
function carrierThen({ event, state, history }: Telling): string | undefined {
  const award = 'award' in event.data ? event.data.award : undefined;
  if (award === undefined) return undefined;
  const [next] = notRetracted(history).flatMap(later =>
    later.type === 'carrier-transferred' && later.data.award === award && later.sequence > event.sequence
      ? [later.data.from]
      : [],
  );
  return next ?? state.awards[award]?.applicant;
}
