import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export type StudyStatus =
  'undecided' | 'skipped' | 'commissioned' | 'refused' | 'delivered' | 'to-complete' | 'validated';

/** What the Région makes of a study that was delivered. */
export type StudyReviewOutcome = 'validated' | 'to-complete';

export type StudyEvents = {
  'study-skipped': { attempt: number };
  'study-commissioned': { attempt: number; award: string; bearer: string };
  'study-refused': { attempt: number; award: string };
  'study-delivered': { attempt: number; round: number; reportHash: string };
  'study-validated': { attempt: number; round: number };
  'study-sent-back': { attempt: number; round: number };
};

export const studyEventTypes: EventTypesOf<StudyEvents> = {
  'study-skipped': { version: 1, label: 'Étude de préfiguration non retenue' },
  'study-commissioned': { version: 1, label: 'Étude de préfiguration demandée' },
  'study-refused': { version: 1, label: 'Étude de préfiguration refusée' },
  'study-delivered': { version: 1, label: 'Étude rendue' },
  'study-validated': { version: 1, label: 'Étude validée par la Région' },
  'study-sent-back': { version: 1, label: 'Étude renvoyée pour complément' },
};

export interface StudySlice {
  readonly status: StudyStatus;
  readonly attempt: number;
  readonly award: string | null;
  /** SIRET of the bearer of the study, usually another legal person than the carrier. */
  readonly bearer: string | null;
  readonly round: number;
  readonly commissionedOn: CivilDate | null;
  readonly skippedOn: CivilDate | null;
  readonly deliveredOn: CivilDate | null;
  readonly sentBackOn: CivilDate | null;
  readonly validatedOn: CivilDate | null;
}

export const initialStudy: StudySlice = {
  status: 'undecided',
  attempt: 0,
  award: null,
  bearer: null,
  round: 1,
  commissionedOn: null,
  skippedOn: null,
  deliveredOn: null,
  sentBackOn: null,
  validatedOn: null,
};

export function evolveStudy(slice: StudySlice, event: RecordedIn<StudyEvents>): StudySlice {
  switch (event.type) {
    case 'study-skipped':
      return { ...slice, status: 'skipped', attempt: event.data.attempt, skippedOn: event.date };
    case 'study-commissioned':
      return {
        ...slice,
        ...event.data,
        status: 'commissioned',
        round: 1,
        commissionedOn: event.date,
        sentBackOn: null,
      };
    case 'study-refused':
      return { ...slice, status: 'refused' };
    case 'study-delivered':
      return { ...slice, status: 'delivered', round: event.data.round, deliveredOn: event.date };
    case 'study-validated':
      return { ...slice, status: 'validated', validatedOn: event.date };
    case 'study-sent-back':
      return { ...slice, status: 'to-complete', round: event.data.round + 1, sentBackOn: event.date };
  }
}
