import type { EntityManager } from 'typeorm';
import { bodiesOf } from '../domain/dossier/parties.js';
import type { Party } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Obligation } from '../domain/obligations/slice.js';
import type { RungRecipient } from '../domain/reglement/ladder.js';

export const PACES = ['instant', 'daily', 'weekly'] as const;
/** How a person wants to be told: at once, or in the digest of the day or of the week. */
export type Pace = (typeof PACES)[number];

/** Someone to write to about an obligation; `contact` is null when nobody holds the role. */
export interface Recipient {
  readonly name: string;
  readonly contact: string | null;
  /** The absent person for whom they receive. */
  readonly onBehalfOf: string | null;
  readonly pace: Pace;
}

interface ContactRow {
  readonly id: string;
  readonly role: string;
  readonly bodies: readonly string[];
  readonly pays: readonly string[];

  readonly delegate: string | null;
  readonly pace: Pace;
}

/** Who a rung of an obligation writes to: a party of it, or a role. */
export function partyOf(recipient: RungRecipient, { debtor, creditor }: Obligation): Party {
  if (recipient === 'debtor') return debtor;
  if (recipient === 'creditor') return creditor ?? { role: 'instructor' };
  return { role: recipient };
}

/**
 * The people who hold the roles of some parties on a day, for a dossier: those of the body where the role is a body's,
 * of the pays where they have some; the delegate of who is away. One line for a role that nobody holds.
 */
export async function recipientsOf(
  manager: EntityManager,
  state: DossierState,
  parties: readonly Party[],
  kind: string,
  today: CivilDate,
): Promise<readonly Recipient[]> {
  const rows = await manager.query<ContactRow[]>(
    `SELECT c.id, c.role, c.bodies, c.pays, a.delegate_id AS delegate,
       coalesce(p.pace, every.pace, 'instant') AS pace
     FROM contacts c LEFT JOIN absences a ON a.contact_id = c.id AND $2::date BETWEEN a.first_day AND a.last_day
     LEFT JOIN preferences p ON p.contact_id = coalesce(a.delegate_id, c.id) AND p.kind = $3
     LEFT JOIN preferences every ON every.contact_id = coalesce(a.delegate_id, c.id) AND every.kind = '*'
     WHERE c.role = ANY($1) AND c.valid_from <= $2 AND (c.valid_to IS NULL OR c.valid_to >= $2) ORDER BY c.id`,
    [parties.map(({ role }) => role), today, kind],
  );
  const found = parties.flatMap(party => holders(party, rows, state));
  return [...new Map(found.map(one => [one.name, one])).values()];
}

function holders(party: Party, rows: readonly ContactRow[], state: DossierState): readonly Recipient[] {
  const held = rows.filter(row => row.role === party.role && isFor(row, party, state));
  if (held.length === 0) return [{ name: `role:${party.role}`, contact: null, onBehalfOf: null, pace: 'instant' }];
  return held.map(({ id, delegate, pace }) => {
    const contact = delegate ?? id;
    return { name: contact, contact, onBehalfOf: delegate === null ? null : id, pace };
  });
}

function isFor({ bodies, pays }: ContactRow, party: Party, state: DossierState): boolean {
  if (pays.length > 0 && !pays.some(code => state.initiative.paysCodes.includes(code))) return false;
  if (bodies.length === 0) return true;
  const named = party.body === undefined ? bodiesOf(state, 'project-owner') : [party.body];
  return named.some(siret => bodies.includes(siret));
}
