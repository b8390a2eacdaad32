import { obligationLabel } from '../domain/dossier/naming.js';
import type { StoryStanding } from '../domain/dossier/news.js';
import { roleLabel } from '../domain/dossier/roles.js';
import { STAGES, stageOf } from '../domain/dossier/stage.js';
import type { DossierState } from '../domain/dossier/state.js';
import { formatFrench } from '../domain/kernel/civil-date.js';
import { openObligations } from '../domain/obligations/slice.js';
import { budgetYear } from './projections.js';

/** What the operator is shown of a dossier that rings at an instant. */
export function standingOf(state: DossierState, nextDue: string | null): StoryStanding {
  const lines = openObligations(state).map(obligation => {
    const by = obligation.due === null ? 'sans échéance' : `avant le ${formatFrench(obligation.due)} inclus`;
    return `- ${obligationLabel(obligation, state)} : ${roleLabel(obligation.debtor.role)}, ${by}`;
  });
  const stage = stageOf(state);
  const details = [`Étape : ${STAGES[stage]}`, ...lines].join('\n');
  return { stage, nextDue, budgetYear: budgetYear(state), details };
}
