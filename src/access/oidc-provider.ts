import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider, type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { readJson } from '../embedded/home-folder.js';
import { StartupError } from '../startup/startup-error.js';
import { DEMO_ACCOUNTS, DEMO_SECRET } from './demo-accounts.js';
import { errorPage, serveLogin } from './login-page.js';
import { ForgetfulAdapter } from './oidc-memory.js';

const TOKEN_SECONDS = 12 * 3600;
/** The client of Jalon's own pages. */
export const WEB_CLIENT = 'jalon-web';

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

const webClient = (callback: string): ClientMetadata => ({
  client_id: WEB_CLIENT,
  client_secret: DEMO_SECRET,
  grant_types: ['authorization_code'],
  redirect_uris: [callback],
  response_types: ['code'],
  token_endpoint_auth_method: 'client_secret_post',
});

/** Jalon's own pages need no consent: whoever logs in has given it. */
async function grantOf({ oidc }: KoaContextWithOIDC) {
  const known = oidc.session?.grantIdFor(oidc.client?.clientId ?? '');
  if (known) return oidc.provider.Grant.find(known);
  const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** Access tokens are signed JWTs for one audience, whoever asks. */
function tokensFor(audience: string): NonNullable<Configuration['features']>['resourceIndicators'] {
  return {
    enabled: true,
    defaultResource: () => `urn:jalon:${audience}`,
    useGrantedResource: () => true,
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
 * that account; and, when its `callback` is given, the client of Jalon's pages (code flow with PKCE). Never for
 * production, where `JALON_ISSUER` points at a real one.
 */
export async function demoProvider(
  issuer: string,
  audience: string,
  keyFile: string | undefined,
  callback?: string,
): Promise<Provider> {
  const provider = new Provider(issuer, {
    adapter: ForgetfulAdapter,
    jwks: { keys: [await signingKey(keyFile)] },
    clients: [
      ...DEMO_ACCOUNTS.map(({ account }) => accountClient(account)),
      ...(callback === undefined ? [] : [webClient(callback)]),
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: tokensFor(audience),
    },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
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
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  });
  serveLogin(provider);
  return provider;
}
