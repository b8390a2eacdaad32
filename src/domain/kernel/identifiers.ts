import type { Brand } from './brand.js';
import { DomainError } from './domain-error.js';
import { compact } from './text.js';

export type Siren = Brand<string, 'Siren'>;
export type Siret = Brand<string, 'Siret'>;
export type Rna = Brand<string, 'Rna'>;

/** The 21 pays of Bretagne, by their codes. */
export const PAYS_CODE = /^(0[1-9]|1\d|2[01])$/;

const LA_POSTE = '356000000';

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

const digitSum = (digits: string) => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

export function isSiren(text: string): text is Siren {
  return /^\d{9}$/.test(text) && luhn(text);
}

/** Luhn on the 14 digits and on the first 9; an establishment of La Poste may instead have a sum multiple of 5. */
export function isSiret(text: string): text is Siret {
  if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false;
  return luhn(text) || (text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0);
}

export function isRna(text: string): text is Rna {
  return /^W\d[0-9A-Z]\d{7}$/.test(text);
}

export function siren(text: string): Siren {
  const digits = compact(text);
  if (!isSiren(digits)) throw new DomainError('siren-invalid', 'Le SIREN compte 9 chiffres et sa clé doit être juste.');
  return digits;
}

export function siret(text: string): Siret {
  const digits = compact(text);
  if (!isSiret(digits))
    throw new DomainError('siret-invalid', 'Le SIRET compte 14 chiffres et sa clé doit être juste.');
  return digits;
}

export function rna(text: string): Rna {
  const number = compact(text).toUpperCase();
  if (!isRna(number)) throw new DomainError('rna-invalid', 'Le numéro RNA commence par W, suivi de neuf caractères.');
  return number;
}
