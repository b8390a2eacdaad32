import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { DEMO_ACCOUNTS } from './demo-accounts.js';
import { ForgetfulAdapter } from './oidc-memory.js';

/** Known to all on purpose: this provider exists on the developer's machine only. */
export const DEMO_SECRET = 'demonstration-seulement';
const TOKEN_SECONDS = 12 * 3600;

async function signingKey(file: string | undefined): Promise<JWK> {
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'demo' };
  if (file !== undefined) writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}

/**
 * The embedded identity provider, for development and demonstration: one client per demo account, whose token names
 * that account. Never for production, where `JALON_ISSUER` points at a real one.
 */
export async function demoProvider(issuer: string, audience: string, keyFile: string | undefined): Promise<Provider> {
  const resource = `urn:jalon:${audience}`;
  return new Provider(issuer, {
    adapter: ForgetfulAdapter,
    jwks: { keys: [await signingKey(keyFile)] },
    clients: DEMO_ACCOUNTS.map(({ account }) => ({
      client_id: account,
      client_secret: DEMO_SECRET,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_post',
    })),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TOKEN_SECONDS,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
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
}
