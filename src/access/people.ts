import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { DataSource } from 'typeorm';
import { MandateReads } from '../database/mandate-reads.js';
import type { Act, Subject } from '../domain/dossier/act.js';
import { closedBecause } from '../domain/dossier/decide.js';
import { ROLES, type Actor, type Role } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Rules } from '../domain/reglement/reglement.js';

/** Nobody is known behind the request. */
export class NotAuthenticatedError extends Error {
  constructor(message = 'Un jeton valable est requis : Authorization: Bearer …') {
    super(message);
    this.name = 'NotAuthenticatedError';
  }
}

/** The person is known, and may not. */
export class NotAuthorisedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotAuthorisedError';
  }
}

/** Nobody can be identified now: the provider does not answer. */
export class IdentityProviderAwayError extends Error {
  constructor(cause: unknown) {
    super("Le fournisseur d'identité ne répond pas ; réessayez dans un instant.", { cause });
    this.name = 'IdentityProviderAwayError';
  }
}

/** Checks access tokens against the keys of the OIDC provider. */
export class TokenVerifier {
  private keys: JWTVerifyGetKey | undefined;

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
  ) {}

  /** The account that a Bearer token names. Refuses another issuer or audience, an expired or forged one. */
  async verify(authorization: string | undefined): Promise<string> {
    const token = /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new NotAuthenticatedError();
    const keys = await this.providerKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.issuer,
        audience: this.audience,
        algorithms: ['RS256', 'ES256'],
      });
      if (payload.sub === undefined) throw new NotAuthenticatedError('Le jeton ne nomme personne.');
      return payload.sub;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new NotAuthenticatedError('Le jeton a expiré.');
      if (
        error instanceof errors.JWKSTimeout ||
        !(error instanceof errors.JOSEError || error instanceof NotAuthenticatedError)
      )
        throw new IdentityProviderAwayError(error);
      throw error instanceof NotAuthenticatedError ? error : new NotAuthenticatedError("Le jeton n'est pas valable.");
    }
  }

  private async providerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= createRemoteJWKSet(await this.discoverKeys());
    return this.keys;
  }

  private async discoverKeys(): Promise<URL> {
    try {
      const answer = await fetch(new URL('/.well-known/openid-configuration', this.issuer), {
        signal: AbortSignal.timeout(5000),
      });
      const { jwks_uri: uri } = (await answer.json()) as { jwks_uri: string };
      return new URL(uri);
    } catch (error) {
      throw new IdentityProviderAwayError(error);
    }
  }
}

const isRole = (role: string): role is Role => role in ROLES;

/** The roles that accounts hold, with their perimeters. */
export class People {
  private readonly mandates: MandateReads;

  constructor(source: DataSource) {
    this.mandates = new MandateReads(source);
  }

  /** One actor per role of the account. Refuses an account without any. */
  async actors(account: string): Promise<readonly Actor[]> {
    const rows = await this.mandates.of(account);
    const actors = rows.flatMap(({ role, bodies, pays }) => (isRole(role) ? [{ account, role, bodies, pays }] : []));
    if (actors.length === 0) throw new NotAuthorisedError("Ce compte n'a pas de rôle dans Jalon.");
    return actors;
  }
}

/** In which of their roles someone acts: the first that may do the act on this dossier, else the first. */
export function chooseActor(
  actors: readonly Actor[],
  act: Act<never>,
  state: DossierState,
  subject: Subject,
  rules: Rules,
  today: CivilDate,
): Actor {
  const [first] = actors;
  if (!first) throw new NotAuthorisedError("Ce compte n'a pas de rôle dans Jalon.");
  const holds = (actor: Actor) =>
    closedBecause(act, { state, subject, rules, today, actor }).every(
      ({ code }) => code !== 'forbidden-role' && code !== 'out-of-perimeter',
    );
  return actors.find(holds) ?? actors.find(actor => (act.roles as readonly string[]).includes(actor.role)) ?? first;
}
