import { addDays, addYears, civilDate } from '../../src/domain/kernel/civil-date.js';
import {
  adviser,
  BEARER,
  because,
  bearer,
  cofunder,
  COFUNDER,
  CARRIER,
  carrier,
  clean,
  council,
  execution,
  finance,
  type Found,
  instructor,
  manager,
  meeting,
  note,
  opening,
  request,
  type Walk,
} from './http-walks.js';
import { PAPERS } from '../../src/simulation/papers.js';
import { breach, SIGNED } from './dossier.js';
import { REPORTS } from './whole-life-dossiers.js';

const convention = ({ pole }: Found) => ({
  awardId: pole?.awards.find(award => award.kind === 'convention')?.id ?? '',
});
const amendment = ({ pole }: Found) => ({ awardId: pole?.awards.find(award => award.kind === 'amendment')?.id ?? '' });
const onYear = (year: string, number: string) => (found: Found) => ({ ...convention(found), year, number });
const onReport = (report: string) => (found: Found) => ({ ...convention(found), year: '1', report });
const inDays = (days: number) => ({ to: ({ today }: Found) => addDays(today, days) });
const inAYear = { to: ({ today }: Found) => addDays(addYears(today, 1), 1) };
const adopted = (number: string, amount: string) => ({ ...clean, outcome: 'adopted', number, amount });
const starting =
  (more: object) =>
  ({ today }: Found) => ({ ...request, startsOn: today, ...more });
const { hash } = PAPERS.report;

/** A convention of one year in force, asked for today. */
const oneYear = (more: object = {}, amount = '35000.00'): Walk => [
  instructor('skip-study', because),
  council('give-opinion', { outcome: 'favourable' }),
  adviser('write-legitimation-note', note('legitimate')),
  carrier('request-grant', starting({ years: 1, amount: '35000.00', ...more })),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Convention du pôle')),
  instructor('record-vote', adopted('27_1', amount)),
  ...execution(carrier),
];

const advance = (amount: string): Walk => [
  carrier('claim-instalment', { iban: 'FR7630006000011234567890189', accountHolder: 'Association' }, onYear('1', '1')),
  instructor('prepare-liquidation', { amount }, onYear('1', '1')),
  manager('validate-liquidation', {}, onYear('1', '1')),
  finance('record-payment-order', { order: 'M-10' }, onYear('1', '1')),
  finance('record-payment', { amount }, onYear('1', '1')),
];

const posts: Walk = [
  carrier('open-post', { share: 80 }),
  carrier('fill-post', { share: 80 }),
  carrier('vacate-post'),
  carrier('fill-post', { share: 100 }),
  carrier('open-post', { share: 20 }),
  carrier('end-post', {}, { post: '2' }),
];

const payloadOf = (kind: keyof typeof REPORTS, more: object = {}) => {
  const { eligibleExpenses: _cents, ...rest } = REPORTS[kind].payload as { eligibleExpenses?: number };
  return { ...rest, ...more };
};

const financialReport = (signer: typeof carrier, chargedToGrant: string) =>
  signer(
    'file-financial-report',
    { hash, totalExpenses: '36000.00', chargedToGrant, otherResources: '0.00', eligibleExpenses: '36000.00' },
    onReport('financial-report'),
  );

/** The accounts of the year: one is sent back, two are advised upon. */
const accounts = (signer: typeof carrier, chargedToGrant: string): Walk => [
  signer('file-activity-report', payloadOf('activity-report'), onReport('activity-report')),
  instructor(
    'return-report',
    { corrections: [{ field: '/evaluation', reason: 'À préciser.' }] },
    onReport('activity-report'),
  ),
  signer('file-activity-report', payloadOf('activity-report'), onReport('activity-report')),
  adviser('review-report', { favourable: true, advice: 'Objectifs tenus.' }, onReport('activity-report')),
  signer('file-indicators', payloadOf('indicators'), onReport('indicators')),
  financialReport(signer, chargedToGrant),
  signer('file-accounts', { hash }, onReport('approved-accounts')),
  ...Object.keys(REPORTS).map(kind => instructor('accept-report', {}, onReport(kind))),
];

