import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export type LegitimationStatus = 'open' | 'accompanied' | 'legitimate' | 'not-yet';
export type LegitimationConclusion = 'legitimate' | 'not-yet';

export type LegitimationEvents = {
  'cress-meeting-held': { meeting: number; participants: number };
  'legitimation-note-written': {
    round: number;
    selfOrganised: boolean;
    beyondAssociations: boolean;
    conclusion: LegitimationConclusion;
    carrier: string;
  };
  'successor-examined': { award: string; round: number; carrier: string; conclusion: LegitimationConclusion };
};

export const legitimationEventTypes: EventTypesOf<LegitimationEvents> = {
  'cress-meeting-held': { version: 1, label: 'Rencontre avec la CRESS' },
  'legitimation-note-written': { version: 1, label: 'Note de légitimation de la CRESS' },
  'successor-examined': { version: 1, label: 'Note de la CRESS sur la nouvelle structure porteuse' },
};

/** The last note of the CRESS on the body that an amendment brings. */
export interface SuccessorNoted {
  readonly round: number;
  readonly conclusion: LegitimationConclusion;
  readonly on: CivilDate;
}

export interface LegitimationSlice {
  readonly status: LegitimationStatus;
  readonly meetings: number;
  readonly firstMeetingOn: CivilDate | null;
  readonly round: number;
  readonly noteOn: CivilDate | null;
  /** SIRET of the carrier that the note recognises as legitimate. */
  readonly carrier: string | null;
  /** What the CRESS noted of the bodies that amendments bring, by amendment. */
  readonly successors: Readonly<Record<string, SuccessorNoted>>;
}

export const initialLegitimation: LegitimationSlice = {
  status: 'open',
  meetings: 0,
  firstMeetingOn: null,
  round: 1,
  noteOn: null,
  carrier: null,
  successors: {},
};

export function evolveLegitimation(slice: LegitimationSlice, event: RecordedIn<LegitimationEvents>): LegitimationSlice {
  switch (event.type) {
    case 'cress-meeting-held':
      return {
        ...slice,
        status: slice.status === 'open' ? 'accompanied' : slice.status,
        meetings: event.data.meeting,
        firstMeetingOn: slice.firstMeetingOn ?? event.date,
      };
    case 'successor-examined': {
      const { award, round, conclusion } = event.data;
      return { ...slice, successors: { ...slice.successors, [award]: { round, conclusion, on: event.date } } };
    }
    case 'legitimation-note-written':
      return event.data.conclusion === 'legitimate'
        ? { ...slice, status: 'legitimate', noteOn: event.date, carrier: event.data.carrier }
        : { ...slice, status: 'not-yet', noteOn: event.date, round: event.data.round + 1 };
  }
}
