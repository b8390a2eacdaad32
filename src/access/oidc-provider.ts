import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import {
  interactionPolicy,
  Provider,
  type ClientMetadata,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { readJson } from '../embedded/home-folder.js';
import { StartupError } from '../startup/startup-error.js';
import { DEMO_ACCOUNTS, DEMO_SECRET } from './demo-accounts.js';
import { DEMO_LOGIN } from '../startup/login.js';
import { errorPage, leavingPage, serveLogin } from './login-page.js';
import { ForgetfulAdapter } from './oidc-memory.js';

const TOKEN_SECONDS = 12 * 3600;
/** The key that signs: read from the file, or made and kept there for its owner alone. Its name follows its content. */
async function signingKey(file: string | undefined): Promise<JWK> {
  const storedKey = file === undefined ? undefined : await readJson(file);
  if (storedKey !== undefined) {
    const key = (storedKey ?? {}) as JWK;
    if (key.kty === 'RSA' && key.d !== undefined && key.kid !== undefined) return key;
    throw new StartupError(`Le fichier ${file} est abîmé : supprimez-le, une nouvelle clé sera faite.`);
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key: JWK = { ...jwk, alg: 'RS256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  }
  return key;
}

const accountClient = (account: string): ClientMetadata => ({
  client_id: account,
  client_secret: DEMO_SECRET,
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: 'client_secret_post',
});

/** The client of the pages, on whichever port of this machine they are served (RFC 8252, §7.3). */
const webClient: ClientMetadata = {
  client_id: DEMO_LOGIN.clientId,
  client_secret: DEMO_LOGIN.clientSecret,
  application_type: 'native',
  grant_types: ['authorization_code'],
  redirect_uris: ['http://127.0.0.1/login/callback', 'http://localhost/login/callback'],
  post_logout_redirect_uris: ['http://127.0.0.1/connexion', 'http://localhost/connexion'],
  response_types: ['code'],
  token_endpoint_auth_method: 'client_secret_post',
  userinfo_signed_response_alg: 'RS256',
};

/** What the provider says of a demo account. */
const claimsOf = (account: string) => ({
  sub: account,
  name: DEMO_ACCOUNTS.find(person => person.account === account)?.label ?? account,
});

/** Jalon's own pages need no consent: whoever logs in has given it, though their client is that of a machine of one's own. */
function withoutConsent() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

/** What whoever logs in gives the pages. */
async function grantOf({ oidc }: KoaContextWithOIDC) {
  const known = oidc.session?.grantIdFor(oidc.client?.clientId ?? '');
  if (known) return oidc.provider.Grant.find(known);
  const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

/** Access tokens are signed JWTs for one audience; that of a login is for the provider, which says who logged in, unless it asks for the audience. */
function tokensFor(audience: string): NonNullable<Configuration['features']>['resourceIndicators'] {
  return {
    enabled: true,
    defaultResource: () => `urn:jalon:${audience}`,
    getResourceServerInfo: () => ({
      scope: '',
      audience,
      accessTokenFormat: 'jwt',
      accessTokenTTL: TOKEN_SECONDS,
      jwt: { sign: { alg: 'RS256' } },
    }),
  };
}

/**
 * The embedded identity provider, for development and demonstration: one client per demo account, whose token names
 * that account; and the client of Jalon's pages (code flow with PKCE). Never for
 * production, where `JALON_ISSUER` points at a real one.
 */
export async function demoProvider(issuer: string, audience: string, keyFile: string | undefined): Promise<Provider> {
  const provider = new Provider(issuer, {
    adapter: ForgetfulAdapter,
    jwks: { keys: [await signingKey(keyFile)] },
    clients: [...DEMO_ACCOUNTS.map(({ account }) => accountClient(account)), webClient],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = leavingPage(form);
        },
      },
      resourceIndicators: tokensFor(audience),
    },
    claims: { openid: ['sub'], profile: ['name'] },
    pkce: { required: () => true },
    interactions: { policy: withoutConsent(), url: (_context, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: grantOf,
    renderError: (context, { error, error_description: reason }) => {
      context.type = 'html';
      context.body = errorPage(
        `Le fournisseur d’identité a refusé la demande : ${error} (${reason ?? 'sans précision'}).`,
      );
    },
    cookies: { keys: [DEMO_SECRET] },
    ttl: {
      ClientCredentials: TOKEN_SECONDS,
      AccessToken: TOKEN_SECONDS,
      Grant: TOKEN_SECONDS,
      IdToken: TOKEN_SECONDS,
      Interaction: 3600,
      Session: TOKEN_SECONDS,
    },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
  });
  serveLogin(provider);
  return provider;
}
