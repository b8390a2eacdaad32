import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { LIFE, livedBefore } from '../builders/dated-life.js';
import { BEARER, CARRIER, GRANT, STUDY } from '../builders/dossier.js';
import { HASH } from '../builders/whole-life-dossiers.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const FIRST = {
  ...{ parent: null, year: null, budget: null, knownPieces: [], channel: 'electronic', requestedBy: 'carrier' },
  ...{ receivedElsewhereOn: null, reglement: 'poles-ess-2019' },
  commitment: { kind: 'signed', signedOn: '2025-01-15' },
};
const BY_POST = { means: 'post', availableOn: null, consultedOn: null, agreedOn: null };
const FIGURES = {
  ...{ number: '26_1', organ: 'assembly', members: 83, present: 60, represented: null, voters: 60 },
  ...{ votesFor: 50, votesAgainst: 5, abstentions: 5, unanimous: false, ballot: 'ordinary', castingVote: null },
  ...{ firstMeetingOn: null, delegation: null, separateVote: false, aside: [], parts: [] },
};
const NO_SPENDING = { totalExpenses: null, chargedToGrant: null, otherResources: null };
const NO_FIGURES = {
  ...NO_SPENDING,
  ...{ eligibleExpenses: null, unspent: null, document: null, indicators: null, evaluation: null },
};

type Fact = readonly [day: string, type: string, data: object, kept?: object];

