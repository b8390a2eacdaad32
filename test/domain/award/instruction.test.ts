import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import {
  because,
  BEARER,
  CARRIER,
  declared,
  type DossierBuilder,
  GOOD_VOTE,
  GRANT,
  NOTE,
  prepared,
  requested,
  STUDY,
  studyGranted,
} from '../../builders/dossier.js';

const instructed = (build = requested) => build().does('report-instruction', { favourable: true, report: 'R' });
const early = () =>
  declared().does('request-grant', GRANT).does('report-instruction', { favourable: true, report: 'R' });
const agenda = { organ: 'assembly', sessionOn: civilDate('2026-02-02'), text: 'T' };
const demanded = () => requested().does('demand-pieces', { pieces: ['statutes', 'officers'] });

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

describe('several demands of pieces', () => {
  const standing = (dossier: DossierBuilder) => dossier.state.awards[dossier.award.award ?? ''];
  const twice = () =>
    requested('2026-02-02')
      .does('demand-pieces', { pieces: ['statutes'] })
      .on('2026-02-04')
      .does('deliver-pieces', { pieces: ['statutes'] })
      .on('2026-02-06')
      .does('demand-pieces', { pieces: ['officers'], term: civilDate('2026-02-20') });

  it('are each ended on their own: by its pieces, or by its term', async () => {
    const dossier = await twice().on('2026-02-21').settlesSilences();
    expect(standing(dossier)?.demands).toMatchObject([
      { number: 1, missing: [], endedOn: '2026-02-04', termEnded: null },
      { number: 2, missing: ['officers'], endedOn: '2026-02-20' },
    ]);
    expect(standing(dossier)?.status).toBe('requested');
  });

  it('suspend the request as long as one is pending', () => {
    expect(standing(twice())?.status).toBe('incomplete');
  });

  it('answered after the instruction leave it instructed', async () => {
    const dossier = await twice().on('2026-02-21').settlesSilences();
    dossier
      .does('report-instruction', { favourable: true, report: 'R' })
      .does('deliver-pieces', { pieces: ['officers'] });
    expect(standing(dossier)).toMatchObject({ status: 'instructed', demands: [{}, { missing: [] }] });
  });

  it('entered on the last day of their term take the place of its end; the day after, they do not', async () => {
    const late = async (date: string) => {
      const dossier = await twice().on('2026-02-21').settlesSilences();
      return dossier.does('deliver-pieces', { pieces: ['officers'] }, { date }).events.map(({ type }) => type);
    };
    expect(await late('2026-02-20')).toContain('pieces-term-superseded');
    expect(await late('2026-02-21')).not.toContain('pieces-term-superseded');
  });
});

describe('the instruction refuses, by its source and with the act that lifts it,', () => {
  it.each(INSTRUCTION)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('the instruction, at the edge, accepts', () => {
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
