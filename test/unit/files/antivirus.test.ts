import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../src/embedded/ports.js';
import { ClamAv } from '../../../src/files/antivirus.js';
import { EICAR } from '../../builders/files.js';

const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
const CLAMD = folders.map(folder => join(folder, 'clamd')).find(existsSync);
const describeWith = CLAMD === undefined ? describe.skip : describe;

const said = (bytes: Buffer) => Readable.from([bytes]);

describeWith('The daemon of ClamAV', () => {
  let folder: string;
  let daemon: ChildProcess;
  let antivirus: ClamAv;

  /** One signature is enough: that of the file by which antivirus software is tried. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jalon-clamd-'));
    const port = await freePort();
    const database = join(folder, 'database');
    await mkdir(database);
    await writeFile(join(database, 'trial.ndb'), `Trial-Signature:0:0:${EICAR.toString('hex')}\n`);
    const settings = [
      ...[`DatabaseDirectory ${database}`, 'TCPAddr 127.0.0.1', `TCPSocket ${port}`, 'Foreground yes'],
      ...['StreamMaxLength 30M', 'User root', `TemporaryDirectory ${folder}`],
    ];
    await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    await chmod(folder, 0o755);
    daemon = spawn(CLAMD ?? '', ['--config-file', join(folder, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
    antivirus = new ClamAv('127.0.0.1', port);
    await untilItAnswers();
  });
  afterAll(async () => {
    daemon.kill();
    await once(daemon, 'exit');
    await rm(folder, { recursive: true });
  });

  async function untilItAnswers(): Promise<void> {
    for (;;) {
      if (daemon.exitCode !== null) throw new Error(`clamd s'est arrêté : ${daemon.exitCode}`);
      try {
        await antivirus.scan(said(Buffer.from('rien')));
        return;
      } catch {
        await new Promise(resolve => setImmediate(resolve));
      }
    }
  }

  it('finds nothing in what holds nothing, however large', async () => {
    await expect(antivirus.scan(said(Buffer.from('Compte rendu')))).resolves.toEqual({ verdict: 'safe' });
    const large = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(1024 * 1024, 'a')));
    await expect(antivirus.scan(large)).resolves.toEqual({ verdict: 'safe' });
  });

  it('calls by its name what it finds', async () => {
    await expect(antivirus.scan(said(EICAR))).resolves.toEqual({
      verdict: 'infected',
      virus: expect.stringContaining('Trial-Signature'),
    });
  });
});

describe('An antivirus that gives no verdict', () => {
  it('is away when nothing listens', async () => {
    await expect(new ClamAv('127.0.0.1', await freePort()).scan(said(EICAR))).rejects.toThrow('ECONNREFUSED');
  });

  it.each(['INSTREAM size limit exceeded. ERROR\0', 'stream: \0', '', 'stream: OK FOUND ERROR\0'])(
    'is not believed when it says « %s »',
    async answer => {
      const server = createServer(socket => {
        socket.on('error', () => undefined);
        socket.resume().end(answer);
      });
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      await expect(new ClamAv('127.0.0.1', port).scan(said(EICAR))).rejects.toThrow(/antivirus|EPIPE|ECONNRESET/);
      server.close();
    },
  );
});
