import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import {
  ACCOUNT,
  because,
  breach,
  type DossierBuilder,
  GRANT,
  prepared,
  studyGranted,
} from '../../builders/dossier.js';
import {
  accountedFor,
  amended,
  carried,
  convention,
  firstYearOver,
  heardOnExcess,
  lastYearOver,
  reports,
  running,
  withExcess,
  yearTurns,
} from '../../builders/whole-life-dossiers.js';

const on = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });

const HEARING = { source: 'CRPA art. L121-1 et L122-1 : procédure contradictoire', absolute: true };

const NOT_HEARD = { code: 'observations-not-heard', ...HEARING };

const inviting = (matter: string) => ({ matter, ...(matter === 'recovery' ? because : breach) });

const invited = (build: () => DossierBuilder, matter: string) => {
  const dossier = build();
  return dossier.does('invite-observations', inviting(matter), on(dossier));
};

const line = (dossier: DossierBuilder, year: number, number: number) => ({
  on: { award: convention(dossier).id, year, number },
});

const SETTLEMENT: readonly Refused[] = [
  [
    'a settlement while the convention runs',
    () => reports(firstYearOver(), 1),
    'settle-cycle',
    {},
    [
      { code: 'convention-runs', source: 'Convention, durée', absolute: true },
      { code: 'reports-not-accepted', source: 'Loi n° 2000-321 art. 10', liftedBy: 'accept-report' },
    ],
    on,
  ],
  [
    'a settlement before the last accounts',
    lastYearOver,
    'settle-cycle',
    {},
    [{ code: 'reports-not-accepted', source: 'Loi n° 2000-321 art. 10', liftedBy: 'accept-report' }],
    on,
  ],
  [
    'the settlement of an amendment on its own',
    () => amended(running(), { years: 2, amount: cents(7_000_000) }),
    'settle-cycle',
    {},
    [
      { code: 'no-own-account', absolute: true },
      { code: 'convention-runs', source: 'Convention, durée', absolute: true },
    ],
  ],
  ...(
    [
      ['claimed', 'prepare-liquidation', []],
      ['prepared', 'validate-liquidation', ['prepare']],
      ['liquidated', 'record-payment-order', ['prepare', 'validate']],
    ] as const
  ).map(([status, liftedBy, steps]): Refused => [
    `a settlement while a payment is ${status}`,
    () => lastBalance(steps),
    'settle-cycle',
    {},
    [{ code: 'payment-under-way', liftedBy, absolute: true }],
    on,
  ]),
];

/** Everything accounted for, the last balance claimed and carried a few steps. */
function lastBalance(steps: readonly ('prepare' | 'validate')[]): DossierBuilder {
  const dossier = accountedFor();
  const of = line(dossier, 3, 2);
  dossier.does('claim-instalment', ACCOUNT, of);
  if (steps.includes('prepare')) dossier.does('prepare-liquidation', { amount: cents(1_050_000) }, of);
  if (steps.includes('validate')) dossier.does('validate-liquidation', {}, of);
  return dossier;
}

const HEARINGS: readonly Refused[] = [
  [
    'a hearing held already',
    () => invited(running, 'termination'),
    'invite-observations',
    inviting('termination'),
    [
      {
        ...{ code: 'already-done', pointer: '/matter', liftedBy: 'present-observations' },
        source: 'CRPA art. L121-1 et L122-1 : procédure contradictoire',
      },
    ],
    on,
  ],
  [
    'a hearing on an excess that is not',
    running,
    'invite-observations',
    inviting('recovery'),
    [{ code: 'nothing-to-discuss', pointer: '/matter' }],
    on,
  ],
  [
    'a hearing on the end of a convention that has ended',
    lastYearOver,
    'invite-observations',
    inviting('termination'),
    [{ code: 'nothing-to-discuss', pointer: '/matter' }],
    on,
  ],
  [
    'a hearing on the end of a study',
    studyGranted,
    'invite-observations',
    inviting('termination'),
    [{ code: 'nothing-to-discuss', pointer: '/matter' }],
  ],
  [
    'a hearing on an excess already ordered',
    () => heardOnExcess().does('record-recovery-order', { order: 'T' }),
    'invite-observations',
    inviting('termination'),
    [{ code: 'nothing-to-discuss', pointer: '/matter' }],
    on,
  ],
  [
    'observations that nobody asked for',
    running,
    'present-observations',
    { matter: 'termination', observations: 'O' },
    [{ code: 'observations-not-invited', liftedBy: 'invite-observations', absolute: true }],
    on,
  ],
  [
    'observations on another matter than the one asked about',
    () => invited(running, 'termination'),
    'present-observations',
    { matter: 'recovery', observations: 'O' },
    [{ code: 'observations-not-invited', pointer: '/matter' }],
    on,
  ],
  [
    'observations given twice',
    heardOnExcess,
    'present-observations',
    { matter: 'recovery', observations: 'O' },
    [{ code: 'observations-not-invited', liftedBy: 'invite-observations', absolute: true }],
    on,
  ],
  [
    'a recovery order that nobody was heard on',
    withExcess,
    'record-recovery-order',
    { order: 'T' },
    [{ ...NOT_HEARD, liftedBy: 'invite-observations' }],
    on,
  ],
  [
    'a recovery order while the body may answer',
    () => invited(withExcess, 'recovery'),
    'record-recovery-order',
    { order: 'T' },
    [{ ...NOT_HEARD, liftedBy: 'present-observations' }],
    on,
  ],
];

function orderedLast(): DossierBuilder {
  const dossier = lastBalance(['prepare', 'validate']);
  return dossier.does('record-payment-order', { order: 'M' }, line(dossier, 3, 2));
}

/** A year of which nothing was spent and nothing may be kept, its advance claimed before that was known. */
function nothingDue(): DossierBuilder {
  const dossier = carried(prepared().does('request-grant', { ...GRANT, years: 1, amount: cents(3_500_000) }));
  const { reglement } = dossier.rules;
  const keepsNothing = { ...dossier.rules, reglement: { ...reglement, surplus: { kind: 'none' } } };
  Object.defineProperty(dossier, 'rules', { value: keepsNothing });
  yearTurns(dossier.does('claim-instalment', ACCOUNT), 1);
  return reports(dossier, 1, { 'financial-report': { unspent: cents(3_500_000) } });
}

describe('the settlement is refused, by its source and with the act that lifts it,', () => {
  it.each(SETTLEMENT)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('the hearing is refused, by its source and with the act that lifts it,', () => {
  it.each(HEARINGS)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('at the edge, is accepted', () => {
  it.each<Attempt>([
    ['a hearing on the end of a convention', running, 'invite-observations', inviting('termination'), on],
    ['a hearing on an excess', withExcess, 'invite-observations', inviting('recovery'), on],
    ['a settlement while a payment is ordered, not returned', () => orderedLast(), 'settle-cycle', {}, on],
    ['a settlement with a claim for which nothing is due', () => nothingDue(), 'settle-cycle', {}, on],
    [
      'a recovery by the finance of what was ordered',
      () => heardOnExcess().does('record-recovery-order', { order: 'T' }),
      'record-recovery',
      {},
      on,
    ],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
