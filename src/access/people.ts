import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { DataSource } from 'typeorm';
import { contactOf } from './contact-accounts.js';
import { readClock } from '../clock/clock.js';
import { MandateReads } from '../database/mandate-reads.js';
import type { Act, GateContext } from '../domain/dossier/act.js';
import { barredBecause } from '../domain/dossier/decide.js';
import type { Represented } from '../domain/dossier/represented.js';
import { isRole, type Actor } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { hasControls, isVisible } from '../domain/kernel/text.js';

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

/**
 * The types of a token that open Jalon: an access token (RFC 9068), or the type that says nothing, as many providers give
 * theirs. What names another use, a notice of logout first, opens nothing.
 */
const TYPES = [undefined, 'at+jwt', 'application/at+jwt', 'jwt', 'application/jwt'];
/** Claims of tokens that are no access tokens: an identity token (OpenID Connect Core, §3.1.3.6), a notice (RFC 8417). */
const CLAIMS_OF_ANOTHER_USE = ['at_hash', 'events'];
/** Seconds by which the clock of the provider may differ from ours. */
const CLOCKS_APART = 10;

/** Checks access tokens against the keys of the OIDC provider, which is called exactly as it calls itself. */
export class TokenVerifier {
  private keys: JWTVerifyGetKey | undefined;

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
  ) {}

  /**
   * The account that a Bearer token names. Refuses another issuer or audience, a token that is expired, forged, without
   * expiry or of another use; says apart when the provider cannot be asked for its keys.
   */
  async verify(authorization: string | undefined): Promise<string> {
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new NotAuthenticatedError();
    this.keys ??= reachable(createRemoteJWKSet(await discoverKeys(this.issuer)));
    const { payload, protectedHeader } = await jwtVerify(token, this.keys, {
      issuer: this.issuer,
      audience: this.audience,
      algorithms: ['RS256', 'ES256'],
      requiredClaims: ['exp'],
      clockTolerance: CLOCKS_APART,
    }).catch((error: unknown) => {
      if (error instanceof errors.JWTExpired) throw new NotAuthenticatedError('Le jeton a expiré.');
      if (error instanceof errors.JOSEError) throw new NotAuthenticatedError("Le jeton n'est pas valable.");
      throw error;
    });
    if (!TYPES.includes(protectedHeader.typ?.toLowerCase()) || CLAIMS_OF_ANOTHER_USE.some(name => name in payload))
      throw new NotAuthenticatedError("Ce jeton n'est pas un jeton d'accès.");
    if (!payload.sub || !isAccount(payload.sub)) throw new NotAuthenticatedError('Le jeton ne nomme personne.');
    return payload.sub;
  }
}

/** Whether a provider may name an account so: visibly, and not as those who enter by a link of a mail. */
export const isAccount = (name: string) => isVisible(name) && !hasControls(name) && contactOf(name) === undefined;

/** Tells a token whose key does not exist, its bearer's fault, from keys that the provider does not give. */
function reachable(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const bearersFault = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];
      throw bearersFault.some(fault => error instanceof fault) ? error : new IdentityProviderAwayError(error);
    }
  };
}

/** Where the provider keeps its keys, from its discovery document (OpenID Connect Discovery 1.0, §4), less a final slash. */
async function discoverKeys(issuer: string): Promise<URL> {
  try {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok) throw new Error(`Réponse ${answer.status} à la découverte.`);
    const metadata = (await answer.json()) as { issuer: string; jwks_uri: string };
    if (metadata.issuer !== issuer)
      throw new Error(`Le fournisseur se nomme « ${metadata.issuer} », non « ${issuer} ».`);
    return new URL(metadata.jwks_uri);
  } catch (error) {
    throw new IdentityProviderAwayError(error);
  }
}

/** The roles that accounts hold, with their perimeters. */
export class People {
  private readonly mandates: MandateReads;

  constructor(private readonly source: DataSource) {
    this.mandates = new MandateReads(source);
  }

  /** One actor per right that the account itself holds on a day. */
  async own(account: string, today: CivilDate): Promise<readonly Actor[]> {
    const contact = contactOf(account);
    const rows = await (contact === undefined
      ? this.mandates.of(account, today)
      : this.mandates.ofContact(contact, today));
    return rows.flatMap(({ role, bodies, pays }) => (isRole(role) ? [{ account, role, bodies, pays }] : []));
  }

  /** One actor per role of the account, then per role that someone absent today lends it. Refuses an account without any. */
  async actors(account: string): Promise<readonly Actor[]> {
    const { today } = await readClock(this.source.manager);
    const lent = await this.mandates.delegated(account, today);
    const actors = [
      ...(await this.own(account, today)),
      ...lent.flatMap(({ role, ...rest }) => (isRole(role) ? [{ account, role, ...rest }] : [])),
    ];
    if (actors.length === 0) throw new NotAuthorisedError("Ce compte n'a pas de rôle dans Jalon.");
    return actors;
  }
}

/**
 * In which of their roles someone acts: the first that may do the act on this dossier, of those that hold the body or the
 * pays that they name, if they name one; else the first.
 */
export function chooseActor(
  actors: readonly Actor[],
  act: Act<never>,
  situation: Omit<GateContext, 'actor'>,
  represented?: Represented,
): Actor {
  const [first] = actors;
  if (!first) throw new NotAuthorisedError("Ce compte n'a pas de rôle dans Jalon.");
  const able = actors.filter(actor => barredBecause(act, { ...situation, actor }) === undefined);
  const naming = able.find(({ bodies, pays }) => [...bodies, ...pays].some(name => name === represented));
  return naming ?? able[0] ?? actors.find(actor => (act.roles as readonly string[]).includes(actor.role)) ?? first;
}
