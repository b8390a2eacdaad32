import { formatEuros, type Cents } from '../kernel/cents.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { DueRules } from '../reglement/due-settings.js';
import type { YearAccount } from './due-rules.js';

/** What an account says of the part of the grant that was not spent, if it says it, and what its figures come to. */
export interface Unspent {
  readonly said: Cents | undefined;
  readonly unspent: Cents;
}

/**
 * What is wrong in the account of a year, by virtue of `source`: figures that contradict each other, an unspent part that
 * they do not come to, eligible expenses that the règlement needs and that are not said.
 */
export function accountFault(
  account: YearAccount,
  { said, unspent }: Unspent,
  rules: DueRules,
  source?: string,
): Refusal | undefined {
  const { totalExpenses, chargedToGrant, eligibleExpenses } = account;
  if (chargedToGrant > totalExpenses)
    return refuse(
      'charged-above-expenses',
      `Les dépenses imputées à la subvention (${formatEuros(chargedToGrant)}) ne peuvent dépasser celles de l’action (${formatEuros(totalExpenses)}).`,
      { source, pointer: '/chargedToGrant' },
    );
  if (eligibleExpenses !== null && eligibleExpenses > totalExpenses)
    return refuse(
      'eligible-above-expenses',
      `Les dépenses éligibles (${formatEuros(eligibleExpenses)}) ne peuvent dépasser celles de l’action (${formatEuros(totalExpenses)}).`,
      { source, pointer: '/eligibleExpenses' },
    );
  if (rules.amountMode === 'proportional' && eligibleExpenses === null)
    return refuse(
      'incomplete-account',
      'La subvention est due en proportion des dépenses éligibles : le compte en dit le total.',
      { source, pointer: '/eligibleExpenses' },
    );
  if (said !== undefined && said !== unspent)
    return refuse(
      'unspent-contradicts',
      `D’après les chiffres du compte, la part non employée est de ${formatEuros(unspent)}. Corrigez-les, ou ne la déclarez pas : elle est calculée.`,
      { source, pointer: '/unspent' },
    );
  return undefined;
}
