import type { EntityManager } from 'typeorm';
import type { AddressRestorationRow, ContactRow } from '../../database/entities/index.js';
import type { RowOf } from '../../database/entities/row-of.js';
import { readClock } from '../../clock/clock.js';
import { uuid7 } from '../../clock/uuid7.js';
import type { Role } from '../../domain/dossier/roles.js';
import type { CivilDate } from '../../domain/kernel/civil-date.js';
import type { Instant } from '../../domain/kernel/paris.js';
import type { Pace } from '../../domain/reminders/recipients.js';

/** Someone, or a shared mailbox, who is written to in a role. */
export interface Contact extends Omit<RowOf<ContactRow>, 'unreachable_since' | 'phone'> {
  readonly role: Role;
  /** By which they can be called, where it is known. */
  readonly phone?: string | null;
  readonly valid_from: CivilDate;
  readonly valid_to: CivilDate | null;
}

/** Registers contacts under identifiers of their own. Doing it again changes what they say, and adds none. */
export async function registerContacts(manager: EntityManager, contacts: readonly Contact[]): Promise<void> {
  await manager.query(
    `INSERT INTO contacts (id, role, bodies, pays, account, name, email, phone, shared, valid_from, valid_to)
     SELECT id, role, bodies, pays, account, name, email, phone, shared, valid_from, valid_to
     FROM jsonb_populate_recordset(NULL::contacts, $1)
     ON CONFLICT (id) DO UPDATE SET role = excluded.role, bodies = excluded.bodies, pays = excluded.pays,
       account = excluded.account, name = excluded.name, email = excluded.email,
       phone = excluded.phone, shared = excluded.shared`,
    [JSON.stringify(contacts)],
  );
}

export async function addContact(manager: EntityManager, contact: Omit<Contact, 'id'>): Promise<string> {
  const id = uuid7();
  await registerContacts(manager, [{ id, ...contact }]);
  return id;
}

/** Ends a contact on a day: it is written to until then. A new address makes it reachable again. */
export async function changeContact(
  manager: EntityManager,
  id: string,
  { email, phone, validTo }: { readonly email?: string; readonly phone?: string; readonly validTo?: CivilDate },
): Promise<void> {
  await manager.query(
    `UPDATE contacts SET email = coalesce($2, email), valid_to = coalesce($3, valid_to), phone = coalesce($4, phone),
       unreachable_since = CASE WHEN $2::text IS NULL OR $2 = email THEN unreachable_since END WHERE id = $1`,
    [id, email ?? null, validTo ?? null, phone ?? null],
  );
  await closeTasksOfReachable(manager, [id], (await readClock(manager)).now);
}

/**
 * Notes that the address of a contact receives again, for all who are written to there: who says so and when is kept, what
 * asked for a person is closed. Answers whether it was lost.
 */
export async function restoreAddress(manager: EntityManager, contact: string, account: string): Promise<boolean> {
  const { now } = await readClock(manager);
  const lost = await manager.query<{ id: string; address: string; since: Instant }[]>(
    `SELECT c.id, c.email AS address, c.unreachable_since AS since FROM contacts c
       JOIN contacts named ON named.id = $1 AND lower(named.email) = lower(c.email)
     WHERE c.unreachable_since IS NOT NULL FOR UPDATE OF c`,
    [contact],
  );
  const restored = lost.map(({ id, address, since }): RowOf<AddressRestorationRow> => {
    const what = { id: uuid7(), contact_id: id, address, unreachable_since: since };
    return { ...what, restored_by: account, restored_at: now };
  });
  await manager.query(
    `INSERT INTO address_restorations SELECT * FROM jsonb_populate_recordset(NULL::address_restorations, $1)`,
    [JSON.stringify(restored)],
  );
  const ids = lost.map(({ id }) => id);
  await manager.query('UPDATE contacts SET unreachable_since = NULL WHERE id = ANY($1)', [ids]);
  await closeTasksOfReachable(manager, ids, now);
  return lost.length > 0;
}

async function closeTasksOfReachable(manager: EntityManager, ids: readonly string[], now: Instant): Promise<void> {
  await manager.query(
    `UPDATE tasks t SET closed_at = $2 FROM contacts c
     WHERE c.id = ANY($1) AND c.unreachable_since IS NULL AND t.contact_id = c.id
       AND t.kind IN ('address-bounced', 'mail-refused') AND t.closed_at IS NULL`,
    [ids, now],
  );
}

/** How someone wants to be told of a kind of obligation, or of all of them (`*`). */
export async function setPreference(manager: EntityManager, contact: string, kind: string, pace: Pace): Promise<void> {
  await manager.query(
    `INSERT INTO preferences (contact_id, kind, pace) VALUES ($1, $2, $3)
     ON CONFLICT (contact_id, kind) DO UPDATE SET pace = excluded.pace`,
    [contact, kind, pace],
  );
}
