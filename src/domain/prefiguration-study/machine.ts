import type { Machine } from '../dossier/machine.js';

export const studyMachine: Machine = {
  name: 'prefiguration-study',
  capability: 'prefiguration-study',
  label: 'Étude de préfiguration',
  initial: 'undecided',
  states: {
    undecided: 'À décider',
    skipped: 'Écartée',
    commissioned: 'Demandée',
    refused: 'Refusée',
    delivered: 'Rendue',
    'to-complete': 'À compléter',
    validated: 'Validée',
  },
  current: ({ state }) => state.study.status,
};
