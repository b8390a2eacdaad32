import { awardEventTypes, type AwardEvents } from '../award/events.js';
import { evolveAwards } from '../award/evolve.js';
import { initialAwards, type AwardsSlice } from '../award/slice.js';
import {
  cofundingEventTypes,
  evolveContributions,
  initialContributions,
  type CofundingEvents,
  type ContributionsSlice,
} from '../cofunding/slice.js';
import {
  councilOpinionEventTypes,
  evolveCouncilOpinion,
  initialCouncilOpinion,
  type CouncilOpinionEvents,
  type CouncilOpinionSlice,
} from '../council-opinion/slice.js';
import {
  documentEventTypes,
  evolveDocuments,
  initialDocuments,
  type DocumentEvents,
  type DocumentsSlice,
} from '../documents/slice.js';
import {
  evolveInstalments,
  fundedYearEventTypes,
  initialInstalments,
  type FundedYearEvents,
  type InstalmentsSlice,
} from '../funded-year/slice.js';
import {
  evolveInitiative,
  initialInitiative,
  initiativeEventTypes,
  type InitiativeEvents,
  type InitiativeSlice,
} from '../initiative/slice.js';
import {
  evolveYears,
  initialYears,
  yearEventTypes,
  type YearEvents,
  type YearsSlice,
} from '../funded-year/years-slice.js';
import {
  evolveLegitimation,
  initialLegitimation,
  legitimationEventTypes,
  type LegitimationEvents,
  type LegitimationSlice,
} from '../legitimation/slice.js';
import { evolveLifecycle } from '../lifecycle/evolve.js';
import {
  initialLifecycle,
  lifecycleEventTypes,
  type LifecycleEvents,
  type LifecycleSlice,
} from '../lifecycle/slice.js';
import {
  evolveObligations,
  initialObligations,
  obligationEventTypes,
  type ObligationEvents,
  type ObligationsSlice,
} from '../obligations/slice.js';
import {
  evolveLadders,
  initialLadders,
  laddersEventTypes,
  type LaddersEvents,
  type LaddersSlice,
} from '../obligations/ladders-slice.js';
import {
  evolveReferent,
  initialReferent,
  referentEventTypes,
  type ReferentEvents,
  type ReferentSlice,
} from '../obligations/referent-slice.js';
import {
  evolveStudy,
  initialStudy,
  studyEventTypes,
  type StudyEvents,
  type StudySlice,
} from '../prefiguration-study/slice.js';
import {
  evolvePosts,
  initialPosts,
  recruitmentEventTypes,
  type PostsSlice,
  type RecruitmentEvents,
} from '../recruitment/slice.js';
import type { EventType, NewIn, RecordedIn } from './event.js';
import { notRetracted } from './retracted.js';

export type DossierEvents = InitiativeEvents &
  StudyEvents &
  CouncilOpinionEvents &
  LegitimationEvents &
  AwardEvents &
  FundedYearEvents &
  YearEvents &
  RecruitmentEvents &
  CofundingEvents &
  LifecycleEvents &
  ObligationEvents &
  LaddersEvents &
  ReferentEvents &
  DocumentEvents;

export type EventName = keyof DossierEvents & string;
export type NewEvent = NewIn<DossierEvents>;
export type RecordedEvent = RecordedIn<DossierEvents>;

/** The fold of a dossier's events: one slice per capability, which only that capability's `evolve` writes. */
export interface DossierState {
  readonly id: string;
  readonly initiative: InitiativeSlice;
  readonly study: StudySlice;
  readonly opinion: CouncilOpinionSlice;
  readonly legitimation: LegitimationSlice;
  readonly awards: AwardsSlice;
  readonly instalments: InstalmentsSlice;
  readonly years: YearsSlice;
  readonly posts: PostsSlice;
  readonly contributions: ContributionsSlice;
  readonly lifecycle: LifecycleSlice;
  readonly obligations: ObligationsSlice;
  readonly ladders: LaddersSlice;
  readonly referent: ReferentSlice;
  readonly documents: DocumentsSlice;
}

export function initialState(id: string): DossierState {
  return {
    id,
    initiative: initialInitiative,
    study: initialStudy,
    opinion: initialCouncilOpinion,
    legitimation: initialLegitimation,
    awards: initialAwards,
    instalments: initialInstalments,
    years: initialYears,
    posts: initialPosts,
    contributions: initialContributions,
    lifecycle: initialLifecycle,
    obligations: initialObligations,
    ladders: initialLadders,
    referent: initialReferent,
    documents: initialDocuments,
  };
}

const SLICES = {
  initiative: { types: initiativeEventTypes, evolve: evolveInitiative },
  study: { types: studyEventTypes, evolve: evolveStudy },
  opinion: { types: councilOpinionEventTypes, evolve: evolveCouncilOpinion },
  legitimation: { types: legitimationEventTypes, evolve: evolveLegitimation },
  awards: { types: awardEventTypes, evolve: evolveAwards },
  instalments: { types: fundedYearEventTypes, evolve: evolveInstalments },
  years: { types: yearEventTypes, evolve: evolveYears },
  posts: { types: recruitmentEventTypes, evolve: evolvePosts },
  contributions: { types: cofundingEventTypes, evolve: evolveContributions },
  lifecycle: { types: lifecycleEventTypes, evolve: evolveLifecycle },
  obligations: { types: obligationEventTypes, evolve: evolveObligations },
  ladders: { types: laddersEventTypes, evolve: evolveLadders },
  referent: { types: referentEventTypes, evolve: evolveReferent },
  documents: { types: documentEventTypes, evolve: evolveDocuments },
} as const;

type SliceName = keyof typeof SLICES;

/** Every event type that the journal may hold, with its label and schema version. */
export const EVENT_TYPES = Object.assign({}, ...Object.values(SLICES).map(slice => slice.types)) as Record<
  EventName,
  EventType
>;

const SLICE_OF = new Map<string, SliceName>(
  Object.entries(SLICES).flatMap(([slice, { types }]) =>
    Object.keys(types).map(type => [type, slice as SliceName] as const),
  ),
);

/** The slice, hence the capability, that an event type belongs to. Throws for a type that the house does not know. */
export function sliceOf(type: string): SliceName {
  const slice = SLICE_OF.get(type);
  if (!slice) throw new Error(`Type d'événement inconnu : ${type}`);
  return slice;
}

/** The state after one more event. Total on every event that the journal may hold. */
export function evolve(state: DossierState, event: RecordedEvent): DossierState {
  const name = sliceOf(event.type);
  // The slice's own types guarantee that this evolve takes this event: sliceOf found both under one name.
  const evolveSlice = SLICES[name].evolve as (slice: unknown, event: RecordedEvent) => unknown;
  return { ...state, [name]: evolveSlice(state[name], event) };
}

/** The state of a dossier: the fold of what has not been retracted. */
export function fold(id: string, events: readonly RecordedEvent[]): DossierState {
  return notRetracted(events).reduce(evolve, initialState(id));
}
