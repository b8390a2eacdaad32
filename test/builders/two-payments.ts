import { createHash } from 'node:crypto';
import { addDays, addYears } from '../../src/domain/kernel/civil-date.js';
import { PAPERS, type Paper } from '../../src/simulation/papers.js';
import { SIGNED } from './dossier.js';
import {
  adviser,
  bearer,
  BEARER,
  carrier,
  clean,
  cofunder,
  COFUNDER,
  council,
  execution,
  finance,
  instructor,
  manager,
  meeting,
  note,
  opening,
  request,
  type Found,
  type Walk,
} from './http-walks.js';
import { REPORTS } from './whole-life-dossiers.js';

/** A PDF that no other is, named after what it is. */
function titled(title: string): Paper {
  const bytes = Buffer.concat([PAPERS.note.bytes, Buffer.from(`% ${title}\n`)]);
  return { name: `${title}.pdf`, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** What the people of this path deposit, under the name that each gives to their file. */
export const FILED = {
  brief: titled('Cahier des charges'),
  studyBudget: titled('Budget de l’étude'),
  study: titled('Rapport d’étude'),
  note: titled('Note signée'),
  statutes: titled('Statuts'),
  accounts: titled('Comptes de l’an passé'),
  account: titled('RIB'),
  activity: titled('Rapport d’activité'),
  indicators: titled('Tableau des indicateurs'),
  financial: titled('Compte rendu financier'),
  yearAccounts: titled('Comptes approuvés'),
} as const;

const joined = (files: Readonly<Record<string, Paper>>) =>
  Object.entries(files).map(([piece, { hash }]) => ({ piece, hash }));

const study: Walk = [
  carrier('request-study-grant', {
    applicant: { name: 'Structure d’étude fictive', siret: BEARER },
    amount: '25000.00',
    attachments: joined({ 'study-brief': FILED.brief, 'study-budget': FILED.studyBudget }),
    pieces: ['statutes', 'bank-details'],
    channel: 'paper',
    commitment: SIGNED,
  }),
  instructor('acknowledge-request'),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Convention d’étude')),
  instructor('record-vote', { ...clean, outcome: 'adopted', number: '26_1', amount: '25000.00' }),
  ...execution(bearer),
  bearer('deliver-study', { reportHash: FILED.study.hash }),
  instructor('review-study', { outcome: 'validated' }),
];

const grant: Walk = [
  council('give-opinion', { outcome: 'favourable' }),
  adviser('hold-cress-meeting', { participants: 12 }),
  adviser('write-legitimation-note', { ...note('legitimate'), attachment: FILED.note.hash }),
  carrier('request-grant', ({ today }) => ({
    ...request,
    ...{ years: 1, amount: '35000.00', startsOn: today },
    attachments: joined({
      statutes: FILED.statutes,
      'approved-accounts': FILED.accounts,
      'bank-details': FILED.account,
    }),
    pieces: ['action-budget', 'activity-report'],
  })),
  instructor('acknowledge-request'),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Convention du pôle')),
  instructor('record-vote', { ...clean, outcome: 'adopted', number: '26_2', amount: '35000.00' }),
  ...execution(carrier),
  carrier('seek-cofunding', { cofunder: COFUNDER, amount: '9000.00' }),
  cofunder('record-cofunding-decision', { outcome: 'voted', amount: '8000.00' }),
  carrier('open-post', { share: 100 }),
  carrier('fill-post', { share: 100 }),
];

/** An instalment claimed, liquidated, validated, ordered, paid. */
const paid = (number: string, amount: string): Walk => {
  const on = { number };
  return [
    carrier('claim-instalment', { iban: 'FR7630006000011234567890189', accountHolder: 'Association fictive' }, on),
    instructor('prepare-liquidation', { amount }, on),
    manager('validate-liquidation', {}, on),
    finance('record-payment-order', { order: `M-${number}` }, on),
    finance('record-payment', { amount }, on),
  ];
};

const filed = {
  'activity-report': { ...REPORTS['activity-report'].payload, hash: FILED.activity.hash },
  indicators: { ...REPORTS.indicators.payload, hash: FILED.indicators.hash },
  'financial-report': {
    hash: FILED.financial.hash,
    ...{ totalExpenses: '36000.00', chargedToGrant: '35000.00', otherResources: '1000.00' },
    eligibleExpenses: '36000.00',
  },
  'approved-accounts': { hash: FILED.yearAccounts.hash },
} as const;
const kinds = ['activity-report', 'indicators', 'financial-report', 'approved-accounts'] as const;

const reports: Walk = [
  { to: ({ today }: Found) => addDays(addYears(today, 1), 1) },
  ...kinds.map(report => carrier(REPORTS[report].act, filed[report], { report })),
  ...kinds.map(report => instructor('accept-report', {}, { report })),
];

/** A pôle from its study to the second payment of its convention, with the files that its people join. */
export const TWO_PAYMENTS: Walk = [
  ...opening,
  ...study,
  ...grant,
  ...paid('1', '24500.00'),
  ...reports,
  ...paid('2', '10500.00'),
];
