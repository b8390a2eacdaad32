import { simpleParser } from 'mailparser';
import { isLostAddress } from './mail-status.js';

/** What came back cannot be read as a message: more parts than any has, or more recipients than a mail of ours. */
export class UnreadableReportError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'UnreadableReportError';
  }
}

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

/** A mail of the house has one recipient, and what it is forwarded to, a few. */
const MOST_RECIPIENTS = 50;

/**
 * Reads a report of delivery (RFC 3464): a whole message, or its part `message/delivery-status` alone. Answers the
 * addresses that failed; those that are late only, or were served, are left out. Refuses what cannot be read.
 */
export async function failedDeliveries(source: string): Promise<readonly FailedDelivery[]> {
  const { attachments } = await parsed(source);
  const part = (type: RegExp) =>
    attachments.find(({ contentType }) => type.test(contentType))?.content.toString('utf8');
  const returned = part(RETURNED);
  const messageId =
    returned === undefined ? null : (fieldsOf(returned.split(/\r?\n\r?\n/)[0] ?? '').get('message-id') ?? null);
  const groups = (part(REPORT) ?? source).split(/\r?\n\s*\r?\n/).map(fieldsOf);
  const failed = groups.flatMap(group => failure(group, messageId));
  if (failed.length > MOST_RECIPIENTS)
    throw new UnreadableReportError(`Le rapport nomme plus de ${MOST_RECIPIENTS} destinataires.`);
  return failed;
}

async function parsed(source: string) {
  const wording = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true };
  try {
    return await simpleParser(source, { keepDeliveryStatus: true, ...wording });
  } catch (error) {
    throw new UnreadableReportError('Le rapport ne peut être lu.', error);
  }
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
  const address = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
  const action = withoutComments(fields.get('action') ?? '').toLowerCase();
  if (address === undefined || action !== 'failed') return [];
  const status = fields.get('status') ?? '';
  const reason = typed(fields.get('diagnostic-code') ?? '') || status;
  return [{ address, messageId, reason, lasting: isLostAddress(`${status} ${reason}`) ?? false }];
}

/** The address in `rfc822; <membre@conseil.example.>`, with or without its brackets and the root of its domain. */
function addressIn(field: string | undefined): string | undefined {
  const written = withoutComments(typed(field ?? ''));
  const address = (/<([^<>]*)>$/.exec(written)?.[1] ?? written).replace(/\.$/, '');
  return address.includes('@') ? address : undefined;
}

/** What follows the type in `rfc822; membre@conseil.example`. */
const typed = (field: string) => field.replace(/^[\w-]+\s*;\s*/, '').trim();

/** A field without what RFC 5322 lets a server add to it between parentheses. */
const withoutComments = (field: string) => field.replaceAll(/\([^()]*\)/g, '').trim();
