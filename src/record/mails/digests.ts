import type { DataSource } from 'typeorm';
import { uuid7 } from '../../clock/uuid7.js';
import { parisDate, type Instant } from '../../domain/kernel/paris.js';
import type { Pace } from '../../domain/reminders/recipients.js';
import { divertToDelegates } from './reassign-notices.js';

/** How often the notices that do not leave at once are gathered. */
export type Digest = Exclude<Pace, 'instant'>;

/**
 * Puts what waits for a digest in one mail for each person, however many roles they hold under one address; the
 * postman then delivers it. `messageId` gives a mail its identifier. Answers how many mails; called again, nothing waits
 * any more.
 */
export async function gatherDigests(
  source: DataSource,
  paces: readonly Digest[],
  messageId: (id: string) => string,
  now: Instant,
): Promise<number> {
  return source.transaction(async manager => {
    await divertToDelegates(manager, parisDate(now));
    const people = await manager.query<{ contact: string; address: string; notices: readonly string[] }[]>(
      `SELECT (array_agg(c.id ORDER BY c.id))[1] AS contact, (array_agg(c.email ORDER BY c.id))[1] AS address,
         array_agg(n.id) AS notices FROM (
         SELECT id, contact_id FROM notices WHERE state = 'planned' AND pace = ANY($1) AND mail_id IS NULL
           AND planned_for <= $2 FOR UPDATE SKIP LOCKED) n JOIN contacts c ON c.id = n.contact_id
       GROUP BY lower(c.email)`,
      [paces, now],
    );
    for (const { contact, address, notices } of people) {
      const id = uuid7();
      await manager.query(
        `INSERT INTO mails (id, message_id, contact_id, address, subject, digest, state, next_try_at)
         VALUES ($1, $2, $3, $4, '', true, 'waiting', $5)`,
        [id, messageId(id), contact, address, now],
      );
      await manager.query('UPDATE notices SET mail_id = $1 WHERE id = ANY($2)', [id, notices]);
    }
    return people.length;
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
