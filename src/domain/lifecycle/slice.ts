import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export type LifecycleStatus = 'alive' | 'withdrawn' | 'refused';

export type LifecycleEvents = {
  'project-withdrawn': Record<string, never>;
  'withdrawal-acknowledged': Record<string, never>;
  'project-refused': { award: string };
  'block-overridden': { gate: string; act: string; subject: string };
  'fact-retracted': { event: string; type: string };
};

export const lifecycleEventTypes: EventTypesOf<LifecycleEvents> = {
  'project-withdrawn': { version: 1, label: 'Projet retiré par son porteur' },
  'withdrawal-acknowledged': { version: 1, label: 'Retrait pris en compte par la Région' },
  'project-refused': { version: 1, label: 'Projet refusé par la Région' },
  'block-overridden': { version: 1, label: 'Blocage levé sur décision motivée' },
  'fact-retracted': { version: 1, label: 'Fait annulé par rectification' },
};

export interface Override {
  readonly gate: string;
  readonly act: string;
  readonly subject: string;
}

export interface LifecycleSlice {
  readonly status: LifecycleStatus;
  readonly endedOn: CivilDate | null;
  readonly withdrawalAcknowledgedOn: CivilDate | null;
  readonly overrides: readonly Override[];
}

export const initialLifecycle: LifecycleSlice = {
  status: 'alive',
  endedOn: null,
  withdrawalAcknowledgedOn: null,
  overrides: [],
};

export function evolveLifecycle(slice: LifecycleSlice, event: RecordedIn<LifecycleEvents>): LifecycleSlice {
  switch (event.type) {
    case 'project-withdrawn':
      return { ...slice, status: 'withdrawn', endedOn: event.date };
    case 'withdrawal-acknowledged':
      return { ...slice, withdrawalAcknowledgedOn: event.date };
    case 'project-refused':
      return { ...slice, status: 'refused', endedOn: event.date };
    case 'block-overridden':
      return { ...slice, overrides: [...slice.overrides, event.data] };
    case 'fact-retracted':
      return slice;
  }
}
