import type { DataSource } from 'typeorm';
import { readClock } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import { onOneLine } from '../../domain/kernel/text.js';
import { openTasks, type NewTask } from '../reminders/tasks.js';

/** What came back: by its Message-ID, by its address, or both. */
export interface Bounce {
  readonly messageId: string | null;
  readonly address: string | null;
  readonly reason: string;
  /** Whether nothing is to be sent to the address any more, until it changes. */
  readonly lasting: boolean;
}

export interface Bounced {
  readonly mails: number;
  /** Contacts who cannot be reached any more. */
  readonly contacts: number;
}

/**
 * The mail that came back: the one named, even while its server's answer is not noted yet, else the last that was sent
 * to the address.
 */
const MARKED = `
  WITH back AS (
    SELECT id, address FROM mails WHERE CASE WHEN $1::text IS NULL
      THEN lower(address) = lower($2) AND state IN ('sent', 'uncertain', 'bounced')
      ELSE message_id = $1 AND state IN ('handed', 'sent', 'uncertain', 'bounced') END
    ORDER BY sent_at DESC NULLS LAST, id DESC LIMIT 1
  ), marked AS (
    UPDATE mails m SET state = 'bounced', answer = $3, lease_until = NULL FROM back WHERE m.id = back.id AND m.state <> 'bounced' RETURNING m.id
  ), told AS (
    UPDATE notices n SET state = 'bounced', reason = 'bounced' FROM marked WHERE n.mail_id = marked.id AND n.state IN ('leaving', 'sent', 'uncertain')
  ), settled AS (
    UPDATE tasks t SET closed_at = $4 FROM marked
    WHERE t.kind = 'mail-uncertain' AND t.about = marked.id::text AND t.closed_at IS NULL
  )
  SELECT back.address, (SELECT count(*)::int FROM marked) AS mails FROM back`;

const LONGEST_REASON = 500;

/**
 * Notes that a mail came back: a person is asked, and nothing leaves to the address before it changes. Twice is once.
 * Writes nothing, and answers undefined, where no mail and no contact is meant.
 */
export async function noteBounce(source: DataSource, bounce: Bounce): Promise<Bounced | undefined> {
  const reason = onOneLine(bounce.reason.replace(/\p{Cc}/gu, ' ').toWellFormed()).slice(0, LONGEST_REASON);
  return source.transaction(async manager => {
    const { now } = await readClock(manager);
    const [back] = await manager.query<{ address: string; mails: number }[]>(MARKED, [
      ...[bounce.messageId && chevroned(bounce.messageId), bounce.address, reason, now],
    ]);
    const address = back?.address ?? bounce.address;
    const contacts = await manager.query<{ id: string; reached: boolean }[]>(
      'SELECT id, unreachable_since IS NULL AS reached FROM contacts WHERE lower(email) = lower($1) FOR UPDATE',
      [address],
    );
    if (back === undefined && contacts.length === 0) return undefined;
    const lost = bounce.lasting ? contacts.filter(({ reached }) => reached).map(({ id }) => id) : [];
    await manager.query('UPDATE contacts SET unreachable_since = $2 WHERE id = ANY($1)', [lost, now]);
    if ((back?.mails ?? 0) + lost.length > 0) {
      const tasks = contacts.map(({ id }) => taskFor(id, reason));
      await manager.query(openTasks('$1', '$2'), [JSON.stringify(tasks), now]);
    }
    return { mails: back?.mails ?? 0, contacts: lost.length };
  });
}

const chevroned = (messageId: string) => `<${messageId.replaceAll(/^<|>$/g, '')}>`;

function taskFor(contact: string, reason: string): NewTask {
  const detail = `Un courrier est revenu : cette adresse ne le reçoit pas (${reason}).`;
  return { id: uuid7(), kind: 'address-bounced', about: contact, pole_id: null, contact_id: contact, detail };
}
