import { byTerm, owed, possible } from '../dossier/expectation.js';

/** How a dossier ended before its term. */
export type Ending = { readonly how: 'withdrawn' } | { readonly how: 'refused'; readonly award: string };

export const lifecycleExpectations = {
  ending: possible<Ending>({
    capability: 'lifecycle',
    label: 'Fin anticipée du projet',
    acts: ['withdraw-project', 'record-vote'],
    metBy: {
      'project-withdrawn': () => ({ instance: '1', fact: { how: 'withdrawn' } }),
      'project-refused': ({ data }) => ({ instance: '1', fact: { how: 'refused', award: data.award } }),
    },
  }),
  'withdrawal-acknowledgement': owed<Record<never, never>>({
    capability: 'lifecycle',
    label: 'Prise en compte du retrait par la Région',
    debtor: () => ({ role: 'instructor' }),
    due: ({ state, rules }) => byTerm(rules, 'withdrawal-acknowledgement', state.lifecycle.endedOn),
    whenDue: 'escalate',
    acts: ['acknowledge-withdrawal'],
    metBy: { 'withdrawal-acknowledged': () => ({ instance: '1', fact: {} }) },
  }),
};
