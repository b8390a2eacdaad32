import { randomUUID } from 'node:crypto';
import type { Problem } from '../../api/problem.js';
import { isUuid } from '../../domain/kernel/ids.js';
import { trimmed, type Posted } from './posted.js';

/** The field by which a form says which it is: sent twice, it is done once. */
export const KEY = '_key';

/** The key that a form carries; a new one for a form that carries none. */
export function keyIn(posted: Posted): string {
  const key = trimmed(posted, KEY).toLowerCase();
  return isUuid(key) ? key : randomUUID();
}

/** A key that served for something else serves no more: what is sent again is another act, and looked at as such. */
export const renewed = <Form extends { readonly key: string }>(form: Form, { type }: Problem): Form =>
  type === 'urn:jalon:probleme:key-reused' ? { ...form, key: randomUUID() } : form;
