import type { EntityManager } from 'typeorm';
import type { ActingRole } from '../domain/dossier/roles.js';
import { nameOfBody } from './body-names.js';

/** A role, perhaps of one body, that is to be written to about what is owed, and that nobody holds. */
export interface Unheld {
  readonly role: ActingRole;
  readonly body: string | null;
  /** The name of the body, where there is one. */
  readonly name: string | null;
}

/** Whom nobody could be written for, about what is still owed, and still cannot on a day. */
export async function unheldRoles(manager: Pick<EntityManager, 'query'>, day: string): Promise<readonly Unheld[]> {
  return manager.query<Unheld[]>(
    `SELECT DISTINCT ON (lacking.role, lacking.body) lacking.role, lacking.body,
       ${nameOfBody('lacking.body', 'lacking.pole_id')} AS name FROM (
       SELECT substr(n.recipient, length('role:') + 1) AS role, n.pole_id,
         CASE 'role:' || o.debtor_role WHEN n.recipient THEN o.debtor_body
           ELSE CASE 'role:' || o.creditor_role WHEN n.recipient THEN o.creditor_body END END AS body
       FROM notices n JOIN obligations o ON o.id = n.obligation_id WHERE n.reason = 'nobody' AND o.state = 'open'
     ) lacking JOIN pole_cards card ON card.pole_id = lacking.pole_id
     WHERE NOT EXISTS (SELECT FROM contacts c WHERE c.role = lacking.role
       AND c.valid_from <= $1 AND (c.valid_to IS NULL OR c.valid_to >= $1)
       AND (c.pays = '{}' OR c.pays && card.pays_codes)
       AND (c.bodies = '{}' OR lacking.body = ANY(c.bodies) OR (lacking.body IS NULL AND c.bodies && card.bodies)))
     ORDER BY lacking.role, lacking.body, lacking.pole_id`,
    [day],
  );
}
