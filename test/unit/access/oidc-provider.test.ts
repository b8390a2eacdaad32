import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { DEMO_ACCOUNTS, DEMO_SECRET } from '../../../src/access/demo-accounts.js';
import { demoToken } from '../../../src/access/demo-token.js';
import { demoProvider } from '../../../src/access/oidc-provider.js';
import { TokenVerifier } from '../../../src/access/people.js';
import { DEMO_LOGIN } from '../../../src/startup/login.js';
import { freePort } from '../../../src/embedded/ports.js';
import { Visitor } from './visitor.js';

const CALLBACK = 'http://127.0.0.1:3000/login/callback';
const VERIFIER = 'a-verifier-that-is-long-enough-for-pkce-1234567890';

async function startProvider(port: number, keyFile?: string) {
  const issuer = `http://127.0.0.1:${port}`;
  const server = (await demoProvider(issuer, 'jalon', keyFile)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { issuer, close };
}

let folder: string;
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-access-'));
  provider = await startProvider(await freePort(), join(folder, 'kept', 'keys.json'));
});
afterEach(async () => {
  await provider.close();
  rmSync(folder, { recursive: true });
});

const restarted = async (keyFile?: string) => {
  await provider.close();
  provider = await startProvider(Number(new URL(provider.issuer).port), keyFile);
};

describe('the embedded provider', () => {
  it('gives every demo account a token that Jalon takes', async () => {
    const verifier = new TokenVerifier(provider.issuer, 'jalon');
    for (const { account } of DEMO_ACCOUNTS)
      await expect(verifier.verify(`Bearer ${await demoToken(provider.issuer, account)}`)).resolves.toBe(account);
  });

  it('keeps its key for its owner alone, and its tokens outlive a restart', async () => {
    const file = join(folder, 'kept', 'keys.json');
    const header = `Bearer ${await demoToken(provider.issuer, 'auditrice')}`;
    await restarted(file);
    await expect(new TokenVerifier(provider.issuer, 'jalon').verify(header)).resolves.toBe('auditrice');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['{"kty":"RSA","n":"tronq', '{}', 'null'])('refuses in French a key that was damaged: %s', async text => {
    const file = join(folder, 'damaged.json');
    writeFileSync(file, text);
    await expect(demoProvider(provider.issuer, 'jalon', file)).rejects.toThrow(`Le fichier ${file} est abîmé`);
  });

  it('never gives two keys one name', async () => {
    const keyName = async () => decodeProtectedHeader(await demoToken(provider.issuer, 'auditrice')).kid;
    const before = await keyName();
    await restarted();
    await expect(keyName()).resolves.not.toBe(before);
  });

  it('knows its people: an unknown one is told the list, an absent provider is said', async () => {
    await expect(demoToken(provider.issuer, 'inconnue')).rejects.toThrow('Comptes : instructrice, ');
    await expect(demoToken('http://127.0.0.1:1', 'instructrice')).rejects.toThrow('Jalon est-il démarré ?');
  });
});

describe('the login page', () => {
  const authorization = (changes: Record<string, string | undefined> = {}) => {
    const asked = {
      client_id: DEMO_LOGIN.clientId,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'openid',
      state: 'state',
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    const params = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return `${provider.issuer}/auth?${new URLSearchParams(params)}`;
  };
  const logsIn = async (visitor: Visitor, account: string) => {
    const { location } = await visitor.goes(authorization());
    const chosen = await visitor.goes(`${location}/${account}`, 'POST');
    return new URL((await visitor.goes(chosen.location)).location);
  };
  const exchange = async (code: string, verifier = VERIFIER) => {
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      code_verifier: verifier,
      resource: 'urn:jalon:jalon',
    };
    const body = new URLSearchParams({ ...form, client_id: DEMO_LOGIN.clientId, client_secret: DEMO_SECRET });
    const answer = await fetch(`${provider.issuer}/token`, { method: 'POST', body });
    return { status: answer.status, tokens: (await answer.json()) as { access_token: string; id_token: string } };
  };

  it('offers every demo account', async () => {
    const visitor = new Visitor();
    const { location } = await visitor.goes(authorization());
    const page = await visitor.goes(location);
    expect(page.status).toBe(200);
    for (const { account } of DEMO_ACCOUNTS) expect(page.text).toContain(`<code>${account}</code>`);
  });

  it('leads back to Jalon with a code, good once, for a token that Jalon takes', async () => {
    const back = await logsIn(new Visitor(), 'porteur-demo');
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([CALLBACK, 'state']);
    const code = back.searchParams.get('code') ?? '';
    const { tokens } = await exchange(code);
    const verifier = new TokenVerifier(provider.issuer, 'jalon');
    await expect(verifier.verify(`Bearer ${tokens.access_token}`)).resolves.toBe('porteur-demo');
    await expect(verifier.verify(`Bearer ${tokens.id_token}`)).rejects.toThrow("Le jeton n'est pas valable.");
    expect((await exchange(code)).status).toBe(400);
  });

  it('gives nothing for a code without its verifier', async () => {
    const back = await logsIn(new Visitor(), 'porteur-demo');
    const stolen = await exchange(back.searchParams.get('code') ?? '', VERIFIER.replace('a', 'b'));
    expect(stolen.status).toBe(400);
  });

  it('refuses in French: no PKCE, a callback elsewhere, an unknown account, the connection of another', async () => {
    const visitor = new Visitor();
    expect((await visitor.goes(authorization({ code_challenge: undefined }))).location).toContain('invalid_request');
    const elsewhere = await visitor.goes(authorization({ redirect_uri: 'http://127.0.0.1:3000/<b>' }));
    expect([elsewhere.status, elsewhere.text]).toEqual([400, expect.stringContaining('La connexion a échoué')]);
    const { location } = await visitor.goes(authorization());
    const unknown = await visitor.goes(`${location}/inconnue`, 'POST');
    expect([unknown.status, unknown.text]).toEqual([404, expect.stringContaining('n’existe pas')]);
    expect((await visitor.goes(`${location}/auditrice`)).status).toBe(404);
    const stranger = await new Visitor().goes(`${location}/auditrice`, 'POST');
    expect([stranger.status, stranger.text]).toEqual([400, expect.stringContaining('inconnue ou trop ancienne')]);
  });
});
