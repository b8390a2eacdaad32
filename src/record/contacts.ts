import { QueryFailedError, type EntityManager } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { uuid7 } from '../clock/uuid7.js';
import type { Role } from '../domain/dossier/roles.js';
import { refuse } from '../domain/kernel/refusal.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Pace } from './recipients.js';
import { RefusedError } from './refused.js';

/** Someone, or a shared mailbox, who is written to in a role. */
export interface Contact {
  readonly id: string;
  readonly role: Role;
  readonly bodies: readonly string[];
  readonly pays: readonly string[];
  readonly account: string | null;
  readonly name: string;
  readonly email: string;
  readonly shared: boolean;
  readonly valid_from: CivilDate;
  readonly valid_to: CivilDate | null;
}

/** Registers contacts under identifiers of their own. Doing it again changes what they say, and adds none. */
export async function registerContacts(manager: EntityManager, contacts: readonly Contact[]): Promise<void> {
  await manager.query(
    `INSERT INTO contacts (id, role, bodies, pays, account, name, email, shared, valid_from, valid_to)
     SELECT id, role, bodies, pays, account, name, email, shared, valid_from, valid_to
     FROM jsonb_populate_recordset(NULL::contacts, $1)
     ON CONFLICT (id) DO UPDATE SET role = excluded.role, bodies = excluded.bodies, pays = excluded.pays,
       account = excluded.account, name = excluded.name, email = excluded.email, shared = excluded.shared`,
    [JSON.stringify(contacts)],
  );
}

export async function addContact(manager: EntityManager, said: Omit<Contact, 'id'>): Promise<string> {
  const id = uuid7();
  await registerContacts(manager, [{ id, ...said }]);
  return id;
}

/** Ends a contact on a day: it is written to until then. A new address makes it reachable again. */
export async function changeContact(
  manager: EntityManager,
  id: string,
  { email, validTo }: { readonly email?: string; readonly validTo?: CivilDate },
): Promise<void> {
  await manager.query(
    `UPDATE contacts SET email = coalesce($2, email), valid_to = coalesce($3, valid_to),
       unreachable_since = CASE WHEN $2::text IS NULL OR $2 = email THEN unreachable_since END WHERE id = $1`,
    [id, email ?? null, validTo ?? null],
  );
  await manager.query(
    `UPDATE tasks t SET closed_at = $2 FROM contacts c
     WHERE c.id = $1 AND c.unreachable_since IS NULL AND t.contact_id = c.id AND t.kind IN ('address-bounced', 'mail-refused')
       AND t.closed_at IS NULL`,
    [id, (await readClock(manager)).now],
  );
}

export interface Absence {
  readonly contact: string;
  readonly delegate: string | null;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
}

/**
 * Notes that someone is away. Refuses an absence that overlaps another of theirs, a delegate who is away themselves on
 * those days, and an absence without a delegate while something is due by then that they alone are told of.
 */
export async function addAbsence(manager: EntityManager, { contact, delegate, firstDay, lastDay }: Absence) {
  await refuseAwayDelegate(manager, delegate, firstDay, lastDay);
  if (delegate === null) await refuseUnattended(manager, contact, firstDay, lastDay);
  const id = uuid7();
  try {
    await manager.query(
      'INSERT INTO absences (id, contact_id, delegate_id, first_day, last_day) VALUES ($1, $2, $3, $4, $5)',
      [id, contact, delegate, firstDay, lastDay],
    );
  } catch (error) {
    throw overlapping(error) ? new RefusedError([ALREADY_AWAY]) : error;
  }
  return id;
}

const ALREADY_AWAY = refuse('absences-overlap', 'Une autre absence de cette personne couvre déjà ces jours.', {
  pointer: '/firstDay',
});

function overlapping(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    (error.driverError as { constraint?: string }).constraint === 'absences_do_not_overlap'
  );
}

async function refuseAwayDelegate(
  manager: EntityManager,
  delegate: string | null,
  firstDay: CivilDate,
  lastDay: CivilDate,
): Promise<void> {
  const away = await manager.query<object[]>(
    `SELECT FROM absences WHERE contact_id = $1 AND daterange(first_day, last_day, '[]') && daterange($2, $3, '[]')`,
    [delegate, firstDay, lastDay],
  );
  if (away.length > 0)
    throw new RefusedError([
      refuse('delegate-away', 'La personne à qui vous déléguez est elle-même absente ces jours-là.', {
        pointer: '/delegate',
      }),
    ]);
}

async function refuseUnattended(
  manager: EntityManager,
  contact: string,
  firstDay: CivilDate,
  lastDay: CivilDate,
): Promise<void> {
  const due = await manager.query<{ kind: string }[]>(
    `SELECT DISTINCT o.kind FROM obligations o JOIN pole_cards card ON card.pole_id = o.pole_id
     JOIN contacts c ON c.id = $1 AND c.role = o.debtor_role
     WHERE o.state = 'open' AND o.due BETWEEN $2 AND $3 AND (cardinality(c.pays) = 0 OR c.pays && card.pays_codes)
       AND (cardinality(c.bodies) = 0 OR o.debtor_body = ANY(c.bodies)) AND NOT EXISTS (
         SELECT FROM contacts other WHERE other.role = c.role AND other.id <> c.id
           AND (cardinality(other.pays) = 0 OR other.pays && card.pays_codes)
           AND (cardinality(other.bodies) = 0 OR o.debtor_body = ANY(other.bodies))
           AND other.valid_from <= $3 AND (other.valid_to IS NULL OR other.valid_to >= $2))`,
    [contact, firstDay, lastDay],
  );
  if (due.length > 0)
    throw new RefusedError([
      refuse('absence-unattended', 'Des échéances tombent pendant cette absence : nommez qui les recevra.', {
        pointer: '/delegate',
      }),
    ]);
}

/** How someone wants to be told of a kind of obligation, or of all of them (`*`). */
export async function setPreference(manager: EntityManager, contact: string, kind: string, pace: Pace): Promise<void> {
  await manager.query(
    `INSERT INTO preferences (contact_id, kind, pace) VALUES ($1, $2, $3)
     ON CONFLICT (contact_id, kind) DO UPDATE SET pace = excluded.pace`,
    [contact, kind, pace],
  );
}
