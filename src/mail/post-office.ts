import type { DataSource } from 'typeorm';
import type { MailSettings } from '../startup/configuration.js';
import { LocalMailbox } from './local-mailbox.js';
import type { RuleBook } from '../reglement/load.js';
import { MailRecord } from '../record/mails/mail-record.js';
import { Letters } from './letter.js';
import { MailDispatcher, type DispatcherOptions } from './mail-dispatcher.js';
import { SmtpTransport } from './smtp.js';
import type { Templates } from './templates.js';

/** The writing of the mails of a house. Their Message-IDs are those of its public address. */
export function lettersOf({ publicUrl }: MailSettings, templates: Templates, book: RuleBook): Letters {
  return new Letters(templates, publicUrl, new URL(publicUrl).hostname, book);
}

/** The postman of a house; none when it has no server of mail. The local mailbox can be asked what it was given. */
export function mailDispatcherOf(
  source: DataSource,
  { smtpUrl, from, perSecond, mailbox }: MailSettings,
  letters: Letters,
  options: Pick<DispatcherOptions, 'trace' | 'turnSeconds'> = {},
): MailDispatcher | undefined {
  if (smtpUrl === undefined) return undefined;
  const open = () => new SmtpTransport({ url: smtpUrl, from });
  const trace = mailbox === undefined ? {} : { trace: new LocalMailbox(mailbox) };
  return new MailDispatcher(new MailRecord(source), letters, open, { perSecond, ...trace, ...options });
}
