import { describe, expect, it } from '@jest/globals';
import {
  ACCOUNT,
  because,
  breach,
  type DossierBuilder,
  FIRST_ADVANCE,
  onAgenda,
  ordered,
  signature,
} from '../../builders/dossier.js';
import { heardFor } from '../../builders/withdrawn.js';
import { convention, firstYearOver } from '../../builders/whole-life-dossiers.js';
import type { Named } from '../../builders/subjects.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly act: string;
  readonly on: string;
  readonly notBefore: string;
}

/** What is done before a day, and on it: the dossiers here have their own days, the order is that of the case. */
interface Order {
  readonly act: string;
  readonly build: () => DossierBuilder;
  readonly payload: (dossier: DossierBuilder) => object;
  readonly on: (dossier: DossierBuilder) => Named | undefined;
  /** The day before which the act makes no sense. */
  readonly limit: string;
  readonly before: string;
}

const textFrozenOn = (day: string) => {
  const dossier = onAgenda('2026-02-02', day).on(day);
  return dossier.does('record-vote', {
    ...{ outcome: 'adopted', number: '1', members: 83, present: 60, votesFor: 60, votesAgainst: 0, abstentions: 0 },
    amount: dossier.state.awards[dossier.award.award]?.amount,
  });
};

/** The first advance paid in May, and known in June. */
const paidInMay = () =>
  ordered('2026-02-02').on('2026-05-04').does('record-payment', { amount: FIRST_ADVANCE }).on('2026-06-01');

const ORDERS: Readonly<Record<string, Order>> = {
  'claim of year 2 against the first day of year 2': {
    act: 'claim-instalment',
    build: () => firstYearOver().on('2028-01-10'),
    payload: () => ACCOUNT,
    on: dossier => ({ award: convention(dossier).id, year: 2, number: 1 }),
    ...{ limit: '2028-01-01', before: '2027-12-31' },
  },
  'abandonment against the last payment': {
    act: 'abandon-pole',
    build: paidInMay,
    payload: () => because,
    on: () => undefined,
    ...{ limit: '2026-05-04', before: '2026-05-03' },
  },
  'signature of the carrier against the day the text was frozen': {
    act: 'sign-convention',
    build: () => textFrozenOn('2026-03-02'),
    payload: dossier => signature(dossier, 'carrier'),
    on: dossier => ({ award: dossier.award.award }),
    ...{ limit: '2026-02-02', before: '1991-05-05' },
  },
};

const on = (named: Named | undefined) => (named ? { on: named } : {});

describe('no day contradicts what it rests on', () => {
  const cases = casesOf<Given, { readonly allowed: boolean }>('dates');

  it.each(cases.map(({ id, title, given }) => [id, title, given] as const))('%s: %s', (_id, _title, given) => {
    const order = ORDERS[given.act];
    if (!order) throw new Error(`Acte inconnu : ${given.act}`);
    const dossier = order.build();
    const tried = (date: string) =>
      dossier.refusals(order.act, order.payload(dossier), { date, ...on(order.on(dossier)) });
    expect(tried(order.before)).toEqual(['date-order']);
    expect(tried(order.limit)).toEqual([]);
  });

  it('a convention is abandoned on the day of its last payment, never before, whoever ends it', () => {
    const dossier = heardFor(paidInMay(), 'termination');
    const early = { date: '2026-05-03' };
    expect(dossier.refusals('abandon-pole', because, early)).toEqual(['date-order']);
    expect(dossier.refusals('terminate-by-region', breach, early)).toEqual(['date-order']);
  });
});
