import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export const INITIATOR_KINDS = ['ess-actors', 'local-authority', 'pays'] as const;
export type InitiatorKind = (typeof INITIATOR_KINDS)[number];

export type InitiativeStatus = 'none' | 'declared';

// Types, not interfaces: an event's data must fit the journal's index signature.
export type InitiativeEvents = {
  'initiative-declared': { paysCodes: readonly string[]; initiator: InitiatorKind; group: string | null };
  'local-group-formed': { structures: number };
  'council-designated': { body: string | null };
  'pole-labelled': { reference: string };
};

export const initiativeEventTypes: EventTypesOf<InitiativeEvents> = {
  'initiative-declared': { version: 1, label: 'Initiative déclarée' },
  'local-group-formed': { version: 1, label: 'Groupe local constitué' },
  'council-designated': { version: 1, label: 'Conseil de développement désigné' },
  'pole-labelled': { version: 1, label: 'Pôle labellisé par la Région' },
};

export interface InitiativeSlice {
  readonly status: InitiativeStatus;
  readonly paysCodes: readonly string[];
  readonly initiator: InitiatorKind | null;
  readonly declaredOn: CivilDate | null;
  /** SIRET of the initiating group when it is already a legal person. */
  readonly group: string | null;
  readonly groupFormedOn: CivilDate | null;
  readonly councilDesignatedOn: CivilDate | null;
  /** When the Région labelled the pôle, and by which decision; null as long as nobody recorded it. */
  readonly labelled: { readonly on: CivilDate; readonly reference: string } | null;
}

export const initialInitiative: InitiativeSlice = {
  status: 'none',
  paysCodes: [],
  initiator: null,
  declaredOn: null,
  group: null,
  groupFormedOn: null,
  councilDesignatedOn: null,
  labelled: null,
};

export function evolveInitiative(slice: InitiativeSlice, event: RecordedIn<InitiativeEvents>): InitiativeSlice {
  switch (event.type) {
    case 'initiative-declared':
      return {
        ...slice,
        status: 'declared',
        paysCodes: event.data.paysCodes,
        initiator: event.data.initiator,
        group: event.data.group,
        declaredOn: event.date,
      };
    case 'local-group-formed':
      return { ...slice, groupFormedOn: event.date };
    case 'council-designated':
      return { ...slice, councilDesignatedOn: event.date };
    case 'pole-labelled':
      return { ...slice, labelled: { on: event.date, reference: event.data.reference } };
  }
}

/** The day from which a pôle is prepared: its group formed and its council named. Null before both are there. */
export function preparedSince({ groupFormedOn, councilDesignatedOn }: InitiativeSlice): CivilDate | null {
  return groupFormedOn && councilDesignatedOn && latestOf(groupFormedOn, councilDesignatedOn);
}
