import type { Machine } from '../dossier/machine.js';

export const councilOpinionMachine: Machine = {
  name: 'council-opinion',
  capability: 'council-opinion',
  label: 'Avis du Conseil de développement',
  initial: 'awaited',
  states: {
    awaited: 'Attendu',
    favourable: 'Favorable',
    'with-reserves': 'Avec réserves',
    unfavourable: 'Défavorable',
    'passed-over': 'Passé outre',
    waived: 'Dispensé',
  },
  current: ({ state }) => state.opinion.status,
};
