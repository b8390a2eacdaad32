import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Role } from '../domain/dossier/roles.js';

/** Who may use a route. An act's own rule is decided with the dossier, in its transaction. */
export type AccessRule =
  | { readonly to: 'everyone' }
  | { readonly to: 'people' }
  | {
      readonly to: 'roles';
      readonly roles: readonly Role[];
      /** Open too to a machine that knows the secret of the house. */
      readonly orSecret?: boolean;
    }
  | { readonly to: 'act'; readonly act: string };

export const ACCESS = 'jalon:access';

/** Declares who may use a route. A route without it is closed, and fails the tests. */
export function Access(rule: AccessRule): MethodDecorator {
  const secured = rule.to === 'everyone' ? [] : [ApiBearerAuth()];
  return applyDecorators(SetMetadata(ACCESS, rule), ...secured) as MethodDecorator;
}
