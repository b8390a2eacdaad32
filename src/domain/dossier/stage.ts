import { isInForce, type Award } from '../award/slice.js';
import type { DossierState } from './state.js';

export const STAGES = {
  initiative: 'Initiative',
  preparation: 'Étude, avis et appui',
  instruction: 'Instruction de la demande',
  decision: 'Décision',
  signature: 'Exécution et signatures',
  payment: 'Premier versement',
  running: 'En cours',
  settlement: 'Comptes et solde',
  suspended: 'Suspendu',
  refused: 'Refusé',
  withdrawn: 'Retiré',
  abandoned: 'Abandonné',
  terminated: 'Résilié',
  revoked: 'Subvention retirée',
  abrogated: 'Subvention abrogée',
  closed: 'Clos',
} as const;

export type Stage = keyof typeof STAGES;

/** The conventions of a dossier, one per cycle and request, in the order in which they were requested. */
export function conventionsOf(state: DossierState): readonly Award[] {
  return Object.values(state.awards).filter(award => award.kind === 'convention');
}

/** The convention's award that carries the dossier now: the last one requested. */
export function conventionAward(state: DossierState): Award | undefined {
  return conventionsOf(state).at(-1);
}

/** The convention that binds the carrier now: the last one in force, even while its renewal is asked for. */
export function runningConvention(state: DossierState): Award | undefined {
  return conventionsOf(state).findLast(isInForce);
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
  ended: 'settlement',
  settled: 'settlement',
  lapsed: 'refused',
};

/** Where a dossier stands on the path, in one word for lists. */
export function stageOf(state: DossierState): Stage {
  if (state.lifecycle.status !== 'alive') return state.lifecycle.status;
  const award = runningConvention(state) ?? conventionAward(state);
  if (award) {
    const paid = Object.values(state.instalments).some(
      instalment => instalment.award === award.id && instalment.status === 'paid',
    );
    return award.status === 'in-force' && paid ? 'running' : STAGE_OF_AWARD[award.status];
  }
  return state.initiative.groupFormedOn === null || state.initiative.councilDesignatedOn === null
    ? 'initiative'
    : 'preparation';
}
