import type { Machine } from '../dossier/machine.js';

export const legitimationMachine: Machine = {
  name: 'legitimation',
  capability: 'legitimation',
  label: 'Appui de la CRESS',
  initial: 'open',
  states: { open: 'Ouvert', accompanied: 'En cours', legitimate: 'Légitime', 'not-yet': 'Pas encore' },
  current: ({ state }) => state.legitimation.status,
};
