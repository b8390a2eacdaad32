import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { type Attempt, reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import { declared, GRANT, prepared, STUDY } from '../../builders/dossier.js';
import { convention, firstYearOver, RENEWAL, running } from '../../builders/whole-life-dossiers.js';

const LABEL: unknown = expect.stringMatching(/^Règlement de l'aide aux pôles/);
const commitment = {
  code: 'republican-commitment-missing',
  source: 'Loi n° 2000-321 art. 10-1 ; décret n° 2021-1947 du 31 décembre 2021',
  pointer: '/commitment',
  absolute: true,
};
const ceiling = { code: 'amount-above-ceiling', source: LABEL, pointer: '/amount' };
const years = { code: 'too-many-years', source: LABEL, pointer: '/years' };
const REQUEST: readonly Refused[] = [
  ['without the republican commitment', prepared, 'request-grant', { ...GRANT, commitment: undefined }, [commitment]],
  ['a cent above the ceiling', prepared, 'request-grant', { ...GRANT, amount: cents(GRANT.amount + 1) }, [ceiling]],
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
    { ...STUDY, commitment: undefined },
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

describe('a request refuses, by its source and with the act that lifts it,', () => {
  it.each(REQUEST)('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });
});

describe('a request, at the edge, accepts', () => {
  it.each<Attempt>([
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
  ])('%s', (...attempt) => {
    expect(reasonsOf(...attempt)).toEqual([]);
  });
});
