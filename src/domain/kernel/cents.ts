import type { Brand } from './brand.js';
import { DomainError } from './domain-error.js';

/** An amount in integer cents of euro. */
export type Cents = Brand<number, 'Cents'>;

export const ZERO = 0 as Cents;

/** An integer number of cents. Refuses fractions and what a number cannot hold exactly. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount))
    throw new DomainError('amount-invalid', 'Un montant compte un nombre entier de centimes.');
  return amount as Cents;
}

/** Blanks stand only between groups of three digits: « 120 80 » is two numbers, or a slip, and never 12 080. */
const EUROS = /^(\d{1,13}|\d{1,3}(?:\p{Zs}\d{3}){1,4})(?:[.,](\d{1,2}))?$/u;

/** Whether a text is an amount in euros that {@link parseEuros} reads. */
export function isEuros(text: string): boolean {
  return EUROS.test(text.trim());
}

/** « 35000.00 » or « 35 000,50 » in cents. Refuses negatives, three decimals, blanks elsewhere than between thousands. */
export function parseEuros(text: string): Cents {
  const [, euros, rest = ''] = EUROS.exec(text.trim()) ?? [];
  if (euros === undefined)
    throw new DomainError('amount-invalid', 'Le montant doit être positif, en euros, avec deux décimales au plus.');
  return cents(Number(euros.replace(/\p{Zs}/gu, '')) * 100 + Number(rest.padEnd(2, '0')));
}

function parts(amount: Cents): { readonly sign: string; readonly euros: string; readonly rest: string } {
  const absolute = Math.abs(amount);
  return {
    sign: amount < 0 ? '-' : '',
    euros: String(Math.trunc(absolute / 100)),
    rest: String(absolute % 100).padStart(2, '0'),
  };
}

/** « 35 000,00 € », with narrow no-break spaces, for people. */
export function formatEuros(amount: Cents): string {
  const { sign, euros, rest } = parts(amount);
  return `${sign}${euros.replace(/\B(?=(\d{3})+$)/g, '\u202f')},${rest}\u202f€`;
}

/** « 35000.00 », for exports and the API. */
export function eurosDot(amount: Cents): string {
  const { sign, euros, rest } = parts(amount);
  return `${sign}${euros}.${rest}`;
}

export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((sum, amount) => sum + amount, 0));
}

const floorShare = (total: number, part: number, whole: number): number =>
  Number((BigInt(total) * BigInt(part)) / BigInt(whole));

/**
 * Splits a total by integer weights, to the cent: largest remainder, ties to the first. The parts always add up to the
 * total. Refuses weights that are all zero or negative.
 */
export function splitCents(total: Cents, weights: readonly number[]): readonly Cents[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole <= 0 || weights.some(weight => weight < 0 || !Number.isSafeInteger(weight)) || total < 0)
    throw new DomainError('split-invalid', 'Un montant se partage selon des poids entiers et positifs.');
  const floors = weights.map(weight => floorShare(total, weight, whole));
  const missing = total - floors.reduce((sum, part) => sum + part, 0);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (BigInt(total) * BigInt(weight)) % BigInt(whole) }))
    .sort((a, b) => Number(b.remainder - a.remainder));
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return floors.map((part, index) => cents(part + (raised.has(index) ? 1 : 0)));
}

/**
 * What is due in proportion of the eligible actual expenses: min(voted, ⌊voted × actual / forecast⌋). Refuses a
 * forecast that is not positive.
 */
export function prorata(voted: Cents, actual: Cents, forecast: Cents): Cents {
  if (forecast <= 0 || actual < 0)
    throw new DomainError(
      'prorata-invalid',
      'Le prorata demande une prévision positive et des dépenses non négatives.',
    );
  return cents(Math.min(voted, floorShare(voted, actual, forecast)));
}
