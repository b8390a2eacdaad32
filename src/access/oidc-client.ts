import * as client from 'openid-client';
import type { LoginSettings } from '../startup/login.js';
import { IdentityProviderAwayError, isAccount } from './people.js';

/** What is remembered of a login while the person is at the provider. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Whether the person was asked to identify themself anew. */
  readonly isFresh: boolean;
}

/** Who logged in, as the provider says. */
export interface Identity {
  readonly account: string;
  /** As they are called; the account when the provider does not say. */
  readonly name: string;
  /** When they identified themself, in seconds since 1970. */
  readonly authenticatedAt: number;
  /** By which the provider is told of their leaving. */
  readonly idToken: string;
}

/** The provider refused, or what came back is not the answer to what was asked. */
export class LoginRefusedError extends Error {
  constructor(cause: unknown) {
    super('La connexion n’a pas abouti. Recommencez.', { cause });
    this.name = 'LoginRefusedError';
  }
}

/** Seconds within which a fresh identification must have happened. */
const FRESH_SECONDS = 300;

/** Logs people in by the code flow with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636). */
export class OidcClient {
  private discovered: Promise<client.Configuration> | undefined;

  constructor(
    readonly issuer: string,
    private readonly settings: LoginSettings,
    /** The address of the house for people, without a final slash. */
    private readonly publicUrl: string,
  ) {}

  /** Where to send a person, and what to remember of it. `isFresh` asks that they identify themself again. */
  async begin(isFresh: boolean): Promise<{ readonly url: URL; readonly pending: PendingLogin }> {
    const provider = await this.provider();
    const pending = {
      ...{ state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() },
      isFresh,
    };
    const { scope, strength } = this.settings;
    const url = client.buildAuthorizationUrl(provider, {
      ...{ redirect_uri: `${this.publicUrl}/login/callback`, scope },
      ...{ state: pending.state, nonce: pending.nonce, code_challenge_method: 'S256' },
      code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
      ...(strength === undefined ? {} : { acr_values: strength }),
      ...(isFresh ? { prompt: 'login', max_age: String(FRESH_SECONDS) } : {}),
    });
    return { url, pending };
  }

  /** Who came back, from the address that the provider sent them to. Refuses what answers no pending login. */
  async finish(query: string, pending: PendingLogin): Promise<Identity> {
    const provider = await this.provider();
    try {
      const tokens = await client.authorizationCodeGrant(
        provider,
        new URL(`${this.publicUrl}/login/callback${query}`),
        {
          ...{ expectedState: pending.state, expectedNonce: pending.nonce, pkceCodeVerifier: pending.verifier },
          ...(pending.isFresh ? { maxAge: FRESH_SECONDS } : {}),
          idTokenExpected: true,
        },
      );
      const claims = tokens.claims();
      if (claims === undefined || tokens.id_token === undefined) throw new Error('Aucun jeton d’identité.');
      if (!isAccount(claims.sub)) throw new Error('Le fournisseur ne nomme personne.');
      const about = await client.fetchUserInfo(provider, tokens.access_token, claims.sub);
      return {
        account: claims.sub,
        name: nameIn(about) ?? claims.sub,
        authenticatedAt: claims.auth_time ?? claims.iat,
        idToken: tokens.id_token,
      };
    } catch (error) {
      throw isUnreachable(error) ? new IdentityProviderAwayError(error) : new LoginRefusedError(error);
    }
  }

  /** Where a person leaves the provider too; undefined when it offers no such place. */
  async leaving(idToken: string): Promise<URL | undefined> {
    const provider = await this.provider();
    if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(provider, {
      id_token_hint: idToken,
      post_logout_redirect_uri: `${this.publicUrl}/connexion`,
    });
  }

  /** Its metadata, asked for once it answers. */
  private provider(): Promise<client.Configuration> {
    this.discovered ??= this.discover().catch((error: unknown) => {
      this.discovered = undefined;
      throw new IdentityProviderAwayError(error);
    });
    return this.discovered;
  }

  private discover(): Promise<client.Configuration> {
    const { clientId, clientSecret, userinfoAlgorithm } = this.settings;
    const signed = userinfoAlgorithm === undefined ? {} : { userinfo_signed_response_alg: userinfoAlgorithm };
    return client.discovery(
      new URL(this.issuer),
      clientId,
      { ...signed, client_secret: clientSecret },
      client.ClientSecretPost(clientSecret),
      // The configuration refuses an address in clear in production.
      { timeout: 5, execute: this.issuer.startsWith('http:') ? [client.allowInsecureRequests] : [] },
    );
  }
}

function nameIn({ name, given_name: given, family_name: family, usual_name: usual }: client.UserInfoResponse) {
  const parts = [given, usual ?? family].filter(part => typeof part === 'string' && part !== '');
  return parts.length > 0 ? parts.join(' ') : name;
}

/** `fetch` fails with a TypeError when nobody answers. */
const isUnreachable = (error: unknown) => error instanceof TypeError && error.cause !== undefined;
