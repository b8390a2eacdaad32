import { describe, expect, it } from '@jest/globals';
import { dueOf, debtorOf } from '../../../src/domain/dossier/owing.js';
import { dueOfYear } from '../../../src/domain/funded-year/due.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { accountOf } from '../../../src/domain/lifecycle/settlement.js';
import { factsOf } from '../../../src/domain/dossier/expectations.js';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import {
  ACCOUNT,
  because,
  BEARER,
  CARRIER,
  type DossierBuilder,
  GOOD_VOTE,
  prepared,
  declared,
  STUDY,
} from '../../builders/dossier.js';
import { amended, carried, convention, yearTurns } from '../../builders/whole-life-dossiers.js';
import {
  CONVENTION_OF_2018,
  reportsOf2018,
  secondYearGranted,
  secondYearOpen,
  votedByYear,
  YEAR_OF_2018,
  yearGrant,
} from '../../builders/yearly-votes.js';

const on = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });
const yearAward = (dossier: DossierBuilder) => Object.values(dossier.state.awards).find(({ kind }) => kind === 'year');
const lines = (dossier: DossierBuilder) =>
  Object.values(dossier.state.instalments).map(({ award, year, number, kind, amount }) => ({
    of: dossier.state.awards[award]?.kind,
    year,
    number,
    kind,
    amount,
  }));
const LABEL = expect.stringMatching(/^Règlement/);
const onAgenda = () => {
  const dossier = prepared('2018-03-05').does('request-grant', CONVENTION_OF_2018);
  dossier.does('report-instruction', { favourable: true, report: 'R' });
  return dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
};

describe('where each year has its own vote', () => {
  it('the first vote plans the first year only, and the convention runs for all its years', () => {
    expect(lines(votedByYear())).toEqual([
      { of: 'convention', year: 1, number: 1, kind: 'advance', amount: 1_500_000 },
      { of: 'convention', year: 1, number: 2, kind: 'balance', amount: 1_500_000 },
    ]);
    expect(convention(votedByYear()).vote).toMatchObject({ conventionRequired: true, amount: 3_000_000 });
    expect(convention(votedByYear())).toMatchObject({ years: 3, period: { from: '2018-07-01', to: '2021-06-30' } });
  });

  it('the calendar opens the second year, whose grant is then asked for within two months', async () => {
    const dossier = secondYearOpen();
    expect(dossier.events.at(-1)?.data).toMatchObject({ year: 2, ownGrant: true });
    const key =
      (await rehearse(factsOf(dossier.events))).find(awaitedKey => awaitedKey.startsWith('year-grant-request/')) ?? '';
    expect(key).toBe(`year-grant-request/${convention(dossier).id}/2`);
    expect(dueOf(key, dossier.state, dossier.rules)).toMatchObject({ on: '2019-09-01', since: '2019-07-01' });
    expect(debtorOf(key, dossier.state, dossier.rules)).toEqual({ role: 'carrier', body: CARRIER });
  });

  it('the request of a year is its own award, for the days of that year, and is no longer awaited', async () => {
    const dossier = secondYearOpen();
    dossier.does('request-year-grant', yearGrant(2, cents(2_500_000)), on(dossier));
    expect(yearAward(dossier)).toMatchObject({
      parent: convention(dossier).id,
      year: 2,
      years: 1,
      cycle: 1,
      amount: 2_500_000,
      period: { from: '2019-07-01', to: '2020-06-30' },
    });
    expect(await dossier.awaits()).not.toContain('year-grant-request');
    expect(await dossier.awaits()).toContain('decision');
  });

  it('its vote plans that year, and it is in force once notified, without a convention of its own', () => {
    const dossier = secondYearGranted();
    expect(lines(dossier).slice(2)).toEqual([
      { of: 'year', year: 2, number: 1, kind: 'advance', amount: 1_500_000 },
      { of: 'year', year: 2, number: 2, kind: 'balance', amount: 1_500_000 },
    ]);
    expect(yearAward(dossier)).toMatchObject({ status: 'in-force', vote: { conventionRequired: false } });
    const opened = dossier.events.filter(({ type }) => type === 'funded-year-opened');
    expect(opened.map(({ data }) => data)).toMatchObject([{ year: 1 }, { year: 2 }]);
    const advance = { on: { award: yearAward(dossier)?.id ?? '', year: 2, number: 1 } };
    expect(dossier.refusals('claim-instalment', ACCOUNT, advance)).toEqual([]);
  });

  it('a rejected year ends neither the convention nor the project, and may be asked for again', () => {
    const dossier = secondYearRejected();
    expect([convention(dossier).status, dossier.state.lifecycle.status]).toEqual(['in-force', 'alive']);
    expect(dossier.reasons('request-year-grant', yearGrant(2), on(dossier))).toEqual([]);
  });

  it('the account of the convention counts the money of its years', () => {
    const dossier = reportsOf2018(secondYearGranted(), 1);
    expect(accountOf(dossier.state, convention(dossier), dossier.rules)).toMatchObject({ granted: 6_000_000 });
    const { granted } = dueOfYear(dossier.state, convention(dossier), 2, dossier.rules);
    expect(granted).toBe(3_000_000);
  });

  it('what is due is in proportion of the forecast of a year', () => {
    const dossier = reportsOf2018(secondYearOpen(), 1, { eligibleExpenses: cents(2_000_000) });
    const { due, steps } = dueOfYear(dossier.state, convention(dossier), 1, dossier.rules);
    // 30 000 € × 20 000 / 40 000.
    expect(due).toBe(1_500_000);
    expect(steps.map(({ rule }) => rule)).toEqual(['granted', 'proportional']);
  });

  it('a change of carrier takes with it the grants of the years, but for those that were rejected', () => {
    const again = secondYearRejected();
    const granted = carried(again.does('request-year-grant', yearGrant(2), on(again)));
    const { award: second = '' } = granted.award;
    const dossier = amended(granted, { carrier: { name: 'Reprise fictive', siret: BEARER } });
    const transferred = dossier.events.filter(({ type }) => type === 'award-transferred');
    expect(transferred.map(({ data }) => data)).toEqual([{ award: second, applicant: BEARER }]);
    expect(dossier.state.awards[second]?.applicant).toBe(BEARER);
    expect(yearAward(dossier)).toMatchObject({ status: 'rejected', applicant: CARRIER });
  });
});

