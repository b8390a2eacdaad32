import type { AWARD_STATUSES } from '../award/slice.js';
import type { CONTRIBUTION_STATUSES } from '../cofunding/slice.js';
import { instalmentKey, type INSTALMENT_STATUSES } from '../funded-year/slice.js';
import { yearKey, type REPORT_STATUSES } from '../funded-year/years-slice.js';
import type { LIFECYCLE_STATUSES, RECOVERY_STATUSES } from '../lifecycle/slice.js';
import type { Act, Capability, MachineName, GateContext } from './act.js';
import { conventionAward } from './stage.js';

/** The states of a capability, or of one of its parts, as the table of acts names them. */
export interface Machine {
  readonly name: MachineName;
  readonly capability: Capability;
  readonly label: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, string>>;
  /** States to which the story leads, and no act by itself. */
  readonly byTheStory?: readonly string[];
  readonly current: (situation: Pick<GateContext, 'state' | 'subject'>) => string | undefined;
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
  ended: 'Arrivée à terme',
  settled: 'Soldée',
  lapsed: 'Sans objet',
};

/** The states of an instalment, as they are read. */
export const INSTALMENT_LABELS: Record<(typeof INSTALMENT_STATUSES)[number], string> = {
  planned: 'Prévu',
  claimed: 'Demandé',
  prepared: 'Liquidation préparée',
  liquidated: 'Liquidé',
  ordered: 'Mandaté',
  paid: 'Payé',
  lapsed: 'Sans objet',
};

const REPORT_LABELS: Record<(typeof REPORT_STATUSES)[number], string> = {
  awaited: 'Attendu',
  filed: 'Déposé',
  'to-correct': 'À corriger',
  accepted: 'Accepté',
};

const CONTRIBUTION_LABELS: Record<(typeof CONTRIBUTION_STATUSES)[number], string> = {
  sought: 'Sollicitée',
  voted: 'Votée',
  refused: 'Refusée',
};

const LIFECYCLE_LABELS: Record<(typeof LIFECYCLE_STATUSES)[number], string> = {
  alive: 'En cours',
  suspended: 'Suspendu',
  withdrawn: 'Retiré',
  refused: 'Refusé',
  abandoned: 'Abandonné',
  terminated: 'Résilié',
  closed: 'Clos',
};

const RECOVERY_LABELS: Record<(typeof RECOVERY_STATUSES)[number], string> = {
  none: 'Aucun trop-perçu',
  claimed: 'À réclamer',
  ordered: 'Titre émis',
  collected: 'Recouvré',
  waived: 'Remis',
};

const latestConvention: Machine['current'] = ({ state, subject }) => {
  if (subject.award !== undefined) return state.awards[subject.award]?.status;
  return conventionAward(state)?.status ?? 'none';
};

export const MACHINES: readonly Machine[] = [
  {
    name: 'initiative',
    capability: 'initiative',
    label: 'Initiative',
    initial: 'none',
    states: { none: 'Aucune', declared: 'Déclarée' },
    current: ({ state }) => state.initiative.status,
  },
  {
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
  },
  {
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
  },
  {
    name: 'legitimation',
    capability: 'legitimation',
    label: 'Appui de la CRESS',
    initial: 'open',
    states: { open: 'Ouvert', accompanied: 'En cours', legitimate: 'Légitime', 'not-yet': 'Pas encore' },
    current: ({ state }) => state.legitimation.status,
  },
  {
    name: 'award',
    capability: 'award',
    label: 'Attribution et convention',
    initial: 'none',
    states: { none: 'Aucune', ...AWARD_LABELS },
    current: latestConvention,
  },
  {
    name: 'funded-year',
    capability: 'funded-year',
    label: 'Versement',
    initial: 'planned',
    states: INSTALMENT_LABELS,
    current: ({ state, subject }) =>
      state.instalments[instalmentKey(subject.award ?? '', subject.year ?? 0, subject.number ?? 0)]?.status,
  },
  {
    name: 'report',
    capability: 'funded-year',
    label: 'Compte rendu d’un exercice',
    initial: 'awaited',
    states: REPORT_LABELS,
    current: ({ state, subject: { award = '', year = 0, report = 'activity-report' } }) =>
      state.years[yearKey(award, year)]?.reports[report]?.status,
  },
  {
    name: 'recruitment',
    capability: 'recruitment',
    label: 'Poste de chargé·e de mission',
    initial: 'none',
    states: { none: 'À ouvrir', vacant: 'Vacant', filled: 'Pourvu', ended: 'Supprimé' },
    current: ({ state, subject: { post } }) => (post === undefined ? 'none' : state.posts[String(post)]?.status),
  },
  {
    name: 'cofunding',
    capability: 'cofunding',
    label: 'Contribution d’un cofinanceur',
    initial: 'none',
    states: { none: 'À solliciter', ...CONTRIBUTION_LABELS },
    current: ({ state, subject: { contribution } }) =>
      contribution === undefined ? 'none' : state.contributions[String(contribution)]?.status,
  },
  {
    name: 'lifecycle',
    capability: 'lifecycle',
    label: 'Vie du dossier',
    initial: 'alive',
    states: LIFECYCLE_LABELS,
    current: ({ state }) => state.lifecycle.status,
  },
  {
    name: 'recovery',
    capability: 'lifecycle',
    label: 'Trop-perçu d’une convention',
    initial: 'none',
    states: RECOVERY_LABELS,
    current: ({ state, subject }) => state.lifecycle.recoveries[subject.award ?? '']?.status ?? 'none',
  },
  {
    name: 'obligations',
    capability: 'obligations',
    label: 'Échéance',
    initial: 'open',
    states: { open: 'Ouverte', done: 'Tenue', withdrawn: 'Sans objet', waived: 'Dispensée' },
    byTheStory: ['done', 'withdrawn'],
    current: ({ state, subject }) => state.obligations[subject.obligation ?? '']?.state,
  },
];

/** The machine of an act. Throws when there is none. */
export function machineOf({ machine, capability }: Pick<Act<never>, 'machine' | 'capability'>): Machine {
  const name = machine ?? capability;
  const found = MACHINES.find(candidate => candidate.name === name);
  if (!found) throw new Error(`Aucun état décrit pour ${name}`);
  return found;
}
