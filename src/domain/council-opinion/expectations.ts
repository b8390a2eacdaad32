import { byTerm, owed } from '../dossier/expectation.js';
import { bodiesOf } from '../dossier/parties.js';
import { preparedSince } from '../initiative/slice.js';
import type { OpinionOutcome } from './slice.js';

/** How a round ended: by an opinion, or without one. */
export interface OpinionFact {
  readonly outcome: OpinionOutcome | 'passed-over' | 'waived';
}

export const councilOpinionExpectations = {
  'council-opinion': owed<OpinionFact>({
    capability: 'council-opinion',
    label: 'Avis du Conseil de développement',
    debtor: () => ({ role: 'council' }),
    due: ({ state, rules }) =>
      byTerm(rules, 'council-opinion', state.opinion.revisedOn ?? preparedSince(state.initiative)),
    whenDue: 'escalate',
    acts: ['give-opinion', 'pass-over-opinion', 'waive-opinion'],
    metBy: {
      'opinion-given': ({ data }) => ({ instance: String(data.round), fact: { outcome: data.outcome } }),
      'opinion-passed-over': ({ data }) => ({ instance: String(data.round), fact: { outcome: 'passed-over' } }),
      'opinion-waived': ({ data }) => ({ instance: String(data.round), fact: { outcome: 'waived' } }),
    },
  }),
  'revised-project': owed<{ readonly waived: boolean }>({
    capability: 'council-opinion',
    label: 'Projet révisé après un avis défavorable',
    debtor: ({ state }) => {
      const body = bodiesOf(state, 'project-owner').at(-1);
      return { role: 'carrier', ...(body ? { body } : {}) };
    },
    due: ({ state, rules }) => byTerm(rules, 'revised-project', state.opinion.outcomeOn),
    whenDue: 'escalate',
    acts: ['file-revised-project', 'waive-opinion'],
    metBy: {
      'revised-project-filed': ({ data }) => ({ instance: String(data.round), fact: { waived: false } }),
      'opinion-waived': ({ data }) => ({ instance: String(data.round), fact: { waived: true } }),
    },
  }),
};
