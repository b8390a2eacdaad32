import type { Machine } from '../dossier/machine.js';
import type { ContributionStatus } from './slice.js';

const CONTRIBUTION_LABELS: Record<ContributionStatus, string> = {
  sought: 'Sollicitée',
  voted: 'Votée',
  refused: 'Refusée',
  withdrawn: 'Retirée',
};

export const cofundingMachine: Machine = {
  name: 'cofunding',
  capability: 'cofunding',
  label: 'Contribution d’un cofinanceur',
  initial: 'none',
  states: { none: 'À solliciter', ...CONTRIBUTION_LABELS },
  current: ({ state, subject }) =>
    subject.kind === 'contribution' ? state.contributions[String(subject.contribution)]?.status : 'none',
};
