import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '../../src/domain/kernel/civil-date.js';
import { LIFE, livedBefore, saidAt } from '../builders/dated-life.js';
import {
  because,
  breach,
  BEARER,
  type DossierBuilder,
  GOOD_VOTE,
  GRANT,
  inForce,
  onAgenda,
  signature,
} from '../builders/dossier.js';
import type { Named } from '../builders/subjects.js';
import { amended, convention, HASH, RENEWAL, running, settled } from '../builders/whole-life-dossiers.js';

const reasonsOn = (day: string, dossier: DossierBuilder, act: string, payload: object, on?: Named) =>
  dossier.reasons(act, payload, { date: day, ...(on ? { on } : {}) });
const dayBefore = (day: string) => addDays(civilDate(day), -1);
const EXECUTORY = { source: 'CGCT art. L4141-1, I et II' };

describe('an act of a life', () => {
  it.each<[act: string, doneOn: string, rests: string, on: string, more?: object]>([
    ['acknowledge-request', '2026-02-10', 'the request', '2026-02-09'],
    ['report-instruction', '2026-02-12', 'the request', '2026-02-09'],
    ['enter-agenda', '2026-02-16', 'the instruction', '2026-02-12'],
    ['transmit-deliberation', '2026-02-23', 'the vote', '2026-02-20', EXECUTORY],
    [
      'notify-grant',
      '2026-02-25',
      'the transmission',
      '2026-02-23',
      { ...EXECUTORY, liftedBy: 'transmit-deliberation' },
    ],
    ['claim-instalment', '2026-02-26', 'the notified grant', '2026-02-25'],
    ['prepare-liquidation', '2026-02-27', 'the claim', '2026-02-26'],
    ['validate-liquidation', '2026-03-02', 'what was prepared', '2026-02-27'],
    ['record-payment-order', '2026-03-03', 'the validated liquidation', '2026-03-02'],
    ['record-payment', '2026-03-04', 'the order', '2026-03-03'],
    ['deliver-study', '2026-03-06', 'the demand of the study', '2026-02-09'],
    ['review-study', '2026-03-09', 'the delivery', '2026-03-06'],
    ['deliver-study', '2026-03-11', 'the study sent back', '2026-03-09'],
    ['review-study', '2026-03-13', 'the second delivery', '2026-03-11'],
    ['give-opinion', '2026-03-16', 'the initiative', '2026-02-02'],
    ['file-revised-project', '2026-03-18', 'the unfavourable opinion', '2026-03-16'],
    ['give-opinion', '2026-03-20', 'the revised project', '2026-03-18'],
    ['write-legitimation-note', '2026-03-25', 'the initiative', '2026-02-02'],
    ['write-legitimation-note', '2026-03-27', 'the note before', '2026-03-25'],
    ['demand-pieces', '2026-04-01', 'the request', '2026-03-30'],
    ['deliver-pieces', '2026-04-03', 'the demand of pieces', '2026-04-01'],
    ['sign-convention', '2026-05-11', 'the executory character', '2026-05-04', { ...EXECUTORY, absolute: true }],
    ['notify-convention', '2026-05-13', 'the last signature', '2026-05-11'],
    ['publish-essential-data', '2026-05-15', 'the signature of the Région', '2026-05-11'],
    ['open-post', '2026-05-18', 'the initiative', '2026-02-02'],
    ['fill-post', '2026-05-20', 'the opening of the post', '2026-05-18'],
    ['vacate-post', '2026-05-22', 'the hiring', '2026-05-20'],
    ['fill-post', '2026-05-26', 'the vacancy', '2026-05-22'],
    ['claim-instalment', '2026-05-28', 'the notified grant', '2026-05-04'],
    ['record-payment-order', '2026-06-10', 'the validated liquidation', '2026-06-08'],
    ['record-payment-rejection', '2026-06-12', 'the order', '2026-06-10'],
    ['prepare-liquidation', '2026-06-15', 'the claim', '2026-05-28'],
    ['file-activity-report', '2028-01-10', 'the end of the exercise', '2028-01-01'],
    ['return-report', '2028-01-12', 'the filing', '2028-01-10'],
    ['file-activity-report', '2028-01-17', 'the report sent back', '2028-01-12'],
    ['accept-report', '2028-01-19', 'the second filing', '2028-01-17'],
    ['settle-cycle', '2028-02-02', 'the end of the convention', '2028-01-01'],
    ['present-observations', '2028-02-07', 'the invitation', '2028-02-04'],
    ['record-recovery-order', '2028-02-09', 'the observations', '2028-02-07'],
    ['record-recovery', '2028-02-11', 'the recovery order', '2028-02-09'],
  ])('%s, done on %s, bears no day before %s of %s', (act, doneOn, _rests, on, more = {}) => {
    const step = LIFE.find(([day]) => day === doneOn);
    if (!step) throw new Error(`Rien le ${doneOn}`);
    const dossier = livedBefore(doneOn).on(doneOn);
    const { payload, saying: options } = saidAt(dossier, step);
    const tried = (day: string) => reasonsOn(day, dossier, act, payload, options.on);
    expect(tried(dayBefore(on))).toEqual([{ code: 'date-order', pointer: '/date', ...more }]);
    expect(tried(on)).toEqual([]);
  });
});