/** What a life leaves in the journal, and what is kept beside it because it names people or is free text. */
const JOURNAL: readonly Fact[] = [
  [
    '2026-02-02',
    'initiative-declared',
    { paysCodes: ['02'], initiator: 'ess-actors', group: CARRIER },
    { groupName: 'G' },
  ],
  ['2026-02-04', 'local-group-formed', { structures: 12 }],
  ['2026-02-06', 'council-designated', { body: null }, { councilName: 'Conseil' }],
  [
    '2026-02-09',
    'grant-requested',
    {
      ...FIRST,
      referenceDocument: null,
      award: 'study',
      applicant: BEARER,
      amount: 2_000_000,
      pieces: STUDY.pieces,
      kind: 'study',
      cycle: 0,
      years: 1,
      period: { from: '2026-02-09', to: '2027-02-08' },
    },
    { bodyName: 'Structure fictive', signatory: 'X' },
  ],
  ['2026-02-09', 'study-commissioned', { attempt: 1, award: 'study', bearer: BEARER }],
  ['2026-02-10', 'request-acknowledged', { award: 'study', silenceRejectsAfter: '2026-04-09' }],
  ['2026-02-12', 'instruction-reported', { award: 'study', favourable: true }, { report: 'R' }],
  [
    '2026-02-16',
    'agenda-entered',
    { award: 'study', round: 1, organ: 'assembly', sessionOn: '2026-02-20', textHash: sha256('Étude') },
    { text: 'Étude' },
  ],
  [
    '2026-02-20',
    'vote-recorded',
    {
      ...FIGURES,
      sessionOn: '2026-02-20',
      award: 'study',
      round: 1,
      outcome: 'adopted',
      amount: 2_000_000,
      textHash: sha256('Étude'),
      conventionRequired: false,
    },
  ],
  [
    '2026-02-20',
    'instalments-planned',
    {
      award: 'study',
      instalments: [
        { year: 1, number: 1, kind: 'advance', amount: 1_600_000 },
        { year: 1, number: 2, kind: 'balance', amount: 400_000 },
      ],
    },
  ],
  ['2026-02-23', 'deliberation-transmitted', { award: 'study', receipt: 'R' }],
  ['2026-02-25', 'grant-notified', { award: 'study', ...BY_POST }],
  [
    '2026-02-25',
    'funded-year-opened',
    {
      award: 'study',
      year: 1,
      reports: ['financial-report'],
      instalments: [
        { number: 1, after: 'start' },
        { number: 2, after: 'study' },
      ],
      ownGrant: false,
      owedInTime: [1],
    },
  ],
  [
    '2026-02-26',
    'instalment-claimed',
    { award: 'study', year: 1, number: 1, claim: 1 },
    { iban: 'FR7630006000011234567890189', accountHolder: 'Association fictive' },
  ],
  ['2026-02-27', 'liquidation-prepared', { award: 'study', year: 1, number: 1, amount: 1_600_000, attempt: 1 }],
  ['2026-03-02', 'liquidation-validated', { award: 'study', year: 1, number: 1, amount: 1_600_000, attempt: 1 }],
  [
    '2026-03-03',
    'payment-ordered',
    { award: 'study', year: 1, number: 1, order: 'M-1', exercise: 2026, amount: 1_600_000, payment: 1 },
  ],
  ['2026-03-04', 'payment-recorded', { award: 'study', year: 1, number: 1, amount: 1_600_000, payment: 1 }],
  ['2026-03-06', 'study-delivered', { attempt: 1, round: 1, reportHash: HASH }],
  ['2026-03-09', 'study-sent-back', { attempt: 1, round: 1 }],
  ['2026-03-11', 'study-delivered', { attempt: 1, round: 2, reportHash: HASH }],
  ['2026-03-13', 'study-validated', { attempt: 1, round: 2 }],
  ['2026-03-16', 'opinion-given', { round: 1, outcome: 'unfavourable' }, { statement: 'Motifs.' }],
  ['2026-03-18', 'revised-project-filed', { round: 1 }, { summary: 'Projet révisé.' }],
  ['2026-03-20', 'opinion-given', { round: 2, outcome: 'favourable' }],
  ['2026-03-23', 'cress-meeting-held', { meeting: 1, participants: 5 }],
  [
    '2026-03-25',
    'legitimation-note-written',
    { round: 1, selfOrganised: true, beyondAssociations: true, conclusion: 'not-yet', carrier: CARRIER },
    { bodyName: 'Association fictive', analysis: 'A' },
  ],
  [
    '2026-03-27',
    'legitimation-note-written',
    { round: 2, selfOrganised: true, beyondAssociations: true, conclusion: 'legitimate', carrier: CARRIER },
    { bodyName: 'Association fictive', analysis: 'A' },
  ],
  [
    '2026-03-30',
    'grant-requested',
    {
      ...FIRST,
      referenceDocument: 'referentiel-2',
      award: 'convention',
      applicant: CARRIER,
      amount: 3_500_000,
      pieces: GRANT.pieces,
      kind: 'convention',
      cycle: 1,
      years: 1,
      period: { from: '2027-01-01', to: '2027-12-31' },
    },
    { bodyName: 'Association fictive', signatory: 'X' },
  ],
  ['2026-04-01', 'pieces-demanded', { award: 'convention', demand: 1, pieces: ['statutes'], term: '2026-05-04' }],
  ['2026-04-03', 'pieces-delivered', { award: 'convention', demand: 1, pieces: ['statutes'], complete: true }],
  ['2026-04-07', 'instruction-reported', { award: 'convention', favourable: true }, { report: 'R' }],
  [
    '2026-04-09',
    'agenda-entered',
    { award: 'convention', round: 1, organ: 'assembly', sessionOn: '2026-04-20', textHash: sha256('Convention') },
    { text: 'Convention' },
  ],
  [
    '2026-04-20',
    'vote-recorded',
    {
      ...FIGURES,
      sessionOn: '2026-04-20',
      award: 'convention',
      round: 1,
      outcome: 'adjourned',
      amount: 0,
      textHash: sha256('Convention'),
      conventionRequired: false,
    },
  ],
  [
    '2026-04-22',
    'agenda-entered',
    { award: 'convention', round: 2, organ: 'assembly', sessionOn: '2026-04-27', textHash: sha256('Convention') },
    { text: 'Convention' },
  ],
  [
    '2026-04-27',
    'vote-recorded',
    {
      ...FIGURES,
      sessionOn: '2026-04-27',
      award: 'convention',
      round: 2,
      outcome: 'adopted',
      amount: 3_500_000,
      textHash: sha256('Convention'),
      conventionRequired: true,
    },
  ],
  [
    '2026-04-27',
    'instalments-planned',
    {
      award: 'convention',
      instalments: [
        { year: 1, number: 1, kind: 'advance', amount: 2_450_000 },
        { year: 1, number: 2, kind: 'balance', amount: 1_050_000 },
      ],
    },
  ],
  ['2026-04-29', 'deliberation-transmitted', { award: 'convention', receipt: 'R' }],
  ['2026-05-04', 'grant-notified', { award: 'convention', ...BY_POST }],
  [
    '2026-05-06',
    'convention-signed',
    { award: 'convention', party: 'carrier', textHash: sha256('Convention'), delegation: null },
    { signatory: 'X', capacity: 'Y' },
  ],
  [
    '2026-05-11',
    'convention-signed',
    { award: 'convention', party: 'region', textHash: sha256('Convention'), delegation: null },
    { signatory: 'X', capacity: 'Y' },
  ],
  ['2026-05-13', 'convention-notified', { award: 'convention', ...BY_POST }],
  [
    '2026-05-13',
    'funded-year-opened',
    {
      award: 'convention',
      year: 1,
      reports: ['activity-report', 'indicators', 'financial-report', 'approved-accounts'],
      instalments: [
        { number: 1, after: 'start' },
        { number: 2, after: 'reports' },
      ],
      ownGrant: false,
      owedInTime: [1],
    },
  ],
  ['2026-05-15', 'essential-data-published', { award: 'convention' }],
  ['2026-05-18', 'post-opened', { post: 1, share: 100 }],
  ['2026-05-20', 'post-filled', { post: 1, round: 1, share: 100 }],
  ['2026-05-22', 'post-vacated', { post: 1, round: 1 }],
  ['2026-05-26', 'post-filled', { post: 1, round: 2, share: 100 }],
  [
    '2026-05-28',
    'instalment-claimed',
    { award: 'convention', year: 1, number: 1, claim: 1 },
    { iban: 'FR7630006000011234567890189', accountHolder: 'Association fictive' },
  ],
  ['2026-06-01', 'liquidation-prepared', { award: 'convention', year: 1, number: 1, amount: 2_450_000, attempt: 1 }],
  ['2026-06-03', 'liquidation-returned', { award: 'convention', year: 1, number: 1, attempt: 1 }, { reason: 'Motif.' }],
  ['2026-06-05', 'liquidation-prepared', { award: 'convention', year: 1, number: 1, amount: 2_450_000, attempt: 2 }],
  ['2026-06-08', 'liquidation-validated', { award: 'convention', year: 1, number: 1, amount: 2_450_000, attempt: 2 }],
  [
    '2026-06-10',
    'payment-ordered',
    { award: 'convention', year: 1, number: 1, order: 'M-2', exercise: 2026, amount: 2_450_000, payment: 1 },
  ],
  ['2026-06-12', 'payment-rejected', { award: 'convention', year: 1, number: 1, reason: 'other', payment: 1 }],
  ['2026-06-15', 'liquidation-prepared', { award: 'convention', year: 1, number: 1, amount: 2_450_000, attempt: 3 }],
  ['2026-06-17', 'liquidation-validated', { award: 'convention', year: 1, number: 1, amount: 2_450_000, attempt: 3 }],
  [
    '2026-06-19',
    'payment-ordered',
    { award: 'convention', year: 1, number: 1, order: 'M-3', exercise: 2026, amount: 2_450_000, payment: 2 },
  ],
  ['2026-06-22', 'payment-recorded', { award: 'convention', year: 1, number: 1, amount: 2_450_000, payment: 2 }],
  ['2028-01-01', 'convention-ended', { award: 'convention', years: 1 }],
  [
    '2028-01-10',
    'report-filed',
    {
      ...NO_FIGURES,
      award: 'convention',
      year: 1,
      report: 'activity-report',
      round: 1,
      hash: HASH,
      reviewed: true,
      document: 'referentiel-2',
      evaluation: {
        creation: 'reached',
        projects: 'reached',
        promotion: 'reached',
        dialogue: 'reached',
        structure: 'reached',
      },
    },
  ],
  [
    '2028-01-12',
    'report-returned',
    { award: 'convention', year: 1, report: 'activity-report', round: 1, fields: ['/evaluation'] },
    { '/evaluation': 'À préciser.' },
  ],
  [
    '2028-01-17',
    'report-filed',
    {
      ...NO_FIGURES,
      award: 'convention',
      year: 1,
      report: 'activity-report',
      round: 2,
      hash: HASH,
      reviewed: true,
      document: 'referentiel-2',
      evaluation: {
        creation: 'reached',
        projects: 'reached',
        promotion: 'reached',
        dialogue: 'reached',
        structure: 'reached',
      },
    },
  ],
  ['2028-01-19', 'report-accepted', { award: 'convention', year: 1, report: 'activity-report', round: 2 }],
  [
    '2028-01-20',
    'report-filed',
    {
      ...NO_FIGURES,
      award: 'convention',
      year: 1,
      report: 'indicators',
      round: 1,
      hash: HASH,
      reviewed: true,
      document: 'referentiel-2',
      indicators: {
        'project-holders': null,
        'activities-created': 1,
        members: 2,
        'collective-projects': 3,
        events: 4,
        'board-meetings': 5,
        'officer-time': 6,
        'epci-covered': 7,
      },
    },
  ],
  [
    '2028-01-21',
    'report-filed',
    { ...NO_FIGURES, award: 'convention', year: 1, report: 'approved-accounts', round: 1, hash: HASH, reviewed: false },
  ],
  [
    '2028-01-24',
    'report-filed',
    {
      ...NO_FIGURES,
      award: 'convention',
      year: 1,
      report: 'financial-report',
      round: 1,
      hash: HASH,
      reviewed: false,
      ...{ totalExpenses: 0, chargedToGrant: 0, otherResources: 0 },
      eligibleExpenses: 0,
      unspent: 3_500_000,
    },
  ],
  ['2028-01-26', 'report-accepted', { award: 'convention', year: 1, report: 'indicators', round: 1 }],
  ['2028-01-28', 'report-accepted', { award: 'convention', year: 1, report: 'approved-accounts', round: 1 }],
  ['2028-01-31', 'report-accepted', { award: 'convention', year: 1, report: 'financial-report', round: 1 }],
  ['2028-01-31', 'year-reports-accepted', { award: 'convention', year: 1, payable: false }],
  [
    '2028-02-02',
    'convention-settled',
    {
      ...{
        award: 'convention',
        granted: 3_500_000,
        due: 350_000,
        paid: 2_450_000,
        excess: 2_100_000,
        released: 1_050_000,
      },
      claim: { rank: 1, hearing: 1 },
    },
  ],
  ['2028-02-02', 'instalments-lapsed', { award: 'convention', lapsed: [{ year: 1, number: 2 }] }],
  ['2028-02-02', 'excess-claimed', { award: 'convention', rank: 1, amount: 2_100_000, returnBy: null, hearing: null }],
  [
    '2028-02-04',
    'observations-invited',
    {
      ...{ award: 'convention', matter: 'recovery', rank: 1, grounds: ['excess'], amount: 2_100_000 },
      ...{ sanction: false, term: '2028-02-19' },
    },
    { reason: 'Motif.' },
  ],
  [
    '2028-02-07',
    'observations-presented',
    { award: 'convention', matter: 'recovery', rank: 1 },
    { observations: 'Aucune.' },
  ],
  [
    '2028-02-09',
    'recovery-ordered',
    { award: 'convention', rank: 1, order: 'T-1', amount: 2_100_000, hearing: 'hearing' },
  ],
  ['2028-02-11', 'recovery-collected', { award: 'convention', rank: 1, amount: 2_100_000 }],
];

it('a life leaves in the journal what was done, and beside it what people wrote', () => {
  const dossier = livedBefore(addDays(civilDate(LIFE.at(-1)?.[0] ?? ''), 1));
  const [study = '', convention = ''] = Object.keys(dossier.state.awards);
  const entries = dossier.events.map(({ date, type, data, ...event }) =>
    'private' in event ? [date, type, data, event.private] : [date, type, data],
  );
  const hearing = dossier.events.find(({ type }) => type === 'observations-invited')?.id ?? '';
  const named = JSON.stringify(entries)
    .replaceAll(study, 'study')
    .replaceAll(convention, 'convention')
    .replaceAll(hearing, 'hearing');
  expect(JSON.parse(named)).toEqual(JOURNAL);
});
