import type { Machine } from '../dossier/machine.js';
import { awardIdOf } from '../dossier/subject.js';
import type { LifecycleStatus, RecoveryStatus } from './slice.js';

const LIFECYCLE_LABELS: Record<LifecycleStatus, string> = {
  alive: 'En cours',
  suspended: 'Suspendu',
  withdrawn: 'Retiré',
  refused: 'Refusé',
  abandoned: 'Abandonné',
  terminated: 'Résilié',
  revoked: 'Subvention retirée',
  abrogated: 'Subvention abrogée',
  closed: 'Clos',
};

const RECOVERY_LABELS: Record<RecoveryStatus, string> = {
  none: 'Aucun trop-perçu',
  claimed: 'À réclamer',
  ordered: 'Titre émis',
  collected: 'Recouvré',
  waived: 'Remis',
};

export const lifecycleMachine: Machine = {
  name: 'lifecycle',
  capability: 'lifecycle',
  label: 'Vie du dossier',
  initial: 'alive',
  states: LIFECYCLE_LABELS,
  current: ({ state }) => state.lifecycle.status,
};

export const recoveryMachine: Machine = {
  name: 'recovery',
  capability: 'lifecycle',
  label: 'Trop-perçu d’une convention',
  initial: 'none',
  states: RECOVERY_LABELS,
  current: ({ state, subject }) => state.lifecycle.recoveries[awardIdOf(subject) ?? '']?.status ?? 'none',
};
