import { byTerm, type Due } from '../dossier/expectation.js';
import type { DossierState } from '../dossier/state.js';
import type { Rules } from '../reglement/reglement.js';

/** The term of the opinion: from the designation of the council, or from the revised project. */
export function councilOpinionDue(state: DossierState, rules: Rules): Due | null {
  return byTerm(rules, 'council-opinion', state.opinion.revisedOn ?? state.initiative.councilDesignatedOn);
}
