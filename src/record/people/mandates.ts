import type { EntityManager } from 'typeorm';
import type { MandateRow } from '../../database/entities/index.js';
import type { RowOf } from '../../database/entities/row-of.js';
import type { Role } from '../../domain/dossier/roles.js';

/** A role given to an account, with its perimeter. */
export interface Mandate extends RowOf<MandateRow> {
  readonly role: Role;
}

/** Gives roles to accounts. Doing it again changes nothing. */
export async function registerMandates(manager: EntityManager, mandates: readonly Mandate[]): Promise<void> {
  await manager.query(
    `INSERT INTO mandates (account, role, bodies, pays)
     SELECT account, role, bodies, pays FROM jsonb_populate_recordset(NULL::mandates, $1)
     ON CONFLICT (account, role) DO UPDATE SET bodies = excluded.bodies, pays = excluded.pays`,
    [JSON.stringify(mandates)],
  );
}
