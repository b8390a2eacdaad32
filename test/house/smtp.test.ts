import { afterEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { instant } from '../../src/domain/kernel/paris.js';
import type { Letter } from '../../src/mail/letter.js';
import { selfSigned } from '../builders/certificate.js';
import { SmtpTransport } from '../../src/mail/smtp.js';

let server: SMTPServer | undefined;
let received = 0;
/** What it was given to the end. */
const texts: string[] = [];

async function listening(options: SMTPServerOptions): Promise<number> {
  received = 0;
  texts.length = 0;
  const own = new SMTPServer({
    ...{ logger: false, closeTimeout: 10 },
    onData: (stream, _session, done) => {
      received++;
      let whole = '';
      stream
        .on('data', part => (whole += part))
        .once('end', () => {
          texts.push(whole);
          done(null);
        });
    },
    ...options,
  });
  own.on('error', () => undefined);
  server = own;
  await once(own.listen(0, '127.0.0.1'), 'listening');
  return (own.server.address() as AddressInfo).port;
}

afterEach(async () => {
  await new Promise<void>(resolve => (server ? server.close(() => resolve()) : resolve()));
});

const LETTER: Letter = {
  ...{ messageId: '<un@jalon.example>', to: 'conseil@pays.example', subject: 'Rappel' },
  ...{ text: 'Texte', html: '<p>Texte</p>', thread: null, date: instant('2026-04-20T06:00:00Z') },
};

async function hand(url: string, change: object = {}) {
  const transport = new SmtpTransport({
    url,
    from: 'Jalon <jalon@region.example>',
    patience: 60_000,
    patienceWithText: 60_000,
  });
  try {
    return await transport.send({ ...LETTER, ...change });
  } finally {
    transport.close();
  }
}

const withPassword: SMTPServerOptions = {
  ...{ authOptional: false, allowInsecureAuth: true },
  onAuth: ({ username, password }, _session, done) =>
    username === 'jalon' && password === 'mot de passe'
      ? done(null, { user: 'jalon' })
      : done(Object.assign(new Error('Refusé'), { responseCode: 535 })),
};

describe('a server of mail', () => {
  it('that asks for a name and a password is given them', async () => {
    const port = await listening({ ...withPassword, disabledCommands: ['STARTTLS'] });
    expect(await hand(`smtp://jalon:mot%20de%20passe@127.0.0.1:${port}?tls=none`)).toMatchObject({ became: 'sent' });
  });

  it('that refuses our password is away: no address is blamed for it', async () => {
    const port = await listening({ ...withPassword, disabledCommands: ['STARTTLS'] });
    expect(await hand(`smtp://jalon:faux@127.0.0.1:${port}?tls=none`)).toMatchObject({ became: 'later', by: 'server' });
  });

  it('without encryption is not told a password', async () => {
    const port = await listening({ ...withPassword, disabledCommands: ['STARTTLS'] });
    const result = await hand(`smtp://jalon:mot%20de%20passe@127.0.0.1:${port}`);
    expect(result).toMatchObject({ became: 'later', by: 'server' });
    expect(received).toBe(0);
  });

  it('whose certificate nobody vouches for is given nothing', async () => {
    const port = await listening({ ...withPassword, secure: true, authOptional: true });
    expect(await hand(`smtps://127.0.0.1:${port}`)).toMatchObject({ became: 'later', by: 'server' });
    expect(received).toBe(0);
  });

  it('that refuses our sender is away: no address is blamed for it', async () => {
    const refuseSender: SMTPServerOptions['onMailFrom'] = (_address, _session, done) =>
      done(Object.assign(new Error('Expéditeur refusé'), { responseCode: 550 }));
    const port = await listening({ authOptional: true, disabledCommands: ['STARTTLS'], onMailFrom: refuseSender });
    expect(await hand(`smtp://127.0.0.1:${port}`)).toMatchObject({ became: 'later', by: 'server' });
  });

  it('that refuses our sender when it hears the recipient blames no address for it', async () => {
    const answer = '5.1.8 <jalon@region.example>: Sender address rejected: Domain not found';
    const refuseSender: SMTPServerOptions['onRcptTo'] = (_address, _session, done) =>
      done(Object.assign(new Error(answer), { responseCode: 550 }));
    const port = await listening({ authOptional: true, disabledCommands: ['STARTTLS'], onRcptTo: refuseSender });
    expect(await hand(`smtp://127.0.0.1:${port}`)).toMatchObject({ became: 'later', by: 'policy' });
  });

  it('is not troubled for an address that none could take: it is refused', async () => {
    const port = await listening({ authOptional: true, disabledCommands: ['STARTTLS'] });
    expect(await hand(`smtp://127.0.0.1:${port}`, { to: '' })).toMatchObject({ became: 'refused' });
    expect(received).toBe(0);
  });

  it('that dawdles before the text is not waited for, and is not given the text afterwards', async () => {
    let answer: () => void = () => undefined;
    const dawdles: SMTPServerOptions['onRcptTo'] = (_address, _session, done) => (answer = () => done(null));
    let gone: () => void = () => undefined;
    const isGone = new Promise<void>(resolve => (gone = resolve));
    const options = { authOptional: true, disabledCommands: ['STARTTLS'] };
    const port = await listening({ ...options, onRcptTo: dawdles, onClose: () => gone() });
    const transport = new SmtpTransport({
      url: `smtp://127.0.0.1:${port}`,
      from: 'jalon@region.example',
      patience: 500,
    });
    expect(await transport.send(LETTER)).toMatchObject({ became: 'later', by: 'server' });
    answer();
    transport.close();
    await isGone;
    expect(texts).toEqual([]);
  });
});

/** Hands one letter from a process that trusts a certificate, as a house does whose authority is its own. */
async function handTrusting(cert: string, url: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-tls-'));
  try {
    await writeFile(join(folder, 'authority.pem'), cert);
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'), NODE_OPTIONS: '' };
    const { stdout } = await promisify(execFile)(process.execPath, ['test/rig/one-letter.mjs', url], { env });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a server of mail whose certificate is vouched for', () => {
  const PASSWORD = 'jalon:mot%20de%20passe';

  it.each([
    ['from the first word', { secure: true }, (port: number) => `smtps://${PASSWORD}@localhost:${port}`],
    ['once it is asked to (STARTTLS)', {}, (port: number) => `smtp://${PASSWORD}@localhost:${port}`],
    [
      'once it is asked to, without a password',
      { authOptional: true },
      (port: number) => `smtp://localhost:${port}?tls=required`,
    ],
  ])('is given name, password and letter encrypted, %s', async (_name, change, urlAt) => {
    let encrypted = false;
    const { key, cert } = selfSigned('localhost');
    const port = await listening({
      ...{ ...withPassword, allowInsecureAuth: false, key, cert, ...change },
      onMailFrom: (_address, session, done) => {
        encrypted = session.secure;
        done(null);
      },
    });
    expect(await handTrusting(cert, urlAt(port))).toMatchObject({ became: 'sent' });
    expect({ encrypted, received }).toEqual({ encrypted: true, received: 1 });
  });

  it('is given nothing when the certificate is that of another host', async () => {
    const { key, cert } = selfSigned('ailleurs.example');
    const port = await listening({ ...withPassword, secure: true, key, cert });
    const result = await handTrusting(cert, `smtps://${PASSWORD}@localhost:${port}`);
    expect(result).toMatchObject({ became: 'later', by: 'server' });
    expect(received).toBe(0);
  });
});
