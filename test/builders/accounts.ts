import { cents, ZERO, type Cents } from '../../src/domain/kernel/cents.js';

/** What an account says otherwise than one of 48 000 € of expenses, all eligible and all charged to the grant. */
export interface AccountChange {
  readonly eligibleExpenses?: Cents;
  /** What it leaves of the grant, said and charged so. */
  readonly unspent?: Cents;
}

const EXPENSES = cents(4_800_000);

/** The figures of an account that add up, for a grant of 35 000 € unless said otherwise. */
export function anAccount({ eligibleExpenses = EXPENSES, unspent }: AccountChange = {}, granted = cents(3_500_000)) {
  const totalExpenses = cents(Math.max(EXPENSES, eligibleExpenses));
  const figures = { totalExpenses, otherResources: ZERO, eligibleExpenses };
  if (unspent === undefined) return { ...figures, chargedToGrant: totalExpenses };
  return { ...figures, chargedToGrant: cents(granted - unspent), unspent };
}
