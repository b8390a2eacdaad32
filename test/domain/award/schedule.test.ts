import { describe, expect, it } from '@jest/globals';
import { amendedSchedule } from '../../../src/domain/award/amendment.js';
import { cents, type Cents } from '../../../src/domain/kernel/cents.js';
import { reasonsOf, type Refused } from '../../builders/refused-attempts.js';
import { ACCOUNT, because, type DossierBuilder, GRANT, NOTE, studyGranted } from '../../builders/dossier.js';
import { amended, carried, convention, firstYearOver, HASH } from '../../builders/whole-life-dossiers.js';

const on = (dossier: DossierBuilder) => ({ on: { award: convention(dossier).id } });
const line = (year: number, number: number, amount: number) => ({ year, number, amount: cents(amount) });
const linesOf = (dossier: DossierBuilder) =>
  Object.values(dossier.state.instalments)
    .filter(({ award }) => award === convention(dossier).id)
    .map(({ year, number, kind, amount }) => [year, number, kind, amount]);

/** What is to come after a first advance of 24 500 €, so that all make 105 000 €. */
const TO_COME = [
  line(1, 2, 1_050_000),
  line(2, 1, 2_450_000),
  line(2, 2, 1_050_000),
  line(3, 1, 2_450_000),
  line(3, 2, 1_050_000),
];

const MISMATCH = { code: 'schedule-mismatch', pointer: '/schedule' };
const SUM = {
  code: 'schedule-sum',
  source: 'Convention : la somme des versements est le montant voté',
  pointer: '/schedule',
  absolute: true,
};
const proposing = (what: string, change: object, ...reasons: readonly object[]): Refused => [
  what,
  firstYearOver,
  'request-amendment',
  { ...because, ...change },
  reasons,
  on,
];

describe('an amendment is refused', () => {
  it.each([
    proposing('that changes nothing', {}, { code: 'nothing-changed', pointer: '' }),
    proposing('to the amount that it has', { amount: GRANT.amount }, { code: 'nothing-changed', pointer: '' }),
    proposing('to the duration that it has', { years: 3 }, { code: 'nothing-changed', pointer: '' }),
    proposing('to the carrier that it has', { carrier: NOTE.carrier }, { code: 'nothing-changed', pointer: '' }),
    proposing(
      'to the document that it has',
      { referenceDocument: 'referentiel-2' },
      { code: 'nothing-changed', pointer: '' },
    ),
    proposing(
      'to an unknown document',
      { referenceDocument: 'x' },
      { code: 'unknown-document', pointer: '/referenceDocument' },
    ),
    proposing(
      'a cent below what is engaged',
      { amount: cents(2_449_999) },
      { code: 'amount-below-committed', pointer: '/amount' },
    ),
    proposing('without a line of its schedule', { schedule: TO_COME.slice(1) }, MISMATCH),
    proposing('with a line of a fourth year', { schedule: [...TO_COME, line(4, 1, 0)] }, MISMATCH),
    proposing('with a line that was paid', { schedule: [line(1, 1, 0), ...TO_COME] }, MISMATCH),
    proposing('with a line given twice', { schedule: [line(1, 2, 0), ...TO_COME] }, MISMATCH),
    proposing('a cent short', { schedule: [line(1, 2, 1_049_999), ...TO_COME.slice(1)] }, SUM),
    proposing('a cent too long', { schedule: [line(1, 2, 1_050_001), ...TO_COME.slice(1)] }, SUM),
    proposing('to four years', { years: 4 }, { code: 'too-many-years', source: expect.anything(), pointer: '/years' }),
    proposing(
      'to the first year only, the second being open',
      { years: 1, amount: cents(3_500_000) },
      { code: 'years-already-open', pointer: '/years' },
    ),
    proposing(
      'to two years for the price of three',
      { years: 2 },
      { code: 'amount-above-ceiling', source: expect.anything(), pointer: '/amount' },
    ),
  ])('%s', (...[what, build, act, payload, reasons, options]) => {
    expect(reasonsOf(what, build, act, payload, options)).toEqual(reasons);
  });

  it('of an award that is no convention, or runs no more', () => {
    const notRunning = {
      code: 'convention-not-running',
      source: "CE 5 juillet 2010 n° 308615 : conditions fixées au plus tard à la date de l'octroi",
      absolute: true,
    };
    expect(studyGranted().reasons('request-amendment', { ...because, years: 2 })).toEqual([notRunning]);
  });
});

describe('an amendment in force', () => {
  it('leaves each instalment what it is, an advance or a balance, and touches no other grant', () => {
    const dossier = withStudy();
    const studyLines = Object.values(dossier.state.instalments).slice(0, 2);
    amended(dossier, { amount: cents(9_000_000) });
    expect(linesOf(dossier).map(([year, number, kind]) => `${year}/${number} ${kind}`)).toEqual([
      '1/1 advance',
      '1/2 balance',
      '2/1 advance',
      '2/2 balance',
      '3/1 advance',
      '3/2 balance',
    ]);
    expect(Object.values(dossier.state.instalments).slice(0, 2)).toEqual(studyLines);
  });

  it('down to what is engaged leaves nothing to come', () => {
    const dossier = amended(firstYearOver(), { amount: cents(2_450_000) });
    expect(linesOf(dossier).map(([, , , amount]) => amount)).toEqual([2_450_000, 0, 0, 0, 0, 0]);
  });

  it('by a schedule of nothing for a line pays nothing on it', () => {
    const schedule = [line(1, 2, 0), line(2, 1, 3_500_000), ...TO_COME.slice(2)];
    const dossier = amended(firstYearOver(), { schedule });
    expect(linesOf(dossier).map(([, , , amount]) => amount)).toEqual([
      2_450_000, 0, 3_500_000, 1_050_000, 2_450_000, 1_050_000,
    ]);
  });
});

describe('what is not claimed yet, when nothing is left to come', () => {
  const replanned = (amount: Cents) => {
    const dossier = firstYearOver();
    const { reglement } = dossier.rules;
    const advanceOnly = { ...reglement, instalments: reglement.instalments.slice(0, 1) };
    return amendedSchedule(dossier.state, convention(dossier), { amount, years: 1 }, advanceOnly);
  };

  it('is nothing for what was claimed', () => {
    expect(replanned(cents(2_450_000))).toEqual([]);
  });

  it('is refused for more, which no instalment could carry', () => {
    expect(replanned(cents(2_450_001))).toMatchObject({ code: 'nothing-to-replan', pointer: '/amount' });
  });
});

/** A study and a convention, both in force, the first advance of the convention claimed. */
function withStudy(): DossierBuilder {
  const dossier = studyGranted()
    .does('deliver-study', { reportHash: HASH })
    .does('review-study', { outcome: 'validated' });
  dossier.does('give-opinion', { outcome: 'favourable' }).does('write-legitimation-note', NOTE);
  carried(dossier.does('request-grant', GRANT));
  return dossier.does('claim-instalment', ACCOUNT);
}
