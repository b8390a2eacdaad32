import { describe, expect, it } from '@jest/globals';
import { cents } from '../../src/domain/kernel/cents.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { type Attempt, reasonsOf, type Refused } from '../builders/attempts.js';
import {
  because,
  BEARER,
  CARRIER,
  declared,
  type DossierBuilder,
  GOOD_VOTE,
  GRANT,
  inForce,
  NOTE,
  onAgenda,
  prepared,
  requested,
  signature,
  someone,
  STUDY,
  studyGranted,
  voted,
} from '../builders/dossier.js';
import { convention, firstYearOver, RENEWAL, running } from '../builders/whole-path.js';

const LABEL: unknown = expect.stringMatching(/^Règlement de l'aide aux pôles/);
const AMOUNT = GRANT.amount;
const instructed = (build = requested) => build().does('report-instruction', { favourable: true, report: 'R' });
const early = () =>
  declared().does('request-grant', GRANT).does('report-instruction', { favourable: true, report: 'R' });
const agenda = { sessionOn: civilDate('2026-02-02'), text: 'T' };
const demanded = () => requested().does('demand-pieces', { pieces: ['statutes', 'officers'] });
const vote = { ...GOOD_VOTE, amount: AMOUNT };
const executory = () => voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');

const STUDY_SOURCE = { source: "Règlement de l'aide, étude de préfiguration" };
const OPINION = { code: 'council-opinion-missing', source: "Règlement de l'aide, avis du Conseil de développement" };
const UNKNOWN_CARRIER = {
  code: 'carrier-not-legitimate',
  source: "Règlement de l'aide, appui de la CRESS",
  liftedBy: 'write-legitimation-note',
};

const INSTRUCTION: readonly Refused[] = [
  [
    'a second acknowledgement',
    () => requested().does('acknowledge-request'),
    'acknowledge-request',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'a demand of no piece',
    requested,
    'demand-pieces',
    { pieces: [] },
    [{ code: 'unknown-piece', source: 'CRPA art. L114-5', pointer: '/pieces' }],
  ],
  [
    'a demand of a piece that the règlement does not know, beside one that it knows',
    requested,
    'demand-pieces',
    { pieces: ['statutes', 'payslips'] },
    [{ code: 'unknown-piece', source: 'CRPA art. L114-5', pointer: '/pieces' }],
  ],
  [
    'a demand, for a study, of a piece of a convention',
    () => declared().does('request-study-grant', STUDY),
    'demand-pieces',
    { pieces: ['officers'] },
    [{ code: 'unknown-piece', source: 'CRPA art. L114-5', pointer: '/pieces' }],
  ],
  [
    'a delivery when nothing lacks',
    requested,
    'deliver-pieces',
    { pieces: ['statutes'] },
    [{ code: 'no-piece-missing', liftedBy: 'demand-pieces', absolute: true }],
  ],
  [
    'a delivery of nothing',
    demanded,
    'deliver-pieces',
    { pieces: [] },
    [{ code: 'piece-not-demanded', pointer: '/pieces' }],
  ],
  [
    'a delivery of a piece that was not demanded, beside one that was',
    demanded,
    'deliver-pieces',
    { pieces: ['statutes', 'bank-details'] },
    [{ code: 'piece-not-demanded', pointer: '/pieces' }],
  ],
  [
    'an agenda with nothing settled',
    early,
    'enter-agenda',
    agenda,
    [
      { code: 'study-not-settled', ...STUDY_SOURCE, liftedBy: 'skip-study' },
      { ...OPINION, liftedBy: 'give-opinion' },
      UNKNOWN_CARRIER,
    ],
  ],
  [
    'an agenda after an unfavourable opinion, its study under way',
    () => instructed(() => studyUnderWay().does('give-opinion', { outcome: 'unfavourable', statement: 'M' })),
    'enter-agenda',
    agenda,
    [
      { code: 'study-not-settled', ...STUDY_SOURCE, liftedBy: 'review-study' },
      { ...OPINION, liftedBy: 'file-revised-project' },
      UNKNOWN_CARRIER,
    ],
  ],
  [
    'an agenda for another body than the one that the CRESS recognised',
    () => instructed(() => prepared().does('request-grant', { ...GRANT, applicant: { name: 'Autre', siret: BEARER } })),
    'enter-agenda',
    agenda,
    [UNKNOWN_CARRIER],
  ],
];

function studyUnderWay(): DossierBuilder {
  return declared().does('request-study-grant', STUDY).does('request-grant', GRANT);
}

const figures = { source: 'Schéma national SCDL délibérations 2.1.5' };
const VOTE: readonly Refused[] = [
  [
    'more voters than votes',
    onAgenda,
    'record-vote',
    { ...vote, present: 61 },
    [{ code: 'vote-figures', ...figures, pointer: '/present' }],
  ],
  [
    'more votes than voters',
    onAgenda,
    'record-vote',
    { ...vote, abstentions: 6 },
    [{ code: 'vote-figures', ...figures, pointer: '/present' }],
  ],
  [
    'more voters than members',
    onAgenda,
    'record-vote',
    { ...vote, members: 59 },
    [{ code: 'vote-figures', ...figures, pointer: '/members' }],
  ],
  [
    'an adoption by a tie',
    onAgenda,
    'record-vote',
    { ...vote, votesFor: 25, votesAgainst: 25, abstentions: 10 },
    [{ code: 'vote-figures', ...figures, pointer: '/outcome' }],
  ],
  [
    'an amended adoption by a minority',
    onAgenda,
    'record-vote',
    { ...vote, outcome: 'amended', text: 'T', votesFor: 5, votesAgainst: 50 },
    [{ code: 'vote-figures', ...figures, pointer: '/outcome' }],
  ],
  [
    'a rejection by a majority',
    onAgenda,
    'record-vote',
    { ...vote, outcome: 'rejected' },
    [{ code: 'vote-figures', ...figures, pointer: '/outcome' }],
  ],
  [
    'an adoption without an amount',
    onAgenda,
    'record-vote',
    GOOD_VOTE,
    [{ code: 'amount-missing', pointer: '/amount' }],
  ],
  [
    'an adoption of nothing',
    onAgenda,
    'record-vote',
    { ...vote, amount: cents(0) },
    [{ code: 'amount-missing', pointer: '/amount' }],
  ],
  [
    'more than was asked',
    onAgenda,
    'record-vote',
    { ...vote, amount: cents(AMOUNT + 1) },
    [{ code: 'amount-above-request', pointer: '/amount' }],
  ],
  [
    'an amended adoption without its text',
    onAgenda,
    'record-vote',
    { ...vote, outcome: 'amended' },
    [{ code: 'text-missing', pointer: '/text' }],
  ],
  [
    'an adoption with another text',
    onAgenda,
    'record-vote',
    { ...vote, text: 'T' },
    [{ code: 'text-changed', pointer: '/text' }],
  ],
];

const EXECUTORY = 'CGCT art. L4141-1';
const NOT_SIGNED = {
  code: 'convention-not-signed',
  source: 'Loi n° 2000-321 du 12 avril 2000, art. 10',
  liftedBy: 'sign-convention',
  absolute: true,
};
const EXECUTION: readonly Refused[] = [
  [
    'a notification before the transmission',
    voted,
    'notify-grant',
    {},
    [{ code: 'not-transmitted', source: EXECUTORY, liftedBy: 'transmit-deliberation', absolute: true }],
  ],
  ['a second notification', executory, 'notify-grant', {}, [{ code: 'already-done', absolute: true }]],
  [
    'a second transmission',
    () => voted().does('transmit-deliberation', { receipt: 'R' }),
    'transmit-deliberation',
    { receipt: 'R' },
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'a second publication of the délibération',
    () => voted().does('publish-deliberation'),
    'publish-deliberation',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'a second notification of the refusal',
    () => rejected().does('notify-refusal'),
    'notify-refusal',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'the signature of the Région before the transmission',
    voted,
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [{ code: 'not-executory', source: EXECUTORY, liftedBy: 'transmit-deliberation', absolute: true, pointer: '/date' }],
  ],
  [
    'the signature of the Région before the notification',
    () => voted().does('transmit-deliberation', { receipt: 'R' }),
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [{ code: 'not-executory', source: EXECUTORY, liftedBy: 'notify-grant', absolute: true, pointer: '/date' }],
  ],
  [
    'a second signature of the carrier',
    () => signedBy('carrier'),
    'sign-convention',
    dossier => signature(dossier, 'carrier'),
    [{ code: 'already-done', pointer: '/party' }],
  ],
  [
    'a second signature of the Région',
    () => signedBy('region'),
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [{ code: 'already-done', pointer: '/party' }],
  ],
  [
    'the signature of the Région by the carrier',
    executory,
    'sign-convention',
    dossier => signature(dossier, 'region'),
    [{ code: 'wrong-party', pointer: '/party' }],
    () => ({ by: someone('carrier') }),
  ],
  [
    'the signature of another text than the voted one',
    executory,
    'sign-convention',
    dossier => ({ ...signature(dossier, 'region'), textHash: 'f'.repeat(64) }),
    [
      {
        code: 'text-differs',
        source: "CE 5 juillet 2010 n° 308615 : conditions fixées au plus tard à la date de l'octroi",
        pointer: '/textHash',
        absolute: true,
      },
    ],
  ],
  ['a notification signed by nobody', executory, 'notify-convention', {}, [NOT_SIGNED]],
  ['a notification signed by the carrier alone', () => signedBy('carrier'), 'notify-convention', {}, [NOT_SIGNED]],
  ['a notification signed by the Région alone', () => signedBy('region'), 'notify-convention', {}, [NOT_SIGNED]],
  [
    'a second notification of the convention',
    inForce,
    'notify-convention',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
  [
    'a publication before the signature of the Région',
    () => signedBy('carrier'),
    'publish-essential-data',
    {},
    [
      {
        code: 'convention-not-signed',
        source: 'Décret n° 2017-779 du 5 mai 2017',
        liftedBy: 'sign-convention',
        absolute: true,
      },
    ],
  ],
  [
    'a second publication',
    () => inForce().does('publish-essential-data'),
    'publish-essential-data',
    {},
    [{ code: 'already-done', absolute: true }],
  ],
];

function signedBy(party: string): DossierBuilder {
  const dossier = executory();
  return dossier.does('sign-convention', signature(dossier, party));
}

function rejected(): DossierBuilder {
  return onAgenda().does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 });
}

