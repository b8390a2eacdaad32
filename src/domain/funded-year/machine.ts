import type { Machine } from '../dossier/machine.js';
import { instalmentKey, type InstalmentStatus } from './slice.js';
import { yearKey, type ReportStatus } from './years-slice.js';

/** The states of an instalment, as they are read. */
export const INSTALMENT_LABELS: Record<InstalmentStatus, string> = {
  planned: 'Prévu',
  claimed: 'Demandé',
  prepared: 'Liquidation préparée',
  liquidated: 'Liquidé',
  ordered: 'Mandaté',
  paid: 'Payé',
  lapsed: 'Sans objet',
};

const REPORT_LABELS: Record<ReportStatus, string> = {
  awaited: 'Attendu',
  filed: 'Déposé',
  'to-correct': 'À corriger',
  accepted: 'Accepté',
};

export const instalmentMachine: Machine = {
  name: 'funded-year',
  capability: 'funded-year',
  label: 'Versement',
  initial: 'planned',
  states: INSTALMENT_LABELS,
  current: ({ state, subject }) =>
    subject.kind === 'instalment'
      ? state.instalments[instalmentKey(subject.award, subject.year, subject.number)]?.status
      : undefined,
};

export const reportMachine: Machine = {
  name: 'report',
  capability: 'funded-year',
  label: 'Compte rendu d’un exercice',
  initial: 'awaited',
  states: REPORT_LABELS,
  current: ({ state, subject }) =>
    subject.kind === 'report'
      ? state.years[yearKey(subject.award, subject.year)]?.reports[subject.report]?.status
      : undefined,
};