const heard = (matter: string, signer: typeof carrier, more: object = {}): Walk => [
  instructor('invite-observations', { matter, ...because, ...more }, convention),
  signer('present-observations', { matter, observations: 'Nos observations.' }, convention),
];

const onBreach = { grounds: breach.grounds };
const ofCommitment = { grounds: ['republican-commitment'] };
const ofCondition = { grounds: ['condition-lapsed:3'] };

/** The whole of what stays granted, or a part. */
const revoked = (deliberation: string, more: object = {}): Walk => [
  ...heard('withdrawal', carrier, { ...onBreach, ...more }),
  manager('revoke-grant', { ...breach, basis: 'conditions', deliberation, ...more }, convention),
];

const recovered = (order: string): Walk => [
  finance('record-recovery-order', { order }, convention),
  finance('record-recovery', {}, convention),
];

const pauses: Walk = [
  manager('suspend-dossier', because),
  inDays(10),
  manager('resume-dossier', because),
  manager('mark-step-not-applicable', { ...because, kind: 'cress-meeting', instance: '2' }),
];

/** A co-funder adjourns, then votes. */
const cofunded: Walk = [
  carrier('seek-cofunding', { cofunder: COFUNDER, amount: '9000.00' }, convention),
  cofunder('record-cofunding-decision', { outcome: 'adjourned' }),
  cofunder('record-cofunding-decision', { outcome: 'voted', amount: '8000.00' }),
];

/** The State's representative asks to complete the transmission and is answered; the judge suspends, then lifts; it closes. */
const reviewed: Walk = [
  instructor('record-legality-letter', { nature: 'completion', reference: 'PREF-1' }, convention),
  instructor('answer-legality-letter', { letter: 1, answer: 'pieces-received' }, convention),
  instructor('record-court-decision', { decision: 'suspended', reference: 'TA-1' }, convention),
  instructor('record-court-decision', { decision: 'suspension-lifted', reference: 'TA-1' }, convention),
  instructor('record-legality-letter', { nature: 'closing', reference: 'PREF-2' }, convention),
];

/** The convention passes to another body, by an amendment of its own. */
const transfer: Walk = [
  carrier(
    'request-amendment',
    { ...because, commitment: SIGNED, carrier: { name: 'Autre structure', siret: BEARER } },
    convention,
  ),
  adviser('examine-successor', { conclusion: 'legitimate', analysis: 'Même projet.' }, amendment),
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Avenant')),
  instructor('record-vote', adopted('27_2', '35000.00')),
  ...execution(bearer),
  instructor('settle-former-carrier', {}, convention),
];

