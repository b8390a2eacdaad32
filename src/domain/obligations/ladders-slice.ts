import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export type LaddersEvents = {
  'ladders-applied': { ladders: string };
};

export const laddersEventTypes: EventTypesOf<LaddersEvents> = {
  'ladders-applied': { version: 1, label: 'Échelles de relance changées' },
};

/** The set of ladders that a dossier follows since it was applied to it; null for those of its règlement. */
export interface LaddersSlice {
  readonly applied: string | null;
}

export const initialLadders: LaddersSlice = { applied: null };

export function evolveLadders(_slice: LaddersSlice, { data }: RecordedIn<LaddersEvents>): LaddersSlice {
  return { applied: data.ladders };
}
