import { describe, expect, it } from '@jest/globals';
import { grantedFor } from '../../../src/domain/funded-year/due.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { because, type DossierBuilder, GRANT, prepared, SIGNED } from '../../builders/dossier.js';
import { carried, convention, signedByAll } from '../../builders/whole-life-dossiers.js';
import { casesOf } from './oracle.js';

interface Granted {
  readonly amendments: readonly { readonly notifiedOn: string; readonly years: Readonly<Record<string, number>> }[];
  readonly year: string;
  readonly on: string;
}

interface Allowed {
  readonly notifiedOn: string;
  readonly newEndsOn?: string;
  readonly newYearlyCents?: number;
}

interface Expected {
  readonly grantedCents?: number;
  readonly allowed?: boolean;
}

const beginning = (startsOn: string): DossierBuilder =>
  carried(prepared('2026-02-02').does('request-grant', { ...GRANT, startsOn: civilDate(startsOn) }));

const proposing = (dossier: DossierBuilder, change: object) =>
  dossier.does(
    'request-amendment',
    { ...because, commitment: SIGNED, ...change },
    { on: { award: convention(dossier).id } },
  );

/** Each year changed in one line of its first instalment, the others as they stand. */
function amendedYears(dossier: DossierBuilder, years: Readonly<Record<string, number>>): DossierBuilder {
  const lines = Object.values(dossier.state.instalments).filter(({ status }) => status === 'planned');
  const schedule = lines.map(({ year, number, amount }) => {
    const total = years[year];
    if (total === undefined) return { year, number, amount };
    return { year, number, amount: cents(number === 1 ? Math.round(total * 0.7) : total - Math.round(total * 0.7)) };
  });
  const amount = cents(schedule.reduce((sum, line) => sum + line.amount, 0));
  return carried(proposing(dossier, { amount, schedule }));
}

describe('what an amendment changes, as worked by hand from the texts', () => {
  const cases = casesOf<Granted & Allowed, Expected>('amendment');

  it.each(cases.filter(({ given }) => 'amendments' in given).map(worked => [worked.id, worked.title, worked] as const))(
    '%s: %s (an amendment ends a convention with one of its years: the day of the case is left out)',
    (...of) => {
      const { given, expected } = of[2];
      const dossier = beginning('2027-01-01');
      for (const { notifiedOn, years } of given.amendments)
        if (notifiedOn <= given.on) amendedYears(dossier.on(notifiedOn), years);
      expect(grantedFor(dossier.state, convention(dossier).id, Number(given.year))).toBe(expected.grantedCents);
    },
  );

  it.each(cases.filter(({ given }) => 'newEndsOn' in given).map(worked => [worked.id, worked.title, worked] as const))(
    '%s: %s',
    (_id, _title, { given, expected }) => {
      const [year, rest] = [Number(given.newEndsOn?.slice(0, 4)), given.newEndsOn?.slice(4)];
      const startsOn = rest === '-12-31' ? `${year - 1}-01-01` : '2026-03-02';
      const dossier = proposing(beginning(startsOn).on('2027-02-01'), { years: 2, amount: cents(7_000_000) });
      signedByAll(dossier.on('2028-02-10'));
      const refusals = dossier.on(given.notifiedOn).attempt('notify-convention', {}, { on: dossier.award });
      if (expected.allowed) expect(refusals).toHaveProperty('events');
      else
        expect(refusals).toMatchObject({
          refusals: [{ code: 'amendment-ends-before-notified', liftedBy: 'lapse-amendment', absolute: true }],
        });
      expect(dossier.refusals('lapse-amendment')).toHaveLength(expected.allowed ? 1 : 0);
    },
  );

  it.each(
    cases.filter(({ given }) => 'newYearlyCents' in given).map(worked => [worked.id, worked.title, worked] as const),
  )('%s: %s', (_id, _title, { given }) => {
    const dossier = beginning('2027-01-01');
    const amount = cents((given.newYearlyCents ?? 0) * 3);
    const on = { on: { award: convention(dossier).id } };
    expect(dossier.refusals('request-amendment', { ...because, amount }, on)).toEqual(['amount-above-ceiling']);
  });
});