const commitment = {
  code: 'republican-commitment-missing',
  source: 'Loi n° 2000-321 art. 10-1 ; décret n° 2021-1947 du 31 décembre 2021',
  pointer: '/republicanCommitment',
  absolute: true,
};
const ceiling = { code: 'amount-above-ceiling', source: LABEL, pointer: '/amount' };
const years = { code: 'too-many-years', source: LABEL, pointer: '/years' };
const REQUEST: readonly Refused[] = [
  [
    'without the republican commitment',
    prepared,
    'request-grant',
    { ...GRANT, republicanCommitment: false },
    [commitment],
  ],
  ['a cent above the ceiling', prepared, 'request-grant', { ...GRANT, amount: cents(AMOUNT + 1) }, [ceiling]],
  ['of nothing', prepared, 'request-grant', { ...GRANT, amount: cents(0) }, [ceiling]],
  ['for four years', prepared, 'request-grant', { ...GRANT, years: 4 }, [years]],
  ['for no year', prepared, 'request-grant', { ...GRANT, years: 0 }, [years]],
  [
    'with an unknown piece beside a known one',
    prepared,
    'request-grant',
    { ...GRANT, pieces: ['statutes', 'payslips'] },
    [{ code: 'unknown-piece', pointer: '/pieces' }],
  ],
  [
    'of a study without the republican commitment',
    declared,
    'request-study-grant',
    { ...STUDY, republicanCommitment: false },
    [commitment],
  ],
  [
    'of a study a cent above its ceiling',
    declared,
    'request-study-grant',
    { ...STUDY, amount: cents(2_500_001) },
    [ceiling],
  ],
  [
    'of a study with a piece of a convention',
    declared,
    'request-study-grant',
    { ...STUDY, pieces: ['officers'] },
    [{ code: 'unknown-piece', pointer: '/pieces' }],
  ],
  [
    'of a year, though all were voted at once',
    running,
    'request-year-grant',
    { ...GRANT, year: 2, amount: cents(1) },
    [{ code: 'not-voted-by-year', source: LABEL, absolute: true }],
    dossier => ({ on: { award: convention(dossier).id } }),
  ],
  [
    'of a renewal over days of the convention that runs',
    () => firstYearOver().on('2029-02-01'),
    'request-renewal',
    { ...RENEWAL, startsOn: civilDate('2029-12-31') },
    [
      {
        code: 'overlapping-convention',
        source: "Règlement de l'aide : une convention active par pôle et par période",
        pointer: '/startsOn',
        absolute: true,
      },
    ],
  ],
];

