import type { EntityManager } from 'typeorm';
import { digestOf, newSecret } from '../../access/secrets.js';

/** Minutes during which a link opens the house. */
export const LINK_MINUTES = 15;
/** The most links that one contact is sent within those minutes: a mailbox is not to be filled by strangers. */
const MOST_LINKS = 3;

/** A link by which a contact may enter. */
export interface EntryLink {
  readonly contactId: string;
  readonly destination: string;
  /** When it no longer opens, in ISO 8601. */
  readonly expiresAt: string;
}

/** Makes a link for a contact; undefined when enough of them were sent in a short while. */
export async function makeEntryLink(
  manager: EntityManager,
  contactId: string,
  destination: string,
): Promise<string | undefined> {
  const [recent] = await manager.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM entry_links WHERE contact_id = $1 AND expires_at > now()',
    [contactId],
  );
  if ((recent?.count ?? 0) >= MOST_LINKS) return undefined;
  const secret = newSecret();
  await manager.query(
    `INSERT INTO entry_links (digest, contact_id, destination, expires_at)
     VALUES ($1, $2, $3, now() + make_interval(mins => ${LINK_MINUTES}))`,
    [digestOf(secret), contactId, destination],
  );
  return secret;
}

/** What a link opens, without using it up; undefined when it was used, or is too old. */
export async function entryLink(manager: EntityManager, secret: string): Promise<EntryLink | undefined> {
  const [link] = await manager.query<EntryLink[]>(
    `SELECT contact_id AS "contactId", destination, expires_at AS "expiresAt"
     FROM entry_links WHERE digest = $1 AND used_at IS NULL AND now() < expires_at`,
    [digestOf(secret)],
  );
  return link;
}

/** Uses a link up, once; undefined when it was used, or is too old. */
export async function takeEntryLink(manager: EntityManager, secret: string): Promise<EntryLink | undefined> {
  const [[link]] = await manager.query<[EntryLink[], number]>(
    `UPDATE entry_links SET used_at = now() WHERE digest = $1 AND used_at IS NULL AND now() < expires_at
     RETURNING contact_id AS "contactId", destination, expires_at AS "expiresAt"`,
    [digestOf(secret)],
  );
  return link;
}
