import { byTerm, each } from '../dossier/expectation.js';
import { bodiesOf } from '../dossier/parties.js';
import { preparedSince } from '../initiative/slice.js';
import type { OpinionOutcome } from './slice.js';

/** How a round ended: by an opinion, or without one. */
export interface OpinionFact {
  readonly outcome: OpinionOutcome | 'passed-over' | 'waived';
}

export const councilOpinionExpectations = {
  'council-opinion': each('round').owed<OpinionFact>({
    capability: 'council-opinion',
    label: 'Avis du Conseil de développement',
    debtor: () => ({ role: 'council' }),
    due: ({ state, rules }) =>
      byTerm(rules, 'council-opinion', state.opinion.revisedOn ?? preparedSince(state.initiative)),
    whenDue: 'escalate',
    acts: ['give-opinion', 'pass-over-opinion', 'waive-opinion'],
    metBy: {
      'opinion-given': ({ data }) => ({ parts: data, fact: { outcome: data.outcome } }),
      'opinion-passed-over': ({ data }) => ({ parts: data, fact: { outcome: 'passed-over' } }),
      'opinion-waived': ({ data }) => ({ parts: data, fact: { outcome: 'waived' } }),
    },
  }),
  'revised-project': each('round').owed<{ readonly waived: boolean }>({
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
      'revised-project-filed': ({ data }) => ({ parts: data, fact: { waived: false } }),
      'opinion-waived': ({ data }) => ({ parts: data, fact: { waived: true } }),
    },
  }),
};
