import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configuration } from '../../../src/startup/configuration.js';
import { withoutTemporalSecurity } from '../../../src/startup/engine-access.js';
import { selfSigned } from '../../builders/certificate.js';

const DATABASE_URL = 'postgres://jalon_app@127.0.0.1:5432/jalon';
const temporalOf = (env: Readonly<Record<string, string>>) =>
  configuration({ DATABASE_URL, TEMPORAL_ADDRESS: 'temporal.example:7233', ...env }).temporal;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-temporal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('The connection to Temporal', () => {
  it('is in clear when nothing says otherwise, an empty variable included', () => {
    expect(temporalOf({ TEMPORAL_API_KEY: '', TEMPORAL_TLS: '' })).toEqual({
      ...{ address: 'temporal.example:7233', namespace: 'default', taskQueue: 'jalon' },
    });
  });

  it('is encrypted by TEMPORAL_TLS, and by a key, which never travels in clear unless that is asked', () => {
    expect(temporalOf({ TEMPORAL_TLS: 'true' }).security?.tls).toEqual({});
    expect(temporalOf({ TEMPORAL_API_KEY: 'chut' }).security).toEqual({ tls: true, apiKey: 'chut' });
    expect(temporalOf({ TEMPORAL_API_KEY: 'chut', TEMPORAL_TLS: 'false' }).security?.tls).toBe(false);
  });

  it('shows the certificates that files hold, or that variables hold themselves', () => {
    const { cert, key } = selfSigned('temporal.example');
    const authority = cert.trim();
    const { security = {} } = temporalOf({
      TEMPORAL_TLS_CLIENT_CERT_PATH: file('cert.pem', cert),
      TEMPORAL_TLS_CLIENT_KEY_PATH: file('key.pem', key),
      TEMPORAL_TLS_SERVER_CA_CERT_DATA: authority,
      TEMPORAL_TLS_SERVER_NAME: 'temporal.example',
    });
    const { serverNameOverride, serverRootCACertificate, clientCertPair } = security.tls as {
      readonly serverNameOverride: string;
      readonly serverRootCACertificate: Buffer;
      readonly clientCertPair: { readonly crt: Buffer; readonly key: Buffer };
    };
    const texts = [serverRootCACertificate, clientCertPair.crt, clientCertPair.key].map(data => Buffer.from(data));
    expect([serverNameOverride, ...texts.map(String)]).toEqual(['temporal.example', authority, cert, key]);
  });

  it('is that of a profile, address and namespace with it, when one is named', () => {
    const profile = file(
      'temporal.toml',
      '[profile.region]\naddress = "cloud.example:7233"\nnamespace = "ess"\napi_key = "chut"\n',
    );
    const { TEMPORAL_CONFIG_FILE, TEMPORAL_PROFILE } = { TEMPORAL_CONFIG_FILE: profile, TEMPORAL_PROFILE: 'region' };
    expect(temporalOf({ TEMPORAL_ADDRESS: '', TEMPORAL_CONFIG_FILE, TEMPORAL_PROFILE })).toMatchObject({
      ...{ address: 'cloud.example:7233', namespace: 'ess', security: { tls: true, apiKey: 'chut' } },
    });
    expect(temporalOf({ TEMPORAL_CONFIG_FILE, TEMPORAL_PROFILE }).address).toBe('temporal.example:7233');
  });

  it.each([
    [{ TEMPORAL_TLS_CLIENT_CERT_DATA: 'chut' }, 'vont ensemble'],
    [{ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nulle/part.pem' }, 'ne peut être lue (ENOENT)'],
    [{ TEMPORAL_CONFIG_FILE: '/nulle/part.toml' }, "n'existe pas"],
  ])('is refused in French, without what it holds: %j', (env, sentence) => {
    expect(() => temporalOf(env)).toThrow(sentence);
    expect(() => temporalOf(env)).not.toThrow('chut');
  });

  it('of another server is not that of the one that starts here', () => {
    expect(withoutTemporalSecurity({ TEMPORAL_API_KEY: 'chut', TEMPORAL_TLS: 'true', JALON_PORT: '3000' })).toEqual({
      JALON_PORT: '3000',
    });
  });
});
