import type { Received } from './mail-server.js';

const BOUNDARY = 'retour-fictif';

/** What a server sends back for a mail that an address did not take (RFC 3464), with the headers of the mail. */
export function returnedMail({ to, messageId, subject }: Pick<Received, 'to' | 'messageId' | 'subject'>): string {
  const part = (type: string, lines: readonly string[]) => [`--${BOUNDARY}`, `Content-Type: ${type}`, '', ...lines, ''];
  return [
    'From: Mail Delivery System <mailer-daemon@relais.example>',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${BOUNDARY}"`,
    '',
    ...part('text/plain; charset=utf-8', ['This is the mail system of a fictitious host.']),
    ...part('message/delivery-status', [
      'Reporting-MTA: dns; relais.example',
      '',
      ...[`Final-Recipient: rfc822; ${to}`, 'Action: failed', 'Status: 5.1.1'],
      'Diagnostic-Code: smtp; 550 5.1.1 Boîte inconnue',
    ]),
    ...part('text/rfc822-headers', [`Message-ID: ${messageId}`, `To: ${to}`, `Subject: ${subject}`]),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
}
