import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Logger } from 'pino';
import { SMTPServer } from 'smtp-server';
import type { LocalMailbox } from './local-mailbox.js';

const LARGEST = 5_000_000;

async function receive(stream: Readable, mailbox: LocalMailbox, done: (error: Error | null) => void): Promise<void> {
  try {
    await mailbox.keep(await buffer(stream));
  } catch (error) {
    return done(error instanceof Error ? error : new Error(String(error)));
  }
  done(null);
}

/** Listens for mail and keeps it in the mailbox: nothing goes any further. */
export async function startMailboxServer(
  mailbox: LocalMailbox,
  port: number,
  log: Logger,
  host: string,
): Promise<SMTPServer> {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, size: LARGEST },
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      void receive(stream, mailbox, done);
    },
  });
  server.on('error', (error: unknown) => log.error({ err: error }, 'boîte locale : connexion en échec'));
  await once(server.listen(port, host), 'listening');
  return server;
}
