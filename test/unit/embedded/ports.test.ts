import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort, isPortFree, requireFreePort } from '../../../src/embedded/ports.js';

describe('Ports', () => {
  let server: Server;
  let port: number;

  beforeEach(async () => {
    port = await freePort();
    server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  });

  it('a busy port is named, with the variable that chooses another', async () => {
    await expect(requireFreePort(port, 'API', 'JALON_PORT')).rejects.toThrow(
      `Le port ${port} (API) est déjà pris. Libérez-le, ou choisissez-en un autre : JALON_PORT=<port>.`,
    );
  });

  it('a port that was let go is free', async () => {
    expect(await isPortFree(port)).toBe(false);
    server.close();
    await once(server, 'close');
    expect(await requireFreePort(port, 'API', 'JALON_PORT')).toBe(port);
  });
});