function secondYearRejected(): DossierBuilder {
  const dossier = secondYearOpen();
  dossier.does('request-year-grant', yearGrant(2), on(dossier));
  dossier.does('report-instruction', { favourable: false, report: 'R' });
  dossier.does('enter-agenda', { organ: 'assembly', sessionOn: dossier.today, text: 'T' });
  return dossier.does('record-vote', { ...GOOD_VOTE, outcome: 'rejected', votesFor: 5, votesAgainst: 50 });
}

const REFUSED: readonly Refused[] = [
  [
    'a first vote above what a year may have',
    onAgenda,
    'record-vote',
    { ...GOOD_VOTE, amount: cents(3_000_001) },
    [{ code: 'amount-above-ceiling', source: LABEL, pointer: '/amount' }],
  ],
  [
    'the grant of a year that is neither open nor the next one',
    votedByYear,
    'request-year-grant',
    yearGrant(3),
    [{ code: 'year-not-next', pointer: '/year' }],
    on,
  ],
  [
    'the grant of the first year',
    secondYearOpen,
    'request-year-grant',
    yearGrant(1),
    [{ code: 'year-not-next', pointer: '/year' }],
    on,
  ],
  [
    'the grant of a year after the last one',
    () => yearTurns(secondYearOpen(), 2),
    'request-year-grant',
    yearGrant(4),
    [{ code: 'year-not-next', pointer: '/year' }],
    on,
  ],
  [
    'the grant of a year that was asked for',
    secondYearGranted,
    'request-year-grant',
    yearGrant(2),
    [{ code: 'year-already-requested', pointer: '/year' }],
    on,
  ],
  [
    'the grant of a year above its ceiling',
    secondYearOpen,
    'request-year-grant',
    yearGrant(2, cents(3_000_001)),
    [{ code: 'amount-above-ceiling', source: LABEL, pointer: '/amount' }],
    on,
  ],
  [
    'the grant of a year with an unknown piece',
    secondYearOpen,
    'request-year-grant',
    { ...yearGrant(2), pieces: ['payslips'] },
    [{ code: 'unknown-piece', pointer: '/pieces' }],
    on,
  ],
  [
    'the grant of a year to a study',
    () => studyOf2018(),
    'request-year-grant',
    yearGrant(2),
    [{ code: 'not-voted-by-year', source: LABEL, absolute: true }],
  ],
  [
    'an amendment of the amount',
    votedByYear,
    'request-amendment',
    { ...because, amount: cents(1) },
    [{ code: 'voted-by-year', source: LABEL, pointer: '/amount' }],
    on,
  ],
  [
    'an amendment of the schedule',
    votedByYear,
    'request-amendment',
    { ...because, schedule: [] },
    [{ code: 'voted-by-year', source: LABEL, pointer: '/schedule' }],
    on,
  ],
  [
    'a proportional aid without its forecast',
    () => prepared('2018-03-05'),
    'request-grant',
    { ...CONVENTION_OF_2018, budget: undefined },
    [{ code: 'budget-missing', source: LABEL, pointer: '/budget' }],
  ],
];

function studyOf2018(): DossierBuilder {
  return carried(declared('2018-03-05').does('request-study-grant', { ...STUDY, amount: cents(2_000_000) }));
}

describe('where each year has its own vote, is refused', () => {
  it.each(REFUSED)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('where each year has its own vote, is accepted', () => {
  it.each<Attempt>([
    ['a first vote of all that a year may have', onAgenda, 'record-vote', { ...GOOD_VOTE, amount: YEAR_OF_2018 }],
    ['the grant of the next year before it opens', votedByYear, 'request-year-grant', yearGrant(2), on],
    [
      'the grant of the third year, the second being granted',
      () => yearTurns(secondYearGranted(), 2),
      'request-year-grant',
      yearGrant(3),
      on,
    ],
    ['the grant of the last year', () => yearTurns(secondYearOpen(), 2), 'request-year-grant', yearGrant(3), on],
    ['an amendment of the duration', votedByYear, 'request-amendment', { ...because, years: 2 }, on],
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
