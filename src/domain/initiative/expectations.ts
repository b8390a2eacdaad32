import { byTerm, once } from '../dossier/expectation.js';

export const initiativeExpectations = {
  'local-group': once.owed<Record<never, never>>({
    capability: 'initiative',
    label: 'Constitution du groupe local',
    debtor: ({ state }) => ({ role: 'carrier', ...(state.initiative.group ? { body: state.initiative.group } : {}) }),
    due: ({ state, rules }) => byTerm(rules, 'local-group', state.initiative.declaredOn),
    whenDue: 'remind',
    acts: ['form-local-group'],
    metBy: { 'local-group-formed': () => ({ parts: {}, fact: {} }) },
  }),
  'council-designation': once.owed<Record<never, never>>({
    capability: 'initiative',
    label: 'Désignation du Conseil de développement à consulter',
    debtor: () => ({ role: 'instructor' }),
    due: ({ state, rules }) => byTerm(rules, 'council-designation', state.initiative.declaredOn),
    whenDue: 'escalate',
    acts: ['designate-council'],
    metBy: { 'council-designated': () => ({ parts: {}, fact: {} }) },
  }),
};