const on = (dossier: DossierBuilder) => ({ award: convention(dossier).id });
const invited = () =>
  running()
    .on('2026-03-02')
    .does('invite-observations', { matter: 'termination', ...breach })
    .on('2026-03-09');

describe('on a side path', () => {
  it.each<
    [act: string, first: string, build: () => DossierBuilder, payload?: object, on?: (of: DossierBuilder) => Named]
  >([
    ['publish-deliberation', '2026-02-20', () => livedBefore('2026-02-23').on('2026-03-01')],
    ['notify-refusal', '2026-02-02', () => rejected()],
    ['suspend-dossier', '2026-02-02', () => running().on('2026-03-01'), because],
    [
      'suspend-dossier',
      '2026-02-10',
      () =>
        running().does('suspend-dossier', because).on('2026-02-10').does('resume-dossier', because).on('2026-03-01'),
      because,
    ],
    ['resume-dossier', '2026-02-02', () => running().does('suspend-dossier', because).on('2026-03-01'), because],
    ['abandon-pole', '2026-02-02', () => running().on('2026-03-01'), because],
    [
      'terminate-by-region',
      '2026-03-09',
      () => invited().does('present-observations', { matter: 'termination', observations: 'O' }).on('2026-04-01'),
      breach,
    ],
    ['end-post', '2026-05-18', () => livedBefore('2026-05-20').on('2026-06-01')],
    ['end-post', '2026-05-20', () => livedBefore('2026-05-22').on('2026-06-01')],
    ['end-post', '2026-05-22', () => livedBefore('2026-05-26').on('2026-06-01')],
    [
      'acknowledge-withdrawal',
      '2026-02-04',
      () => livedBefore('2026-02-05').on('2026-02-04').does('withdraw-project', because).on('2026-03-01'),
    ],
    ['close-dossier', '2030-01-01', () => settled().on('2030-02-01')],
    [
      'record-final-evaluation',
      '2027-01-01',
      () => running().on('2027-02-01'),
      { outcome: 'favourable', hash: HASH },
      on,
    ],
    [
      'request-amendment',
      '2026-02-02',
      () => running().on('2026-03-01'),
      { ...because, years: 2, amount: 7_000_000 },
      on,
    ],
    [
      'request-amendment',
      '2026-05-13',
      () => livedBefore('2026-05-15').on('2026-06-01'),
      { ...because, amount: 3_000_000 },
      on,
    ],
    ['request-renewal', '2027-01-01', () => running().on('2029-03-01'), RENEWAL],
    [
      'settle-former-carrier',
      '2026-03-02',
      () => amended(running().on('2026-03-02'), { carrier: { name: 'Reprise', siret: BEARER } }).on('2026-04-01'),
      {},
      on,
    ],
    ['waive-recovery', '2028-02-02', () => livedBefore('2028-02-04').on('2028-03-01'), because, on],
    ['record-vote', '2026-02-02', () => onAgenda().on('2026-02-05'), { ...GOOD_VOTE, amount: GRANT.amount }],
    ['notify-convention', '2026-05-11', () => livedBefore('2026-05-13').on('2026-06-01')],
  ])('%s bears no day before %s', (act, first, build, payload = {}, of) => {
    const dossier = build();
    const tried = (day: string) => reasonsOn(day, dossier, act, payload, of?.(dossier));
    expect(tried(dayBefore(first))).toMatchObject([{ code: 'date-order', pointer: '/date' }]);
    expect(tried(first)).toEqual([]);
  });

  it('a demand of pieces gives at least until the next day, and a session is not before its agenda', () => {
    const requested = livedBefore('2026-04-01').on('2026-04-10');
    const demanded = (term: string) =>
      reasonsOn('2026-04-01', requested, 'demand-pieces', { pieces: ['statutes'], term });
    expect(demanded('2026-04-01')).toEqual([{ code: 'date-order', pointer: '/term' }]);
    expect(demanded('2026-04-02')).toEqual([]);
    const instructed = livedBefore('2026-04-09').on('2026-04-10');
    const entered = (sessionOn: string) =>
      reasonsOn('2026-04-09', instructed, 'enter-agenda', { organ: 'assembly', sessionOn, text: 'T' });
    expect(entered('2026-04-08')).toEqual([{ code: 'date-order', pointer: '/sessionOn' }]);
    expect(entered('2026-04-09')).toEqual([]);
  });

  it('the carrier signs on any day, even before the vote is transmitted', () => {
    const dossier = livedBefore('2026-05-06').on('2026-05-06');
    expect(reasonsOn('2026-04-28', dossier, 'sign-convention', signature(dossier, 'carrier'))).toEqual([]);
  });

  it('the publication of a délibération names the law of what is published', () => {
    const dossier = livedBefore('2026-02-23').on('2026-03-01');
    expect(reasonsOn('2026-02-19', dossier, 'publish-deliberation', {})).toEqual([
      { code: 'date-order', pointer: '/date', source: 'CGCT art. L4141-1, III' },
    ]);
  });

  it('no act is dated after today', () => {
    const dossier = inForce('2026-03-02');
    expect(reasonsOn('2026-03-03', dossier, 'publish-essential-data', {})).toEqual([
      { code: 'date-in-future', pointer: '/date' },
    ]);
    expect(reasonsOn('2026-03-02', dossier, 'publish-essential-data', {})).toEqual([]);
  });
});

function rejected(): DossierBuilder {
  return onAgenda()
    .does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 })
    .on('2026-03-01');
}
