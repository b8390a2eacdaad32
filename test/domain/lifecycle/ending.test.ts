import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import { BEARER, because, breach, declared, type DossierBuilder, inForce, requested } from '../../builders/dossier.js';
import {
  amended,
  convention,
  firstYearOver,
  HASH,
  heardOnExcess,
  RENEWAL,
  reports,
  running,
  settled,
  withExcess,
  yearTurns,
} from '../../builders/whole-life-dossiers.js';

const on = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });

const evaluation = { outcome: 'favourable', hash: HASH };

const HEARING = { source: 'CRPA art. L121-1 et L122-1 : procédure contradictoire', absolute: true };

const NOT_HEARD = { code: 'observations-not-heard', ...HEARING };

const NO_CONVENTION = { code: 'no-convention', liftedBy: 'withdraw-project', absolute: true };

const inviting = (matter: string) => ({ matter, ...(matter === 'recovery' ? because : breach) });

const invited = (build: () => DossierBuilder, matter: string) => {
  const dossier = build();
  return dossier.does('invite-observations', inviting(matter), on(dossier));
};

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
  [
    'a termination by the Région before any convention',
    requested,
    'terminate-by-region',
    breach,
    [NO_CONVENTION, { ...NOT_HEARD, liftedBy: 'invite-observations' }],
  ],
  [
    'a termination by the Région while the carrier may answer',
    () => invited(running, 'termination'),
    'terminate-by-region',
    breach,
    [{ ...NOT_HEARD, liftedBy: 'present-observations' }],
  ],
  ['a second acknowledgement', acknowledged, 'acknowledge-withdrawal', {}, [{ code: 'already-done', absolute: true }]],
];

function acknowledged(): DossierBuilder {
  return declared().does('withdraw-project', because).does('acknowledge-withdrawal');
}

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
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
  const vote = { number: 'N', members: 3, present: 3, votesFor: 3, votesAgainst: 0, abstentions: 0 };
  return dossier.does('record-vote', { ...vote, outcome: 'adopted', amount: cents(10_500_000) });
}

function transferredAndSettled(): DossierBuilder {
  const dossier = amended(inForce(), { carrier: { name: 'Reprise', siret: BEARER } });
  for (const year of [1, 2, 3]) yearTurns(dossier, year);
  for (const year of [1, 2, 3]) reports(dossier, year);
  return dossier.does('settle-cycle', {}, on(dossier));
}

describe('an early end is refused, by its source and with the act that lifts it,', () => {
  it.each(ENDING)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('the closure is refused, by its source and with the act that lifts it,', () => {
  it.each(CLOSURE)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('at the edge, is accepted', () => {
  it.each<Attempt>([
    ['a withdrawal before the convention is notified', requested, 'withdraw-project', because],
    ['the closure of a settled dossier', settled, 'close-dossier'],
    ['the closure of an excess waived', () => withExcess().does('waive-recovery', because), 'close-dossier'],
    ['a withdrawal while suspended', () => requested().does('suspend-dossier', because), 'withdraw-project', because],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
