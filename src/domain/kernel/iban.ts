import type { Brand } from './brand.js';
import { DomainError } from './domain-error.js';
import { compact } from './text.js';

export type Iban = Brand<string, 'Iban'>;

const FRENCH_LENGTH = 27;

/** ISO 7064 mod 97-10 over the account moved before its country and key. */
function remainder(account: string): number {
  const moved = account.slice(4) + account.slice(0, 4);
  const digits = [...moved].map(character => parseInt(character, 36).toString()).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

export function isIban(text: string): text is Iban {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(text)) return false;
  return (!text.startsWith('FR') || text.length === FRENCH_LENGTH) && remainder(text) === 1;
}

/** Refuses an account whose key or length is wrong (27 characters in France). */
export function iban(text: string): Iban {
  const account = compact(text).toUpperCase();
  if (!isIban(account)) throw new DomainError('iban-invalid', "L'IBAN est mal formé ou sa clé est fausse.");
  return account;
}

/** An account as it may be shown to whoever need not pay it: its country, its key, its last three characters. */
export const shortIban = (account: string): string => `${account.slice(0, 4)} •••• …${account.slice(-3)}`;

/** 8 or 11 characters: bank, country, place, and branch if any. */
export function isBic(text: string): boolean {
  return /^[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?$/.test(compact(text).toUpperCase());
}
