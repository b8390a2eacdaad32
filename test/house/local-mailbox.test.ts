import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { SMTPServer } from 'smtp-server';
import { instant } from '../../src/domain/kernel/paris.js';
import { freePort } from '../../src/embedded/ports.js';
import { LocalMailbox } from '../../src/mail/local-mailbox.js';
import { startMailboxServer } from '../../src/mail/mailbox-server.js';
import { mailboxPage, messagePage } from '../../src/mail/mailbox-page.js';
import { SmtpTransport } from '../../src/mail/smtp.js';

let folder: string;
let mailbox: LocalMailbox;
let server: SMTPServer;
let transport: SmtpTransport;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-mailbox-'));
  mailbox = new LocalMailbox(join(folder, 'mails'));
  const port = await freePort();
  server = await startMailboxServer(mailbox, port, pino({ level: 'silent' }), '127.0.0.1');
  transport = new SmtpTransport({ url: `smtp://127.0.0.1:${port}`, from: 'Jalon <jalon@region.example>' });
});

afterEach(async () => {
  transport.close();
  await new Promise<void>(resolve => server.close(() => resolve()));
  await rm(folder, { recursive: true });
});

const hand = (change: object = {}) =>
  transport.send({
    ...{
      messageId: '<un@jalon.example>',
      to: 'conseil@pays.example',
      subject: 'Rappel é',
      text: 'Voir http://a.example/?b=1&c=2 <b>.',
    },
    ...{ html: '<script>alert(1)</script>', thread: null, date: instant('2026-04-20T06:00:00Z') },
    ...change,
  });

describe('the mailbox of development', () => {
  it('keeps what is sent, finds it by its Message-ID, and once only', async () => {
    expect(await mailbox.list()).toEqual([]);
    expect(await hand()).toMatchObject({ became: 'sent' });
    await hand();
    expect(await mailbox.list()).toMatchObject([{ subject: 'Rappel é', to: 'conseil@pays.example' }]);
    expect(await mailbox.find('<un@jalon.example>')).toBe(true);
    expect(await mailbox.find('<deux@jalon.example>')).toBe(false);
  });

  it('shows everything escaped, with the date of the house and links to follow', async () => {
    await hand({ subject: '<img src=x onerror=alert(1)>' });
    const [mail] = await mailbox.list();
    const pages = [mailboxPage([mail ?? (await Promise.reject(new Error('vide')))]), messagePage(mail as never)];
    for (const page of pages) {
      expect(page).not.toMatch(/<img|<script|<b>/);
      expect(page).toContain('20 avril 2026');
    }
    expect(pages[1]).toContain('<a href="http://a.example/?b=1&amp;c=2">');
    expect(await mailbox.read('../../etc/passwd')).toBeUndefined();
    expect(await mailbox.read(mail?.name ?? '')).toMatchObject({ subject: '<img src=x onerror=alert(1)>' });
  });
});
