import type { CivilDate } from '../kernel/civil-date.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';

export type OpinionOutcome = 'favourable' | 'with-reserves' | 'unfavourable';

export type CouncilOpinionStatus =
  'awaited' | 'favourable' | 'with-reserves' | 'unfavourable' | 'passed-over' | 'waived';

export type CouncilOpinionEvents = {
  'opinion-given': { round: number; outcome: OpinionOutcome };
  'opinion-passed-over': { round: number };
  'opinion-waived': { round: number };
  'revised-project-filed': { round: number };
  'opinion-requested': { round: number };
};

export const councilOpinionEventTypes: EventTypesOf<CouncilOpinionEvents> = {
  'opinion-given': { version: 1, label: 'Avis du Conseil de développement rendu' },
  'opinion-passed-over': { version: 1, label: 'Avis en retard : il est passé outre' },
  'opinion-waived': { version: 1, label: 'Avis dispensé' },
  'revised-project-filed': { version: 1, label: 'Projet révisé déposé' },
  'opinion-requested': { version: 1, label: 'Nouvel avis demandé au Conseil de développement' },
};

export interface CouncilOpinionSlice {
  readonly status: CouncilOpinionStatus;
  readonly round: number;
  readonly outcomeOn: CivilDate | null;
  readonly revisedOn: CivilDate | null;
}

export const initialCouncilOpinion: CouncilOpinionSlice = {
  status: 'awaited',
  round: 1,
  outcomeOn: null,
  revisedOn: null,
};

export function evolveCouncilOpinion(
  slice: CouncilOpinionSlice,
  event: RecordedIn<CouncilOpinionEvents>,
): CouncilOpinionSlice {
  switch (event.type) {
    case 'opinion-given':
      return { ...slice, status: event.data.outcome, outcomeOn: event.date };
    case 'opinion-passed-over':
      return { ...slice, status: 'passed-over', outcomeOn: event.date };
    case 'opinion-waived':
      return { ...slice, status: 'waived', outcomeOn: event.date };
    case 'revised-project-filed':
      return { status: 'awaited', round: event.data.round + 1, outcomeOn: null, revisedOn: event.date };
    case 'opinion-requested':
      return { status: 'awaited', round: event.data.round, outcomeOn: null, revisedOn: event.date };
  }
}
