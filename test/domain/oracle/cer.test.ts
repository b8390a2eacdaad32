import { describe, expect, it } from '@jest/globals';
import { cents } from '../../../src/domain/kernel/cents.js';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Period } from '../../../src/domain/kernel/period.js';
import { commitmentClawback, toReturn } from '../../../src/domain/lifecycle/withdrawal.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly period: Period;
  readonly breachOn: string;
  readonly grantedCents: number;
  readonly paidCents: number;
  readonly breachDayCounts?: boolean;
}

interface Expected {
  readonly withdrawnCents: number;
  readonly toReturnCents: number;
}

const CASES = casesOf<Given, Expected>('cer');
/** The day of the breach is counted: the other reading is that of the day after. */
const ALTERNATIVES = CASES.flatMap(({ id, given, settingAlternatives }) =>
  settingAlternatives.map(({ setting, expected }) => ({
    ...{ id, title: setting, expected },
    given: { ...given, breachOn: addDays(civilDate(given.breachOn), 1) },
  })),
);

describe('what a breach of the contrat d’engagement républicain withdraws, as worked by hand from the texts', () => {
  const cases = [...CASES, ...ALTERNATIVES].map(worked => [worked.id, worked.title, worked] as const);

  it.each(cases)('%s: %s', (_id, _title, { given, expected }) => {
    const [granted, paid] = [cents(given.grantedCents), cents(given.paidCents)];
    const withdrawn = commitmentClawback(granted, given.period, civilDate(given.breachOn));
    expect([withdrawn, toReturn({ granted, withdrawn, paid })]).toEqual([
      expected.withdrawnCents,
      expected.toReturnCents,
    ]);
  });
});
