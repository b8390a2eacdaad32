import type { Instant } from '../domain/kernel/paris.js';
import type { MailSettings } from '../startup/configuration.js';
import type { Letters } from './letter.js';
import { SmtpTransport } from './smtp.js';

/** A short mail that the house writes to who operates it: a subject, and lines of text. */
export interface HouseMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly date: Instant;
}

/** Sends one; answers what the server said when it did not take it. */
export type HousePost = (mail: HouseMail) => Promise<string | undefined>;

/**
 * The way by which the house writes to who operates it, and to who wants to enter: at once, once, beside the outbox. Answers what the server said
 * when it did not take the mail. None where there is no server of mail.
 */
export function housePost({ smtpUrl, from }: MailSettings, letters: Letters): HousePost | undefined {
  if (smtpUrl === undefined) return undefined;
  return async ({ id, to, subject, lines, date }) => {
    const transport = new SmtpTransport({ url: smtpUrl, from });
    try {
      const [text, html] = [lines.join('\n\n'), lines.map(line => `<p>${line}</p>`).join('')];
      const letter = { messageId: letters.messageId(id), to, subject, text, html, thread: null, date };
      const result = await transport.send(letter);
      return result.became === 'sent' ? undefined : result.answer;
    } finally {
      transport.close();
    }
  };
}
