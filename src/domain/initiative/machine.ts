import type { Machine } from '../dossier/machine.js';

export const initiativeMachine: Machine = {
  name: 'initiative',
  capability: 'initiative',
  label: 'Initiative',
  initial: 'none',
  states: { none: 'Aucune', declared: 'Déclarée' },
  current: ({ state }) => state.initiative.status,
};
