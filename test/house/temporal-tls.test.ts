import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { lazyClient } from '../../src/temporal/connection.js';
import { checkEngine } from '../../src/temporal/engine-check.js';
import type { TemporalSecurity } from '../../src/startup/engine-access.js';
import { selfSigned } from '../builders/certificate.js';
import { rig } from '../rig/database.js';

const HOST = 'temporal.example';
const { key, cert } = selfSigned(HOST);
let proxy: Server;

/** What stands before a Temporal of production: it takes TLS alone, and hands on to the server. */
beforeEach(async () => {
  const [host = '', port] = rig().temporalAddress.split(':');
  proxy = createServer({ key, cert, ALPNProtocols: ['h2'] }, secure => {
    const server = connect(Number(port), host);
    secure.pipe(server).pipe(secure);
    secure.once('close', () => server.destroy()).on('error', () => server.destroy());
    server.once('close', () => secure.destroy()).on('error', () => secure.destroy());
  });
  proxy.on('tlsClientError', () => undefined);
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});

afterEach(() => {
  proxy.close();
});

const settings = (security?: TemporalSecurity) => ({
  ...{ address: `127.0.0.1:${(proxy.address() as AddressInfo).port}`, namespace: rig().namespace, taskQueue: 'tls' },
  ...(security === undefined ? {} : { security }),
});
const trusted: TemporalSecurity = { tls: { serverRootCACertificate: Buffer.from(cert), serverNameOverride: HOST } };

describe('a Temporal server behind TLS', () => {
  it('is found by a house that trusts its certificate, and speaks to its stories', async () => {
    await expect(checkEngine(settings(trusted))).resolves.toBe('ready');
    const client = lazyClient(settings(trusted));
    await expect(client.workflowService.getSystemInfo({})).resolves.toBeDefined();
    await client.connection.close();
  });

  it('is away for one that speaks in clear, or that trusts others', async () => {
    await expect(checkEngine(settings())).resolves.toBe('away');
    await expect(checkEngine(settings({ tls: true }))).resolves.toBe('away');
  });
});
