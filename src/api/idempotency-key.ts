import type { Request } from 'express';
import { isUuid } from '../domain/kernel/ids.js';
import { problem, ProblemException } from './problem.js';

/** The key of a request. Refuses one without it: sent again, it could not be answered the same. */
export function idempotencyKey(request: Request): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && isUuid(key.toLowerCase())) return key.toLowerCase();
  throw new ProblemException(
    problem(
      'idempotency-key-missing',
      400,
      'Clé requise',
      'Chaque acte porte un en-tête Idempotency-Key, un UUID : renvoyé, il est répondu de même.',
    ),
  );
}
