import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import type { ReportKind } from '../../../src/domain/reglement/reglement.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import {
  ACCOUNT,
  because,
  claimed,
  type DossierBuilder,
  FIRST_ADVANCE,
  inForce,
  ordered,
  someone,
  studyGranted,
  voted,
} from '../../builders/dossier.js';
import { convention, firstYearOver, HASH, REPORTS, reports, running } from '../../builders/whole-life-dossiers.js';

const LABEL: unknown = expect.stringMatching(/^Règlement de l'aide aux pôles/);
const at = (year: number, number: number) => (dossier: DossierBuilder) => ({
  on: { award: convention(dossier).id, year, number },
});
const NOT_IN_FORCE = {
  code: 'convention-not-in-force',
  source: 'Loi n° 2000-321 art. 10 ; décret n° 2001-495 art. 1 ; CGCT art. L4141-1, I et II',
  absolute: true,
};
const published = () => voted().does('publish-deliberation').does('transmit-deliberation', { receipt: 'R' });
const notified = () => voted().does('transmit-deliberation', { receipt: 'R' }).does('notify-grant');
const delivered = () => studyGranted().does('deliver-study', { reportHash: HASH });
const balance = (dossier: DossierBuilder) => ({ on: { ...dossier.award, year: 1, number: 2 } });
const NOT_ACCEPTED = { code: 'reports-not-accepted', source: LABEL, absolute: true };
const NOT_VALIDATED = {
  code: 'study-not-validated',
  source: expect.stringMatching(/^Règlement de l'aide aux pôles.* : étude de préfiguration$/),
  absolute: true,
};
const OVERDUE = {
  code: 'report-overdue',
  source: expect.stringMatching(/^Règlement de l'aide, .* ; Règlement de l'aide aux pôles/),
};
const files = (dossier: DossierBuilder, report: 'activity-report' | 'indicators', year = 1) =>
  dossier.does(REPORTS[report].act, REPORTS[report].payload, { on: { award: convention(dossier).id, year, report } });

function reportsFiled(dossier: DossierBuilder): DossierBuilder {
  for (const [report, { act, payload }] of Object.entries(REPORTS))
    dossier.does(act, payload, { on: { award: convention(dossier).id, year: 1, report: report as ReportKind } });
  return dossier;
}

function returned(dossier: DossierBuilder): DossierBuilder {
  const on = { award: convention(dossier).id, year: 1, report: 'indicators' as const };
  return dossier.does('return-report', { corrections: [{ field: '/values', reason: 'À préciser.' }] }, { on });
}

const CLAIM: readonly Refused[] = [
  [
    'of a grant that was voted only',
    voted,
    'claim-instalment',
    ACCOUNT,
    [{ ...NOT_IN_FORCE, liftedBy: 'notify-grant' }],
  ],
  [
    'of a grant published, not notified',
    published,
    'claim-instalment',
    ACCOUNT,
    [{ ...NOT_IN_FORCE, liftedBy: 'notify-grant' }],
  ],
  [
    'of a convention that is not notified',
    notified,
    'claim-instalment',
    ACCOUNT,
    [{ ...NOT_IN_FORCE, liftedBy: 'notify-convention' }],
  ],
  [
    'of a year that has not begun',
    running,
    'claim-instalment',
    ACCOUNT,
    [{ code: 'year-not-open', source: 'Convention, exercices financés', absolute: true }],
    at(2, 1),
  ],
  [
    'of the balance of a year that has not begun',
    running,
    'claim-instalment',
    ACCOUNT,
    [{ code: 'year-not-open', source: 'Convention, exercices financés', absolute: true }, NOT_ACCEPTED],
    at(2, 2),
  ],
  [
    'while the convention is suspended',
    () => running().does('suspend-dossier', because),
    'claim-instalment',
    ACCOUNT,
    [{ code: 'suspended', source: 'Convention, clause de suspension', liftedBy: 'resume-dossier', absolute: true }],
  ],
  [
    'of a balance whose first report lacks',
    firstYearOver,
    'claim-instalment',
    ACCOUNT,
    [{ ...NOT_ACCEPTED, liftedBy: 'file-activity-report' }],
    at(1, 2),
  ],
  [
    'of the balance of a study that is not delivered',
    studyGranted,
    'claim-instalment',
    ACCOUNT,
    [{ ...NOT_VALIDATED, liftedBy: 'deliver-study' }],
    balance,
  ],
  [
    'of the balance of a study that is delivered, not validated',
    delivered,
    'claim-instalment',
    ACCOUNT,
    [{ ...NOT_VALIDATED, liftedBy: 'review-study' }],
    balance,
  ],
  [
    'with a BIC that is none',
    inForce,
    'claim-instalment',
    { ...ACCOUNT, bic: 'TESTFRP' },
    [{ code: 'bic-invalid', pointer: '/bic' }],
  ],
  [
    'with an account whose key is wrong',
    inForce,
    'claim-instalment',
    { ...ACCOUNT, iban: 'FR00' },
    [{ code: 'iban-invalid' }],
  ],
  [
    'of the second year, the day after the grace of the reports of the first',
    () => firstYearOver().on('2028-05-31'),
    'claim-instalment',
    ACCOUNT,
    [{ ...OVERDUE, liftedBy: 'file-indicators' }],
    at(2, 1),
  ],
  [
    'of the second year, one report filed and the next one overdue: that one lifts it',
    () => files(firstYearOver(), 'indicators').on('2028-07-31'),
    'claim-instalment',
    ACCOUNT,
    [{ ...OVERDUE, liftedBy: 'file-activity-report' }],
    at(2, 1),
  ],
  [
    'of the second year, a report sent back and overdue again',
    () => returned(reportsFiled(firstYearOver())).on('2028-07-31'),
    'claim-instalment',
    ACCOUNT,
    [{ ...OVERDUE, liftedBy: 'file-indicators' }],
    at(2, 1),
  ],
];

const DUE = { code: 'amount-above-due', source: LABEL, pointer: '/amount', absolute: true };
const prepared = () => claimed().does('prepare-liquidation', { amount: FIRST_ADVANCE });
const PAYMENT: readonly Refused[] = [
  ['a liquidation of nothing', claimed, 'prepare-liquidation', { amount: cents(0) }, [DUE]],
  ['a liquidation of a cent too much', claimed, 'prepare-liquidation', { amount: cents(FIRST_ADVANCE + 1) }, [DUE]],
  [
    'a validation by who prepared it',
    prepared,
    'validate-liquidation',
    {},
    [{ code: 'same-person', source: 'Séparation des rôles : instruction et validation', absolute: true }],
    { by: someone('manager', 'instructor') },
  ],
  [
    'a payment of another amount than what was ordered',
    ordered,
    'record-payment',
    { amount: cents(FIRST_ADVANCE - 1) },
    [{ code: 'payment-amount', pointer: '/amount', absolute: true }],
  ],
  [
    'a liquidation while the convention is suspended',
    () => claimed().does('suspend-dossier', because),
    'prepare-liquidation',
    { amount: FIRST_ADVANCE },
    [{ code: 'suspended', source: 'Convention, clause de suspension', liftedBy: 'resume-dossier', absolute: true }],
  ],
];

describe('a claim is refused', () => {
  it.each(CLAIM)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('on the way of a payment is refused', () => {
  it.each(PAYMENT)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('on the way of a payment, at the edge, is accepted', () => {
  it.each<Attempt>([
    [
      'a claim of the second year on the last day of grace',
      () => firstYearOver().on('2028-05-30'),
      'claim-instalment',
      ACCOUNT,
      at(2, 1),
    ],
    [
      'a claim of the second year, late, when all the reports of the first are filed',
      () => reports(firstYearOver(), 1).on('2028-09-01'),
      'claim-instalment',
      ACCOUNT,
      at(2, 1),
    ],
    ['a claim with a BIC', inForce, 'claim-instalment', { ...ACCOUNT, bic: 'TESTFRPP' }],
    [
      'a claim of the balance of a validated study',
      () => delivered().does('review-study', { outcome: 'validated' }),
      'claim-instalment',
      ACCOUNT,
      balance,
    ],
    ['one cent liquidated', claimed, 'prepare-liquidation', { amount: cents(1) }],
    ['all that is due liquidated', claimed, 'prepare-liquidation', { amount: FIRST_ADVANCE }],
    ['a validation by another person', prepared, 'validate-liquidation', {}, { by: someone('manager', 'other') }],
    ['a payment of what was ordered', ordered, 'record-payment', { amount: FIRST_ADVANCE }],
    [
      'the return of a liquidation while the convention is suspended',
      () => prepared().does('suspend-dossier', because),
      'return-liquidation',
      because,
    ],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
