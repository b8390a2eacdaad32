import type { Received } from '../../src/simulation/mail-server.js';

/** The plain text of a mail that a server received, its lines as they were written, without the footer. */
export function textOf({ source }: Pick<Received, 'source'>): string {
  const [, part = ''] = source.split(/Content-Type: text\/plain.*?\r\n\r\n/s);
  const [encoded = ''] = part.split(/\r\n--=20\r\n|\r\n-- ?\r\n/);
  const bytes = encoded
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1')
    .toString('utf8')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u202f\u00a0]/g, ' ')
    .trim();
}
