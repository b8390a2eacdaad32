import { simpleParser } from 'mailparser';
import { isLostAddress } from './mail-status.js';

/** An address that a server could not deliver a message to. */
export interface FailedDelivery {
  readonly address: string;
  /** The Message-ID of the message, when the report gives it back. */
  readonly messageId: string | null;
  readonly reason: string;
  /** Whether the address itself is at fault, as its status says. */
  readonly lasting: boolean;
}

const REPORT = /^message\/(?:global-)?delivery-status$/;
const RETURNED = /^(?:message\/(?:global|rfc822)(?:-headers)?|text\/rfc822-headers)$/;

/**
 * Reads a report of delivery (RFC 3464): a whole message, or its part `message/delivery-status` alone. Answers the
 * addresses that failed; those that are late only, or were served, are left out.
 */
export async function failedDeliveries(source: string): Promise<readonly FailedDelivery[]> {
  const { attachments } = await simpleParser(source, { keepDeliveryStatus: true, skipHtmlToText: true });
  const part = (type: RegExp) =>
    attachments.find(({ contentType }) => type.test(contentType))?.content.toString('utf8');
  const returned = part(RETURNED);
  const messageId =
    returned === undefined ? null : (fieldsOf(returned.split(/\r?\n\r?\n/)[0] ?? '').get('message-id') ?? null);
  const groups = (part(REPORT) ?? source).split(/\r?\n\s*\r?\n/).map(fieldsOf);
  return groups.flatMap(group => failure(group, messageId));
}

/** The fields of a group, by their name in small letters; folded lines are unfolded. */
function fieldsOf(group: string): ReadonlyMap<string, string> {
  const lines = group.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap(line => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
    }),
  );
}

function failure(fields: ReadonlyMap<string, string>, messageId: string | null): readonly FailedDelivery[] {
  const recipient = fields.get('original-recipient') ?? fields.get('final-recipient');
  if (recipient === undefined || fields.get('action')?.toLowerCase() !== 'failed') return [];
  const status = fields.get('status') ?? '';
  const reason = typed(fields.get('diagnostic-code')) ?? status;
  return [
    { address: typed(recipient) ?? '', messageId, reason, lasting: isLostAddress(`${status} ${reason}`) ?? false },
  ];
}

/** What follows the type in `rfc822; membre@conseil.example`. */
function typed(value: string | undefined): string | undefined {
  return value?.replace(/^[\w-]+\s*;\s*/, '').trim();
}
