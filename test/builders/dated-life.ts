import { cents, ZERO } from '../../src/domain/kernel/cents.js';
import type { ReportKind } from '../../src/domain/reglement/reglement.js';
import { ACCOUNT, because, CARRIER, DossierBuilder, GOOD_VOTE, GRANT, NOTE, signature, STUDY } from './dossier.js';
import type { Named } from './subjects.js';
import { convention, HASH, REPORTS, yearTurns } from './whole-life-dossiers.js';

const [SMALL, YEARLY, ADVANCE] = [cents(2_000_000), cents(3_500_000), cents(2_450_000)];
const INSTRUCTED = { favourable: true, report: 'R' };
const RECEIPT = { receipt: 'R' };

type Said = object | ((dossier: DossierBuilder) => object);
/** A day, what is done on it, and what is awaited from then on: kind, who owes it, by when, counted from when. */
export type Step = readonly [day: string, act: string, said: Said, awaited: readonly string[], report?: ReportKind];

/** A study and a convention of one year, on which no two acts bear the same day. */
export const LIFE: readonly Step[] = [
  [
    '2026-02-02',
    'declare-initiative',
    { paysCodes: ['02'], initiator: 'ess-actors', groupName: 'G', groupSiret: CARRIER },
    [
      'council-designation: instructor, 2026-04-02 since 2026-02-02',
      'local-group: carrier A, 2026-08-02 since 2026-02-02',
    ],
  ],
  ['2026-02-04', 'form-local-group', { structures: 12 }, []],
  [
    '2026-02-06',
    'designate-council',
    { councilName: 'Conseil' },
    [
      'council-opinion: council, 2026-05-06 since 2026-02-06',
      'cress-meeting: adviser, 2026-05-06 since 2026-02-06',
      'study-choice: carrier A, 2026-08-06 since 2026-02-06',
    ],
  ],
  [
    '2026-02-09',
    'request-study-grant',
    { ...STUDY, amount: SMALL },
    [
      'acknowledgement: instructor, 2026-02-23 since 2026-02-09',
      'decision: instructor, 2026-04-09',
      'instruction-report: instructor, 2026-08-10 since 2026-02-09',
    ],
  ],
  ['2026-02-10', 'acknowledge-request', {}, []],
  ['2026-02-12', 'report-instruction', INSTRUCTED, ['agenda-entry: instructor, 2026-04-13 since 2026-02-12']],
  [
    '2026-02-16',
    'enter-agenda',
    { organ: 'assembly', sessionOn: '2026-02-20', text: 'Étude' },
    ['vote: instructor, 2026-02-20'],
  ],
  [
    '2026-02-20',
    'record-vote',
    { ...GOOD_VOTE, amount: SMALL },
    ['transmission: instructor, 2026-03-09 since 2026-02-20'],
  ],
  [
    '2026-02-23',
    'transmit-deliberation',
    RECEIPT,
    [
      'grant-notification: instructor, 2026-03-10 since 2026-02-23',
      'legality-review: engine, 2026-04-24 since 2026-02-23',
    ],
  ],
  [
    '2026-02-25',
    'notify-grant',
    {},
    [
      'instalment-claim: carrier B, 2026-04-25 since 2026-02-25',
      'statutory-payment: finance, 2026-04-26 since 2026-02-25',
      'study-delivery: carrier B, 2027-02-25 since 2026-02-25',
      'year-turn: engine, 2027-02-08',
    ],
  ],
  ['2026-02-26', 'claim-instalment', ACCOUNT, ['liquidation: instructor, 2026-03-13 since 2026-02-26']],
  [
    '2026-02-27',
    'prepare-liquidation',
    { amount: cents(1_600_000) },
    ['liquidation-validation: manager, 2026-03-06 since 2026-02-27'],
  ],
  ['2026-03-02', 'validate-liquidation', {}, ['payment-order: finance, 2026-03-17 since 2026-03-02']],
  ['2026-03-03', 'record-payment-order', { order: 'M-1' }, ['payment: finance, 2026-04-02 since 2026-03-03']],
  ['2026-03-04', 'record-payment', { amount: cents(1_600_000) }, []],
  ['2026-03-06', 'deliver-study', { reportHash: HASH }, ['study-review: instructor, 2026-05-06 since 2026-03-06']],
  [
    '2026-03-09',
    'review-study',
    { outcome: 'to-complete' },
    ['study-delivery: carrier B, 2027-03-09 since 2026-03-09'],
  ],
  ['2026-03-11', 'deliver-study', { reportHash: HASH }, ['study-review: instructor, 2026-05-11 since 2026-03-11']],
  [
    '2026-03-13',
    'review-study',
    { outcome: 'validated' },
    ['instalment-claim: carrier B, 2026-05-13 since 2026-03-13'],
  ],
  [
    '2026-03-16',
    'give-opinion',
    { outcome: 'unfavourable', statement: 'Motifs.' },
    ['revised-project: carrier A, 2026-09-16 since 2026-03-16'],
  ],
  [
    '2026-03-18',
    'file-revised-project',
    { summary: 'Projet révisé.' },
    ['council-opinion: council, 2026-06-18 since 2026-03-18'],
  ],
  ['2026-03-20', 'give-opinion', { outcome: 'favourable' }, []],
  [
    '2026-03-23',
    'hold-cress-meeting',
    { participants: 5 },
    ['legitimation-note: adviser, 2026-07-23 since 2026-03-23'],
  ],
  [
    '2026-03-25',
    'write-legitimation-note',
    { ...NOTE, conclusion: 'not-yet' },
    ['legitimation-note: adviser, 2026-07-27 since 2026-03-25'],
  ],
  ['2026-03-27', 'write-legitimation-note', NOTE, ['grant-request: carrier A, 2026-09-27 since 2026-03-27']],
  [
    '2026-03-30',
    'request-grant',
    { ...GRANT, years: 1, amount: YEARLY },
    [
      'acknowledgement: instructor, 2026-04-14 since 2026-03-30',
      'decision: instructor, 2026-05-30',
      'instruction-report: instructor, 2026-09-30 since 2026-03-30',
    ],
  ],
  [
    '2026-04-01',
    'demand-pieces',
    { pieces: ['statutes'] },
    ['decision: instructor, no day', 'missing-pieces: carrier A, 2026-05-04'],
  ],
  [
    '2026-04-03',
    'deliver-pieces',
    { pieces: ['statutes'] },
    ['decision: instructor, 2026-06-01', 'instruction-report: instructor, 2026-10-05 since 2026-04-03'],
  ],
  ['2026-04-07', 'report-instruction', INSTRUCTED, ['agenda-entry: instructor, 2026-06-08 since 2026-04-07']],
  [
    '2026-04-09',
    'enter-agenda',
    { organ: 'assembly', sessionOn: '2026-04-20', text: 'Convention' },
    ['vote: instructor, 2026-04-20'],
  ],
  [
    '2026-04-20',
    'record-vote',
    { ...GOOD_VOTE, outcome: 'adjourned' },
    ['agenda-entry: instructor, 2026-06-22 since 2026-04-20'],
  ],
  [
    '2026-04-22',
    'enter-agenda',
    { organ: 'assembly', sessionOn: '2026-04-27', text: 'Convention' },
    ['vote: instructor, 2026-04-27'],
  ],
  [
    '2026-04-27',
    'record-vote',
    { ...GOOD_VOTE, amount: YEARLY },
    [
      'carrier-signature: carrier A, 2026-06-29 since 2026-04-27',
      'transmission: instructor, 2026-05-12 since 2026-04-27',
    ],
  ],
  [
    '2026-04-29',
    'transmit-deliberation',
    RECEIPT,
    [
      'grant-notification: instructor, 2026-05-15 since 2026-04-29',
      'legality-review: engine, 2026-06-30 since 2026-04-29',
    ],
  ],
  ['2026-05-04', 'notify-grant', {}, ['region-signature: instructor, 2026-06-04 since 2026-05-04']],
  ['2026-05-06', 'sign-convention', dossier => signature(dossier, 'carrier'), []],
  [
    '2026-05-11',
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [
      'convention-notification: instructor, 2026-05-26 since 2026-05-11',
      'essential-data: instructor, 2026-08-11 since 2026-05-11',
    ],
  ],
  [
    '2026-05-13',
    'notify-convention',
    {},
    [
      'final-evaluation: instructor, 2027-10-01',
      'instalment-claim: carrier A, 2026-07-13 since 2026-05-13',
      'post-opening: carrier A, 2026-07-13 since 2026-05-13',
      'renewal-request: carrier A, 2027-07-01',
      'statutory-payment: finance, 2026-07-03 since 2026-05-04',
      'year-turn: engine, 2027-12-31',
    ],
  ],
  ['2026-05-15', 'publish-essential-data', {}, []],
  ['2026-05-18', 'open-post', { share: 100 }, ['hiring: carrier A, 2026-09-18 since 2026-05-18']],
  ['2026-05-20', 'fill-post', { share: 100 }, []],
  ['2026-05-22', 'vacate-post', {}, ['hiring: carrier A, 2026-09-22 since 2026-05-22']],
  ['2026-05-26', 'fill-post', { share: 100 }, []],
  ['2026-05-28', 'claim-instalment', ACCOUNT, ['liquidation: instructor, 2026-06-12 since 2026-05-28']],
  [
    '2026-06-01',
    'prepare-liquidation',
    { amount: ADVANCE },
    ['liquidation-validation: manager, 2026-06-08 since 2026-06-01'],
  ],
  ['2026-06-03', 'return-liquidation', because, ['liquidation: instructor, 2026-06-18 since 2026-06-03']],
  [
    '2026-06-05',
    'prepare-liquidation',
    { amount: ADVANCE },
    ['liquidation-validation: manager, 2026-06-12 since 2026-06-05'],
  ],
  ['2026-06-08', 'validate-liquidation', {}, ['payment-order: finance, 2026-06-23 since 2026-06-08']],
  ['2026-06-10', 'record-payment-order', { order: 'M-2' }, ['payment: finance, 2026-07-10 since 2026-06-10']],
  [
    '2026-06-12',
    'record-payment-rejection',
    { reason: 'other' },
    ['liquidation: instructor, 2026-06-29 since 2026-06-12'],
  ],
  [
    '2026-06-15',
    'prepare-liquidation',
    { amount: ADVANCE },
    ['liquidation-validation: manager, 2026-06-22 since 2026-06-15'],
  ],
  ['2026-06-17', 'validate-liquidation', {}, ['payment-order: finance, 2026-07-02 since 2026-06-17']],
  ['2026-06-19', 'record-payment-order', { order: 'M-3' }, ['payment: finance, 2026-07-20 since 2026-06-19']],
  ['2026-06-22', 'record-payment', { amount: ADVANCE }, []],
  [
    '2028-01-01',
    'year turns',
    {},
    [
      'activity-report: carrier A, 2028-06-30 since 2027-12-31',
      'approved-accounts: carrier A, 2028-06-30 since 2027-12-31',
      'financial-report: carrier A, 2028-06-30 since 2027-12-31',
      'indicators: carrier A, 2028-04-30 since 2027-12-31',
    ],
  ],
  [
    '2028-01-10',
    'file-activity-report',
    REPORTS['activity-report'].payload,
    [
      'report-acceptance: instructor, 2028-03-10 since 2028-01-10',
      'report-review: adviser, 2028-02-09 since 2028-01-10',
    ],
    'activity-report',
  ],
  [
    '2028-01-12',
    'return-report',
    { corrections: [{ field: '/evaluation', reason: 'À préciser.' }] },
    ['activity-report: carrier A, 2028-02-11 since 2028-01-12'],
    'activity-report',
  ],
  [
    '2028-01-17',
    'file-activity-report',
    REPORTS['activity-report'].payload,
    [
      'report-acceptance: instructor, 2028-03-17 since 2028-01-17',
      'report-review: adviser, 2028-02-16 since 2028-01-17',
    ],
    'activity-report',
  ],
  ['2028-01-19', 'accept-report', {}, [], 'activity-report'],
  [
    '2028-01-20',
    'file-indicators',
    REPORTS.indicators.payload,
    [
      'report-acceptance: instructor, 2028-03-20 since 2028-01-20',
      'report-review: adviser, 2028-02-21 since 2028-01-20',
    ],
    'indicators',
  ],
  [
    '2028-01-21',
    'file-accounts',
    REPORTS['approved-accounts'].payload,
    ['report-acceptance: instructor, 2028-03-21 since 2028-01-21'],
    'approved-accounts',
  ],
  [
    '2028-01-24',
    'file-financial-report',
    {
      hash: HASH,
      totalExpenses: ZERO,
      chargedToGrant: ZERO,
      otherResources: ZERO,
      eligibleExpenses: ZERO,
      unspent: YEARLY,
    },
    ['report-acceptance: instructor, 2028-03-24 since 2028-01-24'],
    'financial-report',
  ],
  ['2028-01-26', 'accept-report', {}, [], 'indicators'],
  ['2028-01-28', 'accept-report', {}, [], 'approved-accounts'],
  ['2028-01-31', 'accept-report', {}, ['settlement: instructor, 2028-03-31 since 2028-01-31'], 'financial-report'],
  ['2028-02-02', 'settle-cycle', {}, ['observations-invitation: instructor, 2028-03-02 since 2028-02-02']],
  ['2028-02-04', 'invite-observations', { matter: 'recovery', ...because }, ['observations: carrier A, 2028-02-19']],
  [
    '2028-02-07',
    'present-observations',
    { matter: 'recovery', observations: 'Aucune.' },
    ['recovery-order: finance, 2028-03-07 since 2028-02-07'],
  ],
  ['2028-02-09', 'record-recovery-order', { order: 'T-1' }, ['recovery: finance, 2028-04-10 since 2028-02-09']],
  ['2028-02-11', 'record-recovery', {}, []],
];

/** What a step bears on, when it is not what a builder takes by itself. */
function subjectOf(dossier: DossierBuilder, report: ReportKind | undefined): Named | undefined {
  if (report !== undefined) return { award: convention(dossier).id, year: 1, report };
  return dossier.today >= '2028-02-01' ? { award: convention(dossier).id } : undefined;
}

/** What is said and on what, for the step of a dossier that has come to it. */
export function saidAt(dossier: DossierBuilder, [, , content, , report]: Step) {
  const on = subjectOf(dossier, report);
  const payload = typeof content === 'function' ? (content as (dossier: DossierBuilder) => object)(dossier) : content;
  return { payload, saying: on ? { on } : {} };
}

/** Takes a step, on its day. */
export function takes(dossier: DossierBuilder, step: Step): DossierBuilder {
  const [day, act] = step;
  dossier.on(day);
  if (act === 'year turns') return yearTurns(dossier, 1);
  const { payload, saying: options } = saidAt(dossier, step);
  return dossier.does(act, payload, options);
}

/** The life before a day. */
export function livedBefore(day: string): DossierBuilder {
  return LIFE.filter(([of]) => of < day).reduce(takes, new DossierBuilder('2026-02-02'));
}
