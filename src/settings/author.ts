import { ApiHeader } from '@nestjs/swagger';
import { NotAuthorisedError } from '../access/people.js';
import { ownRoles, type AuthoredRequest } from '../api/access-guard.js';
import { idempotencyKey } from '../api/idempotency-key.js';
import type { Role } from '../domain/dossier/roles.js';
import type { SettingAuthor } from '../record/settings/stream.js';

/** Describes the header under which what is set, asked again, is answered the same. */
export const RequiresKey = (): MethodDecorator =>
  ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } });

/** Who sets something, in the first of some roles that they hold themselves, and under which key they ask for it. */
export function authorOf(request: AuthoredRequest, roles: readonly Role[], asked: object): SettingAuthor {
  const held = ownRoles(request.actors);
  const role = roles.find(candidate => held.includes(candidate));
  if (role === undefined) throw new NotAuthorisedError('Cette route est réservée à d’autres rôles que les vôtres.');
  return { account: request.account, role, asked: { key: idempotencyKey(request), request: asked } };
}
