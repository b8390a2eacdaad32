import { describe, expect, it } from '@jest/globals';
import { publicMoneyAlerts } from '../../../src/domain/funded-year/alerts.js';
import { cents, ZERO } from '../../../src/domain/kernel/cents.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { RuleBook } from '../../../src/reglement/load.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly grantedCents: number;
  readonly otherPublicCents: number;
  readonly totalExpensesCents: number;
}

interface Expected {
  readonly alerts: readonly string[];
}

describe('the alerts on public money, as worked by hand from the texts', () => {
  const { law } = RuleBook.load();
  const cases = casesOf<Given, Expected>('alert');

  it.each(cases.map(worked => [worked.id, worked.title, worked] as const))(
    '%s: %s',
    (_id, _title, { given, expected }) => {
      const money = {
        ...{ granted: cents(given.grantedCents), grantedElsewhere: ZERO },
        ...{ otherPublic: cents(given.otherPublicCents), expenses: cents(given.totalExpensesCents) },
      };
      const alerts = publicMoneyAlerts(money, law, civilDate('2027-01-01'));
      expect(alerts.map(({ code }) => code)).toEqual(expected.alerts);
      for (const { source } of alerts) expect(source).toMatch(/art\./);
    },
  );
});
