import type { Machine } from '../dossier/machine.js';

export const recruitmentMachine: Machine = {
  name: 'recruitment',
  capability: 'recruitment',
  label: 'Poste de chargé·e de mission',
  initial: 'none',
  states: { none: 'À ouvrir', vacant: 'Vacant', filled: 'Pourvu', ended: 'Supprimé' },
  current: ({ state, subject }) => (subject.kind === 'post' ? state.posts[String(subject.post)]?.status : 'none'),
};
