import { describe, expect, it } from '@jest/globals';
import type { PostOfYear } from '../../../src/domain/funded-year/days-lost.js';
import { accountFault } from '../../../src/domain/funded-year/account-faults.js';
import {
  dueBy,
  dueSteps,
  unspentOf,
  type DueBasis,
  type YearAccount,
} from '../../../src/domain/funded-year/due-rules.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import type { Period } from '../../../src/domain/kernel/period.js';
import type { DueRules, SurplusClause } from '../../../src/domain/reglement/due-settings.js';
import { casesOf } from './oracle.js';

interface Given {
  readonly grantedCents: number;
  readonly reglement: Partial<Omit<DueRules, 'surplus' | 'combine'>> & {
    readonly surplus: {
      readonly kind: string;
      readonly percent?: number;
      readonly amountCents?: number;
      readonly agreedCents?: number;
    };
    readonly combine?: string;
  };
  readonly exercise: Period;
  readonly endedOn?: string;
  readonly account: {
    readonly totalExpensesCents: number;
    readonly chargedToGrantCents?: number;
    readonly otherResourcesCents?: number;
    readonly eligibleExpensesCents?: number;
    readonly statedUnspentCents?: number;
  } | null;
  readonly forecastCents?: number;
  readonly posts?: readonly {
    readonly fundedShare: number;
    readonly held: readonly { readonly from: string; readonly to: string | null; readonly share: number }[];
    readonly emptyDaysBefore?: number;
  }[];
  readonly suspensions?: readonly { readonly from: string; readonly to: string }[];
  readonly amountVotedForCutYear?: boolean;
}

interface Expected {
  readonly dueCents?: number;
  readonly refused?: string;
  readonly allowed?: Readonly<Record<string, number>>;
  readonly decidedBy?: readonly string[];
}

function rulesOf({ reglement: { surplus, ...settings } }: Given): DueRules {
  const { amountCents, agreedCents: _agreed, ...clause } = surplus;
  const amount = amountCents === undefined ? {} : { amount: cents(amountCents) };
  const defaults = { spentIs: 'declared', postShare: 'nothing', suspension: 'nothing', combine: 'lowest' } as const;
  return { ...defaults, ...settings, surplus: { ...clause, ...amount } as SurplusClause } as DueRules;
}

function accountOf({ account }: Given): YearAccount | null {
  if (account === null) return null;
  const { totalExpensesCents, chargedToGrantCents = 0, otherResourcesCents = 0, eligibleExpensesCents } = account;
  return {
    totalExpenses: cents(totalExpensesCents),
    chargedToGrant: cents(chargedToGrantCents),
    otherResources: cents(otherResourcesCents),
    eligibleExpenses: eligibleExpensesCents === undefined ? null : cents(eligibleExpensesCents),
  };
}

/** A post of a case is to be held all year; an abandonment changes nothing to what it was to be. */
function postsOf({ posts = [], exercise }: Given): readonly PostOfYear[] {
  return posts.map(({ fundedShare, held, emptyDaysBefore = 0 }, rank) => ({
    ...{ number: rank + 1, share: fundedShare, funded: exercise, emptyBefore: emptyDaysBefore },
    held: held.map(({ from, to, share }) => ({ from: civilDate(from), to: to === null ? null : civilDate(to), share })),
  }));
}

/** A suspension is over on the day of its resumption. */
const suspendedIn = ({ suspensions = [] }: Given): readonly Period[] =>
  suspensions.map(({ from, to }) => ({ from: civilDate(from), to: addDays(civilDate(to), -1) }));

const basisOf = (given: Given): DueBasis => ({
  granted: cents(given.grantedCents),
  exercise: given.exercise,
  ranUntil: given.endedOn === undefined || given.amountVotedForCutYear === true ? null : civilDate(given.endedOn),
  account: accountOf(given),
  agreed: cents(given.reglement.surplus.agreedCents ?? 0),
  forecast: given.forecastCents === undefined ? null : cents(given.forecastCents),
  posts: postsOf(given),
  suspended: suspendedIn(given),
});

/** What the product does not do: rules chained one after the other. */
const isBuilt = ({ reglement: { combine } }: Given) => combine !== 'chained';

const CASES = casesOf<Given, Expected>(
  ...['due-early-end', 'due-unspent', 'due-post', 'due-proportional', 'due-combination'],
);
const ALTERNATIVES = CASES.flatMap(({ id, given, settingAlternatives }) =>
  settingAlternatives.flatMap(({ setting, given: patch, expected }) => {
    if (!patch) return [];
    const patched = { ...given, ...patch, reglement: { ...given.reglement, ...patch.reglement } };
    return [{ id, title: setting, given: patched, expected }];
  }),
);

describe('what is due for a year, as worked by hand from the texts', () => {
  const computed = [...CASES, ...ALTERNATIVES].filter(({ given, expected }) => isBuilt(given) && !expected.refused);

  it.each(computed.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    const { given, expected } = worked;
    const steps = dueSteps(basisOf(given), rulesOf(given));
    expect(dueBy(steps)).toBe(expected.dueCents);
    const { allowed = {}, decidedBy } = expected;
    for (const [rule, amount] of Object.entries(allowed))
      expect([rule, steps.find(step => step.rule === rule)?.allowed ?? cents(given.grantedCents)]).toEqual([
        rule,
        amount,
      ]);
    if (decidedBy) expect(steps.flatMap(({ rule, decides }) => (decides ? [rule] : []))).toEqual(decidedBy);
  });
});

describe('an account whose figures contradict each other', () => {
  const refused = CASES.filter(({ expected }) => expected.refused !== undefined);

  it.each(refused.map(worked => [worked.id, worked.title, worked] as const))('%s: %s', (_id, _title, worked) => {
    const { given, expected } = worked;
    const [account, rules] = [accountOf(given), rulesOf(given)];
    if (!account) throw new Error('Aucun compte.');
    const said = given.account?.statedUnspentCents;
    const unspent = unspentOf(cents(given.grantedCents), account, rules);
    const fault = accountFault(account, { said: said === undefined ? undefined : cents(said), unspent }, rules);
    expect(fault?.code).toBe(expected.refused);
  });
});
