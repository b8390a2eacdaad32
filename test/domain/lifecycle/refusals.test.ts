import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/attempts.js';
import {
  ACCOUNT,
  BEARER,
  because,
  claimed,
  declared,
  type DossierBuilder,
  FIRST_ADVANCE,
  GRANT,
  inForce,
  prepared,
  requested,
  someone,
  studyGranted,
} from '../../builders/dossier.js';
import {
  accountedFor,
  amended,
  carried,
  convention,
  firstYearOver,
  HASH,
  heardOnExcess,
  lastYearOver,
  RENEWAL,
  reports,
  running,
  settled,
  withExcess,
  yearTurns,
} from '../../builders/whole-path.js';

const LABEL: unknown = expect.stringMatching(/^Règlement de l'aide aux pôles/);
const on = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });
const evaluation = { outcome: 'favourable', hash: HASH };
const HEARING = { source: 'CRPA art. L121-1 et L122-1 : procédure contradictoire', absolute: true };
const NOT_HEARD = { code: 'observations-not-heard', ...HEARING };
const NO_CONVENTION = { code: 'no-convention', liftedBy: 'withdraw-project', absolute: true };
const inviting = (matter: string) => ({ matter, ...because });
const invited = (build: () => DossierBuilder, matter: string) => {
  const dossier = build();
  return dossier.does('invite-observations', inviting(matter), on(dossier));
};
const line = (dossier: DossierBuilder, year: number, number: number) => ({
  on: { award: convention(dossier).id, year, number },
});

const ENDING: readonly Refused[] = [
  [
    'a withdrawal, once the convention is notified',
    inForce,
    'withdraw-project',
    because,
    [
      {
        code: 'convention-in-force',
        source: 'Convention, clause de résiliation',
        liftedBy: 'abandon-pole',
        absolute: true,
      },
    ],
  ],
  ['an abandonment before any convention', requested, 'abandon-pole', because, [NO_CONVENTION]],
  ['a termination by the carrier before any convention', requested, 'terminate-by-carrier', because, [NO_CONVENTION]],
  [
    'a termination by the Région before any convention',
    requested,
    'terminate-by-region',
    because,
    [NO_CONVENTION, { ...NOT_HEARD, liftedBy: 'invite-observations' }],
  ],
  [
    'a termination by the Région while the carrier may answer',
    () => invited(running, 'termination'),
    'terminate-by-region',
    because,
    [{ ...NOT_HEARD, liftedBy: 'present-observations' }],
  ],
  ['a second acknowledgement', acknowledged, 'acknowledge-withdrawal', {}, [{ code: 'already-done', absolute: true }]],
];

function acknowledged(): DossierBuilder {
  return declared().does('withdraw-project', because).does('acknowledge-withdrawal');
}

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
    [{ code: 'already-done', pointer: '/matter' }],
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

const NOT_SETTLED = {
  code: 'grant-not-settled',
  source: "Règlement de l'aide, clôture",
  liftedBy: 'settle-cycle',
  absolute: true,
};
const EXCESS = { code: 'excess-outstanding', source: 'CGCT art. L1617-5', absolute: true };
const RENEWING = { code: 'renewal-under-way', source: "Règlement de l'aide, renouvellement", absolute: true };
const CLOSURE: readonly Refused[] = [
  ['before any convention', requested, 'close-dossier', {}, [NO_CONVENTION]],
  ['while the convention runs', running, 'close-dossier', {}, [NOT_SETTLED]],
  [
    'while an excess is to be ordered',
    withExcess,
    'close-dossier',
    {},
    [{ ...EXCESS, liftedBy: 'record-recovery-order' }],
  ],
  [
    'while an excess is to be recovered',
    () => heardOnExcess().does('record-recovery-order', { order: 'T' }),
    'close-dossier',
    {},
    [{ ...EXCESS, liftedBy: 'record-recovery' }],
  ],
  ['while its renewal is to be voted', renewalAsked, 'close-dossier', {}, [{ ...RENEWING, liftedBy: 'record-vote' }]],
  [
    'while its renewal is to be signed',
    () => voteRenewal(renewalAsked()),
    'close-dossier',
    {},
    [{ ...RENEWING, liftedBy: 'notify-convention' }],
  ],
  [
    'while the account of a former carrier is open',
    transferredAndSettled,
    'close-dossier',
    {},
    [{ code: 'former-carrier-open', liftedBy: 'settle-former-carrier', absolute: true }],
  ],
];

