import { formatEuros, type Cents } from '../kernel/cents.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { DueRules } from '../reglement/due-settings.js';
import type { YearAccount } from './due-rules.js';

/** What an account says of the part of the grant that was not spent, if it says it, and what its figures come to. */
export interface Unspent {
  readonly said: Cents | undefined;
  readonly unspent: Cents;
}

const SOURCE = 'Loi n° 2000-321 art. 10';

/**
 * What is wrong in the account of a year (loi n° 2000-321, article 10): figures that contradict each other, an unspent
 * part that they do not come to, eligible expenses that the règlement needs and that are not said.
 */
export function accountFault(account: YearAccount, { said, unspent }: Unspent, rules: DueRules): Refusal | undefined {
  const { totalExpenses, chargedToGrant, eligibleExpenses } = account;
  if (chargedToGrant > totalExpenses)
    return at(
      '/chargedToGrant',
      'charged-above-expenses',
      `Les dépenses imputées à la subvention (${formatEuros(chargedToGrant)}) ne peuvent dépasser celles de l’action (${formatEuros(totalExpenses)}).`,
    );
  if (eligibleExpenses !== null && eligibleExpenses > totalExpenses)
    return at(
      '/eligibleExpenses',
      'eligible-above-expenses',
      `Les dépenses éligibles (${formatEuros(eligibleExpenses)}) ne peuvent dépasser celles de l’action (${formatEuros(totalExpenses)}).`,
    );
  if (rules.amountMode === 'proportional' && eligibleExpenses === null)
    return at(
      '/eligibleExpenses',
      'incomplete-account',
      'La subvention est due en proportion des dépenses éligibles : le compte en dit le total.',
    );
  if (said !== undefined && said !== unspent)
    return at(
      '/unspent',
      'unspent-contradicts',
      `D’après les chiffres du compte, la part non employée est de ${formatEuros(unspent)}. Corrigez-les, ou ne la déclarez pas : elle est calculée.`,
    );
  return undefined;
}

const at = (pointer: string, code: string, message: string) => refuse(code, message, { source: SOURCE, pointer });
