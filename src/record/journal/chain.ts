import { createHash, randomBytes } from 'node:crypto';
import type { PrivateData } from '../../domain/dossier/event.js';

/** SHA-256 of a text, in hexadecimal. */
export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** One form for one value: keys sorted, no spaces. What the chain and the idempotency keys are computed on. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

/** Private data with a salt of their own: the chain holds their digest only, so that they can be erased one day. */
export interface Sealed {
  readonly salt: string;
  readonly data: PrivateData;
  readonly digest: string;
}

export function seal(data: PrivateData, salt = randomBytes(16).toString('hex')): Sealed {
  return { salt, data, digest: digest(salt + canonical(data)) };
}

/** The first link of a dossier's chain. */
export const GENESIS = '0'.repeat(64);

/** The hash of an entry: that of the entry before it, and everything the entry says. */
export function link(previous: string, entry: object): string {
  return digest(previous + canonical(entry));
}