describe.each<[string, readonly Refused[]]>([
  ['the instruction', INSTRUCTION],
  ['the vote', VOTE],
  ['the execution', EXECUTION],
  ['a request', REQUEST],
])('%s refuses, by its source and with the act that lifts it,', (_name, cases) => {
  it.each(cases)('%s', (...[what, build, act, said, reasons, saying]) => {
    expect(reasonsOf(what, build, act, said, saying)).toEqual(reasons);
  });
});

describe('at the edge, is accepted', () => {
  it.each<Attempt>([
    ['every piece of the règlement', requested, 'demand-pieces', { pieces: ['statutes', 'officers', 'bank-details'] }],
    [
      'a demand, for a study, of its own pieces',
      () => declared().does('request-study-grant', STUDY),
      'demand-pieces',
      { pieces: ['study-brief'] },
    ],
    ['a part of the demanded pieces', demanded, 'deliver-pieces', { pieces: ['officers'] }],
    [
      'a vote by one voice',
      onAgenda,
      'record-vote',
      { ...vote, present: 3, votesFor: 2, votesAgainst: 1, abstentions: 0 },
    ],
    ['a vote of all the members', onAgenda, 'record-vote', { ...vote, members: 60 }],
    ['an adjournment, whatever the votes', onAgenda, 'record-vote', { ...GOOD_VOTE, outcome: 'adjourned' }],
    [
      'a rejection by a tie',
      onAgenda,
      'record-vote',
      { ...GOOD_VOTE, outcome: 'rejected', votesFor: 25, votesAgainst: 25, abstentions: 10 },
    ],
    ['one cent voted', onAgenda, 'record-vote', { ...vote, amount: cents(1) }],
    ['the whole amount, with amendments', onAgenda, 'record-vote', { ...vote, outcome: 'amended', text: 'Autre' }],
    ['one cent asked', prepared, 'request-grant', { ...GRANT, amount: cents(1) }],
    ['one year asked', prepared, 'request-grant', { ...GRANT, years: 1, amount: cents(3_500_000) }],
    ['the ceiling of a study', declared, 'request-study-grant', { ...STUDY, pieces: ['study-brief', 'statutes'] }],
    [
      'all the pieces joined',
      prepared,
      'request-grant',
      { ...GRANT, pieces: ['statutes', 'officers', 'action-budget'] },
    ],
    ['a renewal from the day after', () => firstYearOver().on('2029-02-01'), 'request-renewal', RENEWAL],
    [
      'the signature of the carrier by the carrier',
      executory,
      'sign-convention',
      of => signature(of, 'carrier'),
      () => ({ by: someone('carrier') }),
    ],
    ['the publication in force', inForce, 'publish-essential-data', {}],
    [
      'the agenda of a study, of which nothing is settled',
      () => instructed(() => declared().does('request-study-grant', STUDY)),
      'enter-agenda',
      agenda,
    ],
    [
      'the agenda after a waiver, a study refused and a note',
      () =>
        instructed(() =>
          studyRefused()
            .does('waive-opinion', because)
            .does('write-legitimation-note', NOTE)
            .does('request-grant', GRANT),
        ),
      'enter-agenda',
      agenda,
    ],
    [
      'the agenda after an opinion with reserves and a validated study',
      () =>
        instructed(() =>
          studyGranted()
            .does('deliver-study', { reportHash: 'ab'.repeat(32) })
            .does('review-study', { outcome: 'validated' })
            .does('give-opinion', { outcome: 'with-reserves', statement: 'Réserves.' })
            .does('write-legitimation-note', NOTE)
            .does('request-grant', { ...GRANT, applicant: { name: 'A', siret: CARRIER } }),
        ),
      'enter-agenda',
      agenda,
    ],
    [
      'the agenda after a late opinion passed over',
      () =>
        instructed(() =>
          declared()
            .on('2026-06-01')
            .does('skip-study', because)
            .does('pass-over-opinion', because)
            .does('write-legitimation-note', NOTE)
            .does('request-grant', GRANT),
        ),
      'enter-agenda',
      { ...agenda, sessionOn: civilDate('2026-06-01') },
    ],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});

function studyRefused(): DossierBuilder {
  const dossier = declared().does('request-study-grant', STUDY);
  dossier.does('report-instruction', { favourable: false, report: 'R' }).does('enter-agenda', agenda);
  return dossier.does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 });
}
