import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate } from '../../../src/domain/kernel/civil-date.js';
import { onABareHouse, seldom, type DrawnInvariant } from '../../builders/drawn-invariant.js';
import {
  SESSION,
  binds,
  isListed,
  liquidated as isLiquidated,
  ofGrant,
  rawGrant,
  type RawGrant,
} from '../../builders/raw-grant.js';
import { isHeard, rawHearing, withdrawn } from '../../builders/raw-hearing.js';
import type { RawJournal } from '../../builders/raw-journal.js';

const isHeldByTheDatabase = onABareHouse();

/** Nearly always nothing, else a cent too many or too few. */
const aCent = seldom(14, 0, -1, 1);

interface Payment {
  /** What is liquidated of the instalment, in cents, and by how much what follows differs from it. */
  readonly liquidated: number;
  readonly orderedMore: number;
  readonly paidMore: number;
  readonly isPaidTwice: boolean;
}

interface Paying {
  readonly amount: number;
  readonly plannedMore: number;
  readonly withdrawn: number;
  readonly payments: readonly [Payment, Payment];
}

const payment: fc.Arbitrary<Payment> = fc.record({
  liquidated: fc.integer({ min: 90, max: 101 }),
  ...{ orderedMore: aCent, paidMore: aCent },
  isPaidTwice: fc.oneof({ weight: 14, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** A grant of 200 cents in two instalments of 100, a part of it withdrawn or not before it is paid. */
const payings: fc.Arbitrary<Paying> = fc.record({
  amount: fc.constant(200),
  plannedMore: aCent,
  withdrawn: fc.constantFrom(0, 0, 5, 10, 12),
  payments: fc.tuple(payment, payment),
});

const PLANNED = 100;

const isPaidAsPlanned: DrawnInvariant<Paying> = {
  controls: ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.8'],
  draws: payings,
  lawful: ({ amount, plannedMore, withdrawn: taken, payments }) =>
    plannedMore === 0 &&
    payments.every(
      each => each.liquidated <= PLANNED && each.orderedMore === 0 && each.paidMore === 0 && !each.isPaidTwice,
    ) &&
    payments.reduce((total, each) => total + each.liquidated, 0) <= amount - taken,
  write: async ({ amount, plannedMore, withdrawn: taken, payments }, journal) => {
    const grant = rawGrant({ amount, years: 1, to: '2027-12-31' });
    const instalments = [1, 2].map(number => ({ year: 1, number, amount: PLANNED + (number === 2 ? plannedMore : 0) }));
    await binds(journal, grant, SESSION);
    await isListed(journal, grant, instalments);
    await journal.writes(ofGrant('instalments-planned', grant, SESSION, { instalments }));
    if (taken > 0) {
      const hearing = rawHearing('withdrawal', SESSION, { amount: taken });
      await isHeard(journal, grant, hearing);
      await journal.writes(withdrawn(grant, hearing, SESSION, { amount: taken }));
    }
    for (const [rank, each] of payments.entries()) await isPaid(journal, grant, rank + 1, each);
  },
  refusal: /is not the grant|ledger_|paid_once|no such payment order|not what was liquidated|stays granted/,
};

async function isPaid(journal: RawJournal, grant: RawGrant, number: number, paying: Payment) {
  const { liquidated, orderedMore, paidMore, isPaidTwice } = paying;
  const [ordered, paid] = [liquidated + orderedMore, liquidated + orderedMore + paidMore];
  const line = { year: 1, number, payment: 1 };
  const fact = (type: string, amount: number) =>
    ofGrant(type, grant, addDays(SESSION, number), { ...line, amount, order: 'M-1' });
  const recorded = fact('payment-recorded', paid);
  await journal.writes(
    ...isLiquidated(grant, { year: 1, number, amount: liquidated }, addDays(SESSION, number)),
    fact('payment-ordered', ordered),
    ...(isPaidTwice ? [recorded, recorded] : [recorded]),
  );
  await journal.manager.query(
    `UPDATE ledger SET status = 'paid', liquidated = $1, paid = $2, prepared_by = 'instructor', validated_by = 'manager',
       payment_order = 'M-1', paid_on = $3 WHERE award_id = $4 AND number = $5`,
    [liquidated, paid, SESSION, grant.award, number],
  );
}

interface Account {
  readonly granted: number;
  readonly forecast: number;
  readonly eligible: number;
  readonly more: number;
  readonly due: number;
  readonly isTrue: boolean;
}

const accounts: fc.Arbitrary<Account> = fc.record({
  granted: fc.integer({ min: 2, max: 3_000_000 }),
  forecast: fc.integer({ min: 1, max: 5_000_000 }),
  eligible: fc.integer({ min: 0, max: 6_000_000 }),
  more: fc.nat(1_000_000),
  due: fc.integer({ min: -1, max: 3_000_001 }),
  isTrue: fc.boolean(),
});

/** Voted × eligible actual / eligible forecast, to the cent below, never above what was voted. */
const inProportion = ({ granted, forecast }: Account, eligible: number) =>
  Math.min(granted, Number((BigInt(granted) * BigInt(eligible)) / BigInt(forecast)));

const dueOf = (account: Account) =>
  account.isTrue ? inProportion(account, account.eligible) - (account.due % 2) : account.due;

/** A year whose grant is in proportion of its expenses, accounted for, and settled for what is said due. */
async function isSettled(journal: RawJournal, account: Account, eligibleExpenses: number) {
  const { granted, forecast } = account;
  const grant = rawGrant({
    ...{ amount: granted, years: 1, to: '2027-12-31', budget: forecast, reglement: 'poles-ess-2018' },
  });
  const instalments = [{ year: 1, number: 1, amount: granted }];
  await binds(journal, grant, SESSION);
  await isListed(journal, grant, instalments);
  const report = { year: 1, report: 'financial-report', round: 1 };
  const figures = {
    eligibleExpenses,
    totalExpenses: eligibleExpenses,
    chargedToGrant: 0,
    otherResources: 0,
    unspent: 0,
  };
  const over = civilDate('2028-02-01');
  const due = dueOf(account);
  const settlement = { granted, due, paid: 0, excess: 0, released: granted, claim: null };
  await journal.writes(
    ofGrant('instalments-planned', grant, SESSION, { instalments }),
    ofGrant('funded-year-opened', grant, '2027-01-01', { year: 1, reports: ['financial-report'], instalments: [] }),
    ofGrant('report-filed', grant, over, { ...report, ...figures }),
    ofGrant('report-accepted', grant, over, report),
    ofGrant('convention-settled', grant, over, settlement),
  );
}

const isDue: DrawnInvariant<Account> = {
  controls: ['7.1', '7.2'],
  draws: accounts,
  lawful: account => dueOf(account) >= 0 && dueOf(account) <= inProportion(account, account.eligible),
  write: (account, journal) => isSettled(journal, account, account.eligible),
  refusal: /does not add up/,
  orControl: true,
};

/** What is due of some expenses is due of more. */
const isDueOfMore: DrawnInvariant<Account> = {
  ...isDue,
  lawful: account => dueOf(account) >= 0 && dueOf(account) <= inProportion(account, account.eligible + account.more),
  write: (account, journal) => isSettled(journal, account, account.eligible + account.more),
};

describe('whoever writes by raw SQL, of money', () => {
  it('plans, orders and pays what was voted, liquidated by two and not withdrawn, once and to the cent', () =>
    isHeldByTheDatabase(isPaidAsPlanned));

  it('settles for what the eligible expenses make due, never below zero nor above what was voted', () =>
    isHeldByTheDatabase(isDue));

  it('settles for no less when the eligible expenses are more', () => isHeldByTheDatabase(isDueOfMore));
});
