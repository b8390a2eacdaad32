import { describe, expect, it } from '@jest/globals';
import { paymentDue } from '../../../src/domain/funded-year/payment-term.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { PaymentClause } from '../../../src/domain/reglement/reglement.js';
import { RuleBook } from '../../../src/reglement/load.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly grantNotifiedOn: string;
  readonly clause?: {
    readonly mode: 'event';
    readonly event: 'claim';
    readonly happenedOn: string;
    readonly days?: number;
  };
}

interface Expected {
  readonly dueOn: string | null;
  readonly waitsFor: string | null;
}

const clauseOf = ({ clause }: Given): PaymentClause =>
  clause ? { mode: 'on-claim', days: clause.days } : { mode: 'statutory' };

const CASES = casesOf<Given, Expected>('sixty-days');
const ALTERNATIVES = CASES.flatMap(({ id, given, settingAlternatives }) =>
  settingAlternatives.flatMap(({ setting, given: patch, expected }) =>
    patch ? [{ id, title: setting, given: { ...given, ...patch }, expected }] : [],
  ),
);

describe('the sixty days of the law, as worked by hand from the texts', () => {
  const { law } = RuleBook.load();

  it.each([...CASES, ...ALTERNATIVES].map(worked => [worked.id, worked.title, worked] as const))(
    '%s: %s',
    (_id, _title, { given, expected }) => {
      const claimedOn = given.clause ? civilDate(given.clause.happenedOn) : null;
      const due = paymentDue({ grantNotifiedOn: civilDate(given.grantNotifiedOn), claimedOn }, clauseOf(given), law);
      expect(due?.on ?? null).toBe(expected.dueOn);
    },
  );

  it('before the claim on which the convention makes it depend, has no day and says so', () => {
    const facts = { grantNotifiedOn: civilDate('2027-02-10'), claimedOn: null };
    expect(paymentDue(facts, { mode: 'on-claim' }, law)).toMatchObject({
      on: null,
      source: expect.stringMatching(/60 jours de la demande/),
    });
  });
});
