import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

const { privateKey, publicKey } = await generateKeyPair('RS256');
const key = { ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'known' };

/** An identity provider whose tokens and failures a test chooses; its issuer has a path, as real ones have. */
export async function providerDouble(finalSlash = '') {
  const status = { discovery: 200, keys: 200 };
  let named: string | undefined;
  const server = createServer((request, response) => {
    const discovery = request.url === '/realms/jalon/.well-known/openid-configuration';
    response.statusCode = discovery ? status.discovery : status.keys;
    response.end(
      JSON.stringify(
        discovery
          ? { issuer: named ?? issuer, jwks_uri: `${issuer}/keys`.replace('//keys', '/keys') }
          : { keys: [key] },
      ),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/jalon${finalSlash}`;
  const soon = Math.floor(Date.now() / 1000) + 600;
  return {
    issuer,
    status,
    callsItself: (name: string) => {
      named = name;
    },
    /** An Authorization header; `claims` replace those of a good token, undefined takes one away. */
    bearer: async (claims: JWTPayload = {}, kid = 'known', typ?: string) => {
      const whole = { sub: 'instructrice', iss: issuer, aud: 'jalon', exp: soon, ...claims };
      const payload = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
      return `Bearer ${await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid, ...(typ === undefined ? {} : { typ }) }).sign(privateKey)}`;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
