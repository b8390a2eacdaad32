import type { DataSource } from 'typeorm';
import { uuid7 } from '../../clock/uuid7.js';
import { parisDate, type Instant } from '../../domain/kernel/paris.js';
import type { Pace } from '../../domain/reminders/recipients.js';
import { divertToDelegates } from './reassign-notices.js';

/** How often the notices that do not leave at once are gathered. */
export type Digest = Exclude<Pace, 'instant'>;

/**
 * What is gathered at $2 for the paces $1, and what the same mailboxes were to be told of the same things another day: a
 * mailbox is written to once.
 */
const GATHERED = `
  WITH due AS (
    SELECT n.id, n.obligation_id, c.id AS contact, c.email FROM notices n JOIN contacts c ON c.id = n.contact_id
    WHERE n.state = 'planned' AND n.pace = ANY($1) AND n.mail_id IS NULL AND n.planned_for <= $2
    FOR UPDATE OF n SKIP LOCKED
  ), beside AS (
    SELECT n.id, n.obligation_id, c.id AS contact, c.email FROM notices n JOIN contacts c ON c.id = n.contact_id
    WHERE n.state = 'planned' AND n.pace <> 'instant' AND n.pace <> ALL($1) AND n.mail_id IS NULL AND n.planned_for <= $2
      AND EXISTS (SELECT FROM due WHERE due.obligation_id = n.obligation_id AND lower(due.email) = lower(c.email))
    FOR UPDATE OF n SKIP LOCKED
  )
  SELECT (array_agg(contact ORDER BY contact))[1] AS contact, (array_agg(email ORDER BY contact))[1] AS address,
    array_agg(id) AS notices FROM (TABLE due UNION ALL TABLE beside) gathered
  GROUP BY lower(email)`;

interface Gathered {
  readonly contact: string;
  readonly address: string;
  readonly notices: readonly string[];
}

/**
 * Puts what waits for a digest in one mail for each mailbox, however many people or roles it is that of; the postman then
 * delivers it. `messageId` gives a mail its identifier. Answers how many mails; called again, nothing waits any more.
 */
export async function gatherDigests(
  source: DataSource,
  paces: readonly Digest[],
  messageId: (id: string) => string,
  now: Instant,
): Promise<number> {
  return source.transaction(async manager => {
    await divertToDelegates(manager, parisDate(now));
    const mailboxes = await manager.query<Gathered[]>(GATHERED, [paces, now]);
    for (const { contact, address, notices } of mailboxes) {
      const id = uuid7();
      await manager.query(
        `INSERT INTO mails (id, message_id, contact_id, address, subject, digest, state, next_try_at)
         VALUES ($1, $2, $3, $4, '', true, 'waiting', $5)`,
        [id, messageId(id), contact, address, now],
      );
      await manager.query('UPDATE notices SET mail_id = $1 WHERE id = ANY($2)', [id, notices]);
    }
    return mailboxes.length;
  });
}

/** Has what waits for some digests wait for that of a day, from an instant: one that was missed came at a time of rest. */
export async function putOffDigests(
  source: DataSource,
  paces: readonly Digest[],
  now: Instant,
  until: Instant,
): Promise<void> {
  await source.query(
    `UPDATE notices SET pace = 'daily', planned_for = $3
     WHERE state = 'planned' AND pace = ANY($1) AND mail_id IS NULL AND planned_for <= $2`,
    [paces, now, until],
  );
}
