import { ApiHeader } from '@nestjs/swagger';
import { NotAuthorisedError } from '../access/people.js';
import { FOR_OTHER_ROLES, ownRoles, type AuthoredRequest } from '../api/access-guard.js';
import { idempotencyKey } from '../api/idempotency-key.js';
import type { Actor, Role } from '../domain/dossier/roles.js';
import type { SettingAuthor } from '../record/settings/stream.js';

/** Who asks that something be set, and under which key: by the API, or on a page. */
export interface Asker {
  readonly account: string;
  readonly actors: readonly Actor[];
  /** UUID under which the same, asked again, is answered the same. */
  readonly key: string;
}

/** Describes the header under which what is set, asked again, is answered the same. */
export const RequiresKey = (): MethodDecorator =>
  ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } });

/** Who asks by the API. Refuses a request without its key. */
export function askerOf(request: AuthoredRequest): Asker {
  const { account, actors } = request;
  return { account, actors, key: idempotencyKey(request) };
}

/** Who sets something, in the first of some roles that they hold themselves. */
export function authorOf({ account, actors, key }: Asker, roles: readonly Role[], asked: object): SettingAuthor {
  const held = ownRoles(actors);
  const role = roles.find(candidate => held.includes(candidate));
  if (role === undefined) throw new NotAuthorisedError(FOR_OTHER_ROLES);
  return { account, role, asked: { key, request: asked } };
}
