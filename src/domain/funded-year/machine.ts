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
    state.instalments[instalmentKey(subject.award ?? '', subject.year ?? 0, subject.number ?? 0)]?.status,
};

export const reportMachine: Machine = {
  name: 'report',
  capability: 'funded-year',
  label: 'Compte rendu d’un exercice',
  initial: 'awaited',
  states: REPORT_LABELS,
  current: ({ state, subject: { award = '', year = 0, report = 'activity-report' } }) =>
    state.years[yearKey(award, year)]?.reports[report]?.status,
};
