import type { Machine } from '../dossier/machine.js';
import { conventionAward } from '../dossier/stage.js';
import { awardIdOf } from '../dossier/subject.js';
import type { AwardStatus } from './slice.js';

const AWARD_LABELS: Record<AwardStatus, string> = {
  requested: 'Demandée',
  incomplete: 'Incomplète',
  instructed: 'Instruite',
  'on-agenda': "À l'ordre du jour",
  adjourned: 'Ajournée',
  rejected: 'Rejetée',
  adopted: 'Votée',
  executory: 'Exécutoire',
  'in-force': 'En vigueur',
  ended: 'Arrivée à terme',
  settled: 'Soldée',
  lapsed: 'Sans objet',
};

const latestConvention: Machine['current'] = ({ state, subject }) => {
  const award = awardIdOf(subject);
  if (award !== undefined) return state.awards[award]?.status;
  return conventionAward(state)?.status ?? 'none';
};

export const awardMachine: Machine = {
  name: 'award',
  capability: 'award',
  label: 'Attribution et convention',
  initial: 'none',
  states: { none: 'Aucune', ...AWARD_LABELS },
  current: latestConvention,
};
