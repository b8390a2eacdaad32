import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { IdentityProviderAwayError, NotAuthenticatedError, TokenVerifier } from '../../../src/access/people.js';
import { providerDouble } from './provider-double.js';

let provider: Awaited<ReturnType<typeof providerDouble>>;
let verifier: TokenVerifier;
beforeEach(async () => {
  provider = await providerDouble();
  verifier = new TokenVerifier(provider.issuer, 'jalon');
});
afterEach(() => provider.close());

const refused = (authorization: string | undefined) =>
  expect(verifier.verify(authorization)).rejects.toBeInstanceOf(NotAuthenticatedError);
const outcome = async () => verifier.verify(await provider.bearer()).catch((error: unknown) => error);

describe('a token', () => {
  it('names an account, whatever the case of « Bearer » and the path of the issuer', async () => {
    const header = await provider.bearer();
    await expect(verifier.verify(header)).resolves.toBe('instructrice');
    await expect(verifier.verify(header.replace('Bearer', 'bearer'))).resolves.toBe('instructrice');
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer n’importe quoi', 'Bearer abc', 'Bearer a.b.c'])(
    'is refused when the header is %p',
    header => refused(header),
  );

  it.each([
    ['another audience', { aud: 'another' }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'http://127.0.0.1:1' }],
    ['no expiry', { exp: undefined }],
    ['nobody', { sub: undefined }],
    ['an empty name', { sub: '' }],
    ['a name that shows nothing', { sub: '\u200b' }],
    ['a name that no text holds', { sub: 'a\u0000b' }],
    ['a day to come', { nbf: Math.floor(Date.now() / 1000) + 300 }],
  ])('is refused with %s', async (_name, claims) => refused(await provider.bearer(claims)));

  it('is refused once expired, and that is said', async () => {
    const header = await provider.bearer({ exp: Math.floor(Date.now() / 1000) - 60 });
    await expect(verifier.verify(header)).rejects.toThrow('Le jeton a expiré.');
  });

  it('is taken from a provider whose clock is some seconds before or behind ours', async () => {
    const second = Math.floor(Date.now() / 1000);
    for (const claims of [{ nbf: second + 5 }, { exp: second - 5 }])
      await expect(verifier.verify(await provider.bearer(claims))).resolves.toBe('instructrice');
  });

  it.each([undefined, 'at+jwt', 'application/at+jwt', 'JWT'])('is taken when its type is %p', async typ => {
    await expect(verifier.verify(await provider.bearer({}, 'known', typ))).resolves.toBe('instructrice');
  });

  it.each(['logout+jwt', 'secevent+jwt', 'dpop+jwt', 'id+jwt', ''])('is refused when its type is %p', async typ => {
    await expect(verifier.verify(await provider.bearer({}, 'known', typ))).rejects.toThrow("pas un jeton d'accès");
  });

  it('is refused when its claims are those of an identity token or of a notice', async () => {
    for (const claims of [{ at_hash: 'abc' }, { events: {} }])
      await expect(verifier.verify(await provider.bearer(claims, 'known', 'JWT'))).rejects.toThrow(
        "pas un jeton d'accès",
      );
  });

  it('is refused when forged: other key, unknown key, shared secret, no signature, changed text', async () => {
    const claims = { sub: 'cheffe-de-service', iss: provider.issuer, aud: 'jalon' };
    const { privateKey } = await generateKeyPair('RS256');
    const signed = (alg: string, key: Parameters<SignJWT['sign']>[0]) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid: 'known' }).setExpirationTime('1h').sign(key);
    await refused(`Bearer ${await signed('RS256', privateKey)}`);
    await refused(`Bearer ${await signed('HS256', new TextEncoder().encode('demonstration-seulement-32-octets'))}`);
    await refused(`Bearer ${new UnsecuredJWT(claims).setExpirationTime('1h').encode()}`);
    await refused(await provider.bearer({}, 'unknown'));
    const [head, , signature] = (await provider.bearer()).split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, exp: 4_000_000_000 })).toString('base64url');
    await refused(`${head}.${body}.${signature}`);
  });
});

describe('the provider', () => {
  it('is asked again once it is back', async () => {
    provider.status.discovery = 503;
    expect(await outcome()).toBeInstanceOf(IdentityProviderAwayError);
    provider.status.discovery = 200;
    provider.status.keys = 503;
    expect(await outcome()).toBeInstanceOf(IdentityProviderAwayError);
    provider.status.keys = 200;
    await expect(verifier.verify(await provider.bearer())).resolves.toBe('instructrice');
  });

  it('is away when nothing answers, or when it calls itself otherwise', async () => {
    provider.callsItself('http://127.0.0.1:1/other');
    expect(await outcome()).toBeInstanceOf(IdentityProviderAwayError);
    verifier = new TokenVerifier('http://127.0.0.1:1', 'jalon');
    expect(await outcome()).toBeInstanceOf(IdentityProviderAwayError);
  });

  it('may call itself with a final slash, which is then part of its name', async () => {
    const slashed = await providerDouble('/');
    const header = await slashed.bearer();
    try {
      await expect(new TokenVerifier(slashed.issuer, 'jalon').verify(header)).resolves.toBe('instructrice');
      const otherwise = new TokenVerifier(slashed.issuer.slice(0, -1), 'jalon').verify(header);
      await expect(otherwise).rejects.toBeInstanceOf(IdentityProviderAwayError);
    } finally {
      await slashed.close();
    }
  });

  it('is not asked for a request without a token', async () => {
    verifier = new TokenVerifier('http://127.0.0.1:1', 'jalon');
    await refused(undefined);
  });
});
