import type { Machine } from '../dossier/machine.js';

export const obligationsMachine: Machine = {
  name: 'obligations',
  capability: 'obligations',
  label: 'Échéance',
  initial: 'open',
  states: { open: 'Ouverte', done: 'Tenue', withdrawn: 'Sans objet', waived: 'Dispensée' },
  byTheStory: ['done', 'withdrawn'],
  current: ({ state, subject }) =>
    subject.kind === 'obligation' ? state.obligations[subject.obligation]?.state : undefined,
};
