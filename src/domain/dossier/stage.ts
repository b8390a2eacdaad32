import type { Award } from '../award/slice.js';
import type { DossierState } from './state.js';

export const STAGES = {
  initiative: 'Initiative',
  preparation: 'Étude, avis et appui',
  instruction: 'Instruction de la demande',
  decision: 'Décision',
  signature: 'Exécution et signatures',
  payment: 'Premier versement',
  running: 'En cours',
  refused: 'Refusé',
  withdrawn: 'Retiré',
} as const;

export type Stage = keyof typeof STAGES;

/** The convention's award that carries the dossier now: the last one requested. */
export function conventionAward(state: DossierState): Award | undefined {
  return Object.values(state.awards)
    .filter(award => award.kind === 'convention')
    .at(-1);
}

const STAGE_OF_AWARD: Readonly<Record<Award['status'], Stage>> = {
  requested: 'instruction',
  incomplete: 'instruction',
  instructed: 'decision',
  'on-agenda': 'decision',
  adjourned: 'decision',
  rejected: 'refused',
  adopted: 'signature',
  executory: 'signature',
  'in-force': 'payment',
};

/** Where a dossier stands on the path, in one word for lists. */
export function stageOf(state: DossierState): Stage {
  if (state.lifecycle.status !== 'alive') return state.lifecycle.status;
  const award = conventionAward(state);
  if (award) {
    const paid = Object.values(state.instalments).some(one => one.award === award.id && one.status === 'paid');
    return award.status === 'in-force' && paid ? 'running' : STAGE_OF_AWARD[award.status];
  }
  return state.initiative.groupFormedOn === null || state.initiative.councilDesignatedOn === null
    ? 'initiative'
    : 'preparation';
}
