import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import { type DossierBuilder, prepared, requested, studyGranted } from '../../builders/dossier.js';
import {
  convention,
  firstYearOver,
  HASH,
  lastYearOver,
  RENEWAL,
  running,
  settled,
} from '../../builders/whole-life-dossiers.js';

const LABEL: unknown = expect.stringMatching(/^Règlement de l'aide aux pôles/);

const on = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });

const evaluation = { outcome: 'favourable', hash: HASH };

const RENEWAL_REFUSED: readonly Refused[] = [
  [
    'before any convention',
    prepared,
    'request-renewal',
    RENEWAL,
    [{ code: 'no-convention', liftedBy: 'request-grant', absolute: true }],
  ],
  [
    'the day before it opens',
    () => firstYearOver().on('2028-12-31'),
    'request-renewal',
    RENEWAL,
    [{ code: 'renewal-window', source: expect.stringMatching(/ : renouvellement$/), absolute: true }],
  ],
  [
    'when it was asked for already',
    () => firstYearOver().on('2029-01-01').does('request-renewal', RENEWAL),
    'request-renewal',
    { ...RENEWAL, startsOn: '2033-01-01' },
    [{ code: 'renewal-under-way', liftedBy: 'record-vote', absolute: true }],
  ],
  [
    'when it asks for too much',
    () => firstYearOver().on('2029-01-01'),
    'request-renewal',
    { ...RENEWAL, amount: cents(10_500_001) },
    [{ code: 'amount-above-ceiling', source: LABEL, pointer: '/amount' }],
  ],
];

const EVALUATION: readonly Refused[] = [
  [
    'of a convention that does not run yet',
    requested,
    'record-final-evaluation',
    evaluation,
    [{ code: 'convention-not-running', absolute: true }],
  ],
  [
    'of a study',
    studyGranted,
    'record-final-evaluation',
    evaluation,
    [{ code: 'convention-not-running', absolute: true }],
  ],
  [
    'made twice',
    () => {
      const dossier = lastYearOver();
      return dossier.does('record-final-evaluation', evaluation, on(dossier));
    },
    'record-final-evaluation',
    evaluation,
    [{ code: 'already-done', absolute: true }],
    on,
  ],
  [
    'of an account of a former carrier that is not',
    running,
    'settle-former-carrier',
    {},
    [{ code: 'no-former-carrier', absolute: true }],
    on,
  ],
];

describe('a renewal is refused, by its source and with the act that lifts it,', () => {
  it.each(RENEWAL_REFUSED)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('an evaluation is refused, by its source and with the act that lifts it,', () => {
  it.each(EVALUATION)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('at the edge, is accepted', () => {
  it.each<Attempt>([
    ['a renewal on the day it opens', () => firstYearOver().on('2029-01-01'), 'request-renewal', RENEWAL],
    ['an evaluation of a settled convention', settled, 'record-final-evaluation', evaluation, on],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
