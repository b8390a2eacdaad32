import { createHash, timingSafeEqual } from 'node:crypto';
import {
  Inject,
  Injectable,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { NotAuthorisedError, People } from '../access/people.js';
import type { ActingRole, Actor } from '../domain/dossier/roles.js';
import { ACCESS, PAGE, type AccessRule } from './access.js';
import { Accounts } from './accounts.js';
import { bringsFiles } from './file-parts.js';
import { PageSessions } from './page-sessions.js';
import { TAKES_FILES } from './takes-files.js';
import { BOUNCE_SECRET } from './tokens.js';
import type { WatchedRequest } from './watched-request.js';

/** What is said to who holds none of the roles for which something is. */
export const FOR_OTHER_ROLES = 'Ceci est réservé à d’autres rôles que les vôtres.';

/** A request whose account is known: as whom it acts is read with the dossier, in the transaction. */
export interface IdentifiedRequest extends WatchedRequest {
  account: string;
}

/** A request whose author is known, and as whom they may act. */
export interface AuthoredRequest extends IdentifiedRequest {
  actors: readonly Actor[];
}

/** Opens a route to those whom its rule names. A route without a rule is closed to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(People) private readonly people: People,
    @Inject(PageSessions) private readonly sessions: PageSessions,
    @Inject(BOUNCE_SECRET) private readonly secret: string | null,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule) throw new NotAuthorisedError("Cette route n'a pas de règle d'accès.");
    const request = context.switchToHttp().getRequest<AuthoredRequest>();
    const isPage = this.reflector.get<boolean | undefined>(PAGE, context.getHandler()) === true;
    const hasFiles = bringsFiles(request);
    if (hasFiles && this.reflector.get<boolean | undefined>(TAKES_FILES, context.getHandler()) !== true)
      throw new UnsupportedMediaTypeException();
    if (isPage && request.method === 'POST' && !hasFiles) await this.sessions.requireOwnForm(request);
    if (rule.to === 'everyone') return true;
    const secret = request.headers['x-jalon-secret'];
    const mayKnow = rule.to === 'roles' && rule.orSecret === true && secret !== undefined;
    if (mayKnow && (await this.accounts.knowsSecret(request, () => isSecret(secret, this.secret)))) return true;
    request.account = await (isPage ? this.sessions : this.accounts).accountOf(request);
    if (rule.to === 'act') return true;
    request.actors = await this.people.actors(request.account);
    if (rule.to === 'roles' && !holdsOneOf(request.actors, rule.roles)) throw new NotAuthorisedError(FOR_OTHER_ROLES);
    return true;
  }
}

/** The roles that are someone's own: what is lent to them is for acts and readings of dossiers, not for what a role keeps. */
export function ownRoles(actors: readonly Actor[]): readonly ActingRole[] {
  return actors.flatMap(({ role, insteadOf }) => (insteadOf === undefined ? [role] : []));
}

/** Whether someone holds one of some roles themself. */
export function holdsOneOf(actors: readonly Actor[], roles: readonly ActingRole[]): boolean {
  return ownRoles(actors).some(role => roles.includes(role));
}

/** Compares in a time that tells nothing. A house without a secret knows none. */
function isSecret(given: string | string[] | undefined, secret: string | null): boolean {
  if (secret === null || typeof given !== 'string') return false;
  const [ownDigest, theirs] = [secret, given].map(text => createHash('sha256').update(text).digest());
  return ownDigest !== undefined && theirs !== undefined && timingSafeEqual(ownDigest, theirs);
}
