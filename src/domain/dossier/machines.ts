import type { AWARD_STATUSES } from '../award/slice.js';
import { instalmentKey, type INSTALMENT_STATUSES } from '../funded-year/slice.js';
import type { Capability, Situation } from './act.js';

/** The states of a capability, as the table of acts names them. */
export interface Machine {
  readonly capability: Capability;
  readonly label: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, string>>;
  readonly current: (situation: Pick<Situation, 'state' | 'subject'>) => string | undefined;
}

const AWARD_LABELS: Record<(typeof AWARD_STATUSES)[number], string> = {
  requested: 'Demandée',
  incomplete: 'Incomplète',
  instructed: 'Instruite',
  'on-agenda': "À l'ordre du jour",
  adjourned: 'Ajournée',
  rejected: 'Rejetée',
  adopted: 'Votée',
  executory: 'Exécutoire',
  'in-force': 'En vigueur',
};

const INSTALMENT_LABELS: Record<(typeof INSTALMENT_STATUSES)[number], string> = {
  planned: 'Prévu',
  claimed: 'Demandé',
  prepared: 'Liquidation préparée',
  liquidated: 'Liquidé',
  ordered: 'Mandaté',
  paid: 'Payé',
};

const latestConvention: Machine['current'] = ({ state, subject }) => {
  if (subject.award !== undefined) return state.awards[subject.award]?.status;
  const conventions = Object.values(state.awards).filter(award => award.kind === 'convention');
  return conventions.at(-1)?.status ?? 'none';
};

export const MACHINES: readonly Machine[] = [
  {
    capability: 'initiative',
    label: 'Initiative',
    initial: 'none',
    states: { none: 'Aucune', declared: 'Déclarée' },
    current: ({ state }) => state.initiative.status,
  },
  {
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
  },
  {
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
  },
  {
    capability: 'legitimation',
    label: 'Appui de la CRESS',
    initial: 'open',
    states: { open: 'Ouvert', accompanied: 'En cours', legitimate: 'Légitime', 'not-yet': 'Pas encore' },
    current: ({ state }) => state.legitimation.status,
  },
  {
    capability: 'award',
    label: 'Attribution et convention',
    initial: 'none',
    states: { none: 'Aucune', ...AWARD_LABELS },
    current: latestConvention,
  },
  {
    capability: 'funded-year',
    label: 'Versement',
    initial: 'planned',
    states: INSTALMENT_LABELS,
    current: ({ state, subject }) =>
      state.instalments[instalmentKey(subject.award ?? '', subject.year ?? 0, subject.number ?? 0)]?.status,
  },
  {
    capability: 'lifecycle',
    label: 'Vie du dossier',
    initial: 'alive',
    states: { alive: 'En cours', withdrawn: 'Retiré', refused: 'Refusé' },
    current: ({ state }) => state.lifecycle.status,
  },
];

/** The machine of a capability. Throws when it has none. */
export function machineOf(capability: Capability): Machine {
  const machine = MACHINES.find(one => one.capability === capability);
  if (!machine) throw new Error(`Aucun état décrit pour ${capability}`);
  return machine;
}
