import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { roleLabel, type Role } from '../domain/dossier/roles.js';
import { Problems } from './problems.js';

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

/** Whoever holds a role. */
export const PEOPLE = { to: 'people' } as const;

export const ACCESS = 'jalon:access';
/** By which the guard knows a route that answers a page: its people come by their session, not by a token. */
export const PAGE = 'jalon:page';

/** Declares who may use a route, and describes it. A route without it is closed, and fails the tests. */
export function Access(rule: AccessRule): MethodDecorator {
  const secured = rule.to === 'everyone' ? [] : [ApiBearerAuth(), Problems(401, 403)];
  return applyDecorators(SetMetadata(ACCESS, rule), Problems(429, 503), ...secured, describing(whoOf(rule)));
}

function whoOf(rule: AccessRule): string | undefined {
  if (rule.to === 'act') return undefined;
  if (rule.to === 'everyone') return 'Ouvert à tous.';
  if (rule.to === 'people') return 'Ouvert à qui tient un rôle, dans son périmètre.';
  const roles = rule.roles.map(roleLabel).join(', ');
  return `Revient à : ${roles}${rule.orSecret ? ', ou une machine qui connaît le secret de la maison' : ''}.`;
}

/** Where swagger keeps what `ApiOperation` says: merged here, on whichever side of it a route has its access rule. */
const OPERATION = 'swagger/apiOperation';

function describing(description: string | undefined): MethodDecorator {
  return (_target, _name, descriptor) => {
    const handler = descriptor.value as object;
    const operation = Reflect.getMetadata(OPERATION, handler) as object | undefined;
    if (description !== undefined) Reflect.defineMetadata(OPERATION, { description, ...operation }, handler);
  };
}