/** The first convention settled, its renewal asked for and not decided. */
function renewalAsked(): DossierBuilder {
  const dossier = firstYearOver().on('2029-02-01').does('request-renewal', RENEWAL).on('2030-01-01');
  const { id } = convention(dossier);
  for (const year of [2, 3]) yearTurns(dossier, year);
  for (const year of [1, 2, 3]) reports(dossier, year);
  return dossier.does('settle-cycle', {}, { on: { award: id } });
}

function voteRenewal(dossier: DossierBuilder): DossierBuilder {
  dossier.does('record-final-evaluation', evaluation, on(dossier)).does('give-opinion', { outcome: 'favourable' });
  dossier.does('report-instruction', { favourable: true, report: 'R' });
  dossier.does('enter-agenda', { sessionOn: dossier.today, text: 'T' });
  const vote = { number: 'N', members: 3, present: 3, votesFor: 3, votesAgainst: 0, abstentions: 0 };
  return dossier.does('record-vote', { ...vote, outcome: 'adopted', amount: cents(10_500_000) });
}

function transferredAndSettled(): DossierBuilder {
  const dossier = amended(inForce(), { carrier: { name: 'Reprise', siret: BEARER } });
  for (const year of [1, 2, 3]) yearTurns(dossier, year);
  for (const year of [1, 2, 3]) reports(dossier, year);
  return dossier.does('settle-cycle', {}, on(dossier));
}

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

const PREPARATION: readonly Refused[] = [
  ['a second local group', declared, 'form-local-group', { structures: 1 }, [{ code: 'already-done', absolute: true }]],
  ['a second council', declared, 'designate-council', { councilName: 'C' }, [{ code: 'already-done', absolute: true }]],
  [
    'an opinion passed over on its last day',
    () => declared().on('2026-05-04'),
    'pass-over-opinion',
    because,
    [
      {
        code: 'opinion-not-late',
        source: "Règlement de l'aide, avis du Conseil de développement",
        liftedBy: 'give-opinion',
        absolute: true,
      },
    ],
  ],
  [
    'an unfavourable opinion without its reasons',
    declared,
    'give-opinion',
    { outcome: 'unfavourable' },
    [{ code: 'opinion-without-statement', pointer: '/statement' }],
  ],
  [
    'a note that concludes against its own criteria',
    declared,
    'write-legitimation-note',
    {
      carrier: { name: 'A', siret: BEARER },
      selfOrganised: true,
      beyondAssociations: false,
      conclusion: 'legitimate',
      analysis: 'A',
    },
    [{ code: 'criteria-not-met', source: "Règlement de l'aide, critères de légitimité", pointer: '/conclusion' }],
  ],
];

describe.each<[string, readonly Refused[]]>([
  ['an early end', ENDING],
  ['the settlement', SETTLEMENT],
  ['the hearing', HEARINGS],
  ['the closure', CLOSURE],
  ['a renewal', RENEWAL_REFUSED],
  ['an evaluation', EVALUATION],
  ['the preparation', PREPARATION],
])('%s is refused, by its source and with the act that lifts it,', (_name, cases) => {
  it.each(cases)('%s', (...[what, build, act, said, reasons, saying]) => {
    expect(reasonsOf(what, build, act, said, saying)).toEqual(reasons);
  });
});

describe('at the edge, is accepted', () => {
  it.each<Attempt>([
    ['a renewal on the day it opens', () => firstYearOver().on('2029-01-01'), 'request-renewal', RENEWAL],
    ['a withdrawal before the convention is notified', requested, 'withdraw-project', because],
    ['a hearing on the end of a convention', running, 'invite-observations', inviting('termination'), on],
    ['a hearing on an excess', withExcess, 'invite-observations', inviting('recovery'), on],
    ['a settlement while a payment is ordered, not returned', () => orderedLast(), 'settle-cycle', {}, on],
    ['a settlement with a claim for which nothing is due', () => nothingDue(), 'settle-cycle', {}, on],
    ['the closure of a settled dossier', settled, 'close-dossier'],
    ['the closure of an excess waived', () => withExcess().does('waive-recovery', because), 'close-dossier'],
    ['an evaluation of a settled convention', settled, 'record-final-evaluation', evaluation, on],
    ['an opinion passed over the day after its term', () => declared().on('2026-05-05'), 'pass-over-opinion', because],
    ['a withdrawal while suspended', () => requested().does('suspend-dossier', because), 'withdraw-project', because],
    [
      'a recovery by the finance of what was ordered',
      () => heardOnExcess().does('record-recovery-order', { order: 'T' }),
      'record-recovery',
      {},
      on,
    ],
    [
      'a liquidation by another person',
      () => claimed(),
      'prepare-liquidation',
      { amount: FIRST_ADVANCE },
      { by: someone('instructor', 'x') },
    ],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});

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
