import { configuration } from '../startup/configuration.js';
import { StartupError } from '../startup/startup-error.js';
import { LocalMailbox } from '../mail/local-mailbox.js';
import { startMailboxServer } from '../mail/mailbox-server.js';
import { command } from './boot.js';
import { logger } from './logger.js';
import { untilStopped } from './until-stopped.js';

await command(async () => {
  const { production, mail } = configuration();
  if (production || mail.mailbox === undefined || mail.smtpUrl === undefined)
    throw new StartupError('La boîte locale ne sert qu’au développement : JALON_MAILBOX et JALON_SMTP_URL la placent.');
  const log = logger('mailbox');
  const server = await startMailboxServer(new LocalMailbox(mail.mailbox), Number(new URL(mail.smtpUrl).port), log);
  log.info('boîte locale prête');
  untilStopped(log, () => new Promise<void>(resolve => server.close(() => resolve())));
});
