import { configuration } from '../startup/configuration.js';
import { StartupError } from '../startup/startup-error.js';
import { LocalMailbox } from '../mail/local-mailbox.js';
import { startMailboxServer } from '../mail/mailbox-server.js';
import { command } from './boot.js';
import { logger } from './logger.js';
import { untilStopped } from './until-stopped.js';
import { commandLine } from './options.js';

commandLine({
  run: 'node dist/src/commands/mailbox.js',
  does: 'Reçoit les courriers de la démonstration dans le dossier JALON_MAILBOX, hors production.',
});

await command(async () => {
  const { production, mail, host } = configuration();
  if (production || mail.mailbox === undefined || mail.smtpUrl === undefined)
    throw new StartupError('La boîte locale ne sert qu’au développement : JALON_MAILBOX et JALON_SMTP_URL la placent.');
  const log = logger('mailbox');
  const port = Number(new URL(mail.smtpUrl).port);
  const server = await startMailboxServer(new LocalMailbox(mail.mailbox), port, log, host);
  log.info('boîte locale prête');
  untilStopped(log, () => new Promise<void>(resolve => server.close(() => resolve())));
});