/** The renewal, refused by the assembly: the pôle goes on to its term. */
const renewal: Walk = [
  instructor('record-final-evaluation', { outcome: 'with-reserves', hash }, convention),
  bearer('request-renewal', ({ today }: Found) => ({
    ...request,
    applicant: { name: 'Autre structure', siret: BEARER },
    startsOn: addYears(today, 2),
  })),
  council('give-opinion', { outcome: 'favourable' }),
  instructor('report-instruction', { favourable: false, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Renouvellement')),
  instructor('record-vote', { ...clean, votesFor: 5, votesAgainst: 50, outcome: 'rejected', number: '27_3' }),
  instructor('notify-refusal'),
];

const settlement: Walk = [instructor('settle-cycle', {}, convention)];
const closure: Walk = [instructor('close-dossier')];

/** The second year, voted apart and paid once a post is held. */
const secondYear: Walk = [
  instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
  instructor('enter-agenda', meeting('Deuxième exercice')),
  instructor('record-vote', adopted('28_1', '30000.00')),
  instructor('transmit-deliberation', { receipt: 'ACTES-2' }),
  instructor('notify-grant'),
  carrier('open-post', { share: 100 }),
  carrier('fill-post', { share: 100 }),
  carrier('claim-instalment', { iban: 'FR7630006000011234567890189', accountHolder: 'Association' }, { year: '2' }),
  instructor('prepare-liquidation', { amount: '15000.00' }, { year: '2' }),
  manager('validate-liquidation', {}, { year: '2' }),
  finance('record-payment-order', { order: 'M-20' }, { year: '2' }),
  finance('record-payment', { amount: '15000.00' }, { year: '2' }),
];

/** The ways through the whole path: to the last euro, and every way in which a pôle can end. */
export const WHOLE_WALKS: Readonly<Record<string, Walk>> = {
  'a pôle carried to its closure, its excess claimed back': [
    ...opening,
    ...oneYear(),
    ...reviewed,
    ...cofunded,
    ...advance('24500.00'),
    ...posts,
    ...heard('termination', carrier, onBreach),
    ...pauses,
    ...transfer,
    ...renewal,
    inAYear,
    ...accounts(bearer, '15000.00'),
    ...settlement,
    ...heard('recovery', bearer),
    ...recovered('T-1'),
    ...closure,
  ],
  'a convention that its carrier terminates, its excess waived': [
    ...opening,
    ...oneYear(),
    ...advance('24500.00'),
    carrier('abandon-pole', because),
    inDays(2),
    ...accounts(carrier, '36000.00'),
    ...settlement,
    manager('waive-recovery', because, convention),
    ...closure,
  ],
  'a convention that the Région terminates': [
    ...opening,
    ...oneYear(),
    instructor('invite-observations', { matter: 'termination', ...breach }, convention),
    inDays(20),
    manager('terminate-by-region', breach),
  ],
  'a grant withdrawn in part, then whole, its payments claimed back': [
    ...opening,
    ...oneYear(),
    ...cofunded,
    cofunder('reduce-cofunding', { ...because, amount: '5000.00' }),
    ...advance('24500.00'),
    manager('give-formal-notice', breach, convention),
    ...revoked('27_4', { amount: '20000.00' }),
    ...recovered('T-1'),
    ...revoked('27_5'),
    ...recovered('T-2'),
    ...closure,
  ],
  'a grant withdrawn for a breach of the commitment': [
    ...opening,
    ...oneYear(),
    ...advance('24500.00'),
    inDays(100),
    ...heard('commitment', carrier, ofCommitment),
    manager(
      'withdraw-for-commitment',
      ({ today }: Found) => ({
        ...{ ...because, deliberation: '27_6' },
        ...{ breachOn: addDays(today, -40), returnBy: addDays(today, 90) },
      }),
      convention,
    ),
    ...recovered('T-1'),
  ],
  'a grant that the Région abrogates': [
    ...opening,
    ...oneYear(),
    ...advance('24500.00'),
    ...heard('abrogation', carrier, ofCondition),
    manager(
      'abrogate-grant',
      ({ today }: Found) => ({ ...because, ...ofCondition, deliberation: '27_7', from: today }),
      convention,
    ),
  ],
  'a report accepted, then reopened': [
    ...opening,
    ...oneYear(),
    ...advance('24500.00'),
    inAYear,
    ...accounts(carrier, '36000.00'),
    manager('reopen-report', because, onReport('financial-report')),
    financialReport(carrier, '30000.00'),
    instructor('accept-report', {}, onReport('financial-report')),
    ...settlement,
  ],
  'an amendment that a claim overtakes': [
    ...opening,
    ...oneYear(),
    carrier('request-amendment', { ...because, amount: '20000.00' }, convention),
    instructor('report-instruction', { favourable: true, report: 'Rapport.' }),
    instructor('enter-agenda', meeting('Avenant')),
    instructor('record-vote', adopted('27_2', '20000.00')),
    carrier(
      'claim-instalment',
      { iban: 'FR7630006000011234567890189', accountHolder: 'Association' },
      onYear('1', '1'),
    ),
    instructor('lapse-amendment', {}, amendment),
  ],
  'a pôle that is abandoned': [...opening, ...oneYear(), carrier('abandon-pole', because)],
  'a pôle whose years are voted one by one': [
    instructor('declare-initiative', {
      ...{ paysCodes: ['02'], initiator: 'ess-actors', groupName: 'Groupe fictif', groupSiret: CARRIER },
      date: civilDate('2018-03-01'),
      datePrecision: 'month',
    }),
    ...opening.slice(1),
    ...oneYear({ years: 2, amount: '60000.00', budget: '100000.00', date: '2018-11-05' }, '30000.00'),
    inAYear,
    carrier('request-year-grant', { ...yearRequest(), year: 2 }, convention),
    ...secondYear,
  ],
};

function yearRequest() {
  const { years: _years, startsOn: _startsOn, ...rest } = request;
  return { ...rest, amount: '30000.00' };
}
