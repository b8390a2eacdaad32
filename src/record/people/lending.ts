import type { EntityManager } from 'typeorm';
import { COULD_LEND } from '../../database/mandate-reads.js';
import type { ActingRole } from '../../domain/dossier/roles.js';
import { refuse } from '../../domain/kernel/refusal.js';
import { RefusedError } from '../refused.js';

/** Who notes an absence: their account, and the roles that they hold themselves. */
export interface Author {
  readonly account: string;
  readonly roles: readonly ActingRole[];
}

/** Who is away, and who is to receive in their place. */
interface Replacement {
  readonly contact: string;
  readonly delegate: string | null;
}

interface Known {
  readonly role: ActingRole;
  readonly absent: string | null;
  readonly delegate: string | null;
  readonly holds: boolean;
}

/**
 * Whether an absence lets the delegate act: its author lends what is their own, the absent person theirs or a manager
 * that of another manager, and never to themself. What anyone else notes diverts the mails only. Refuses to lend to a
 * person who could not hold the role: of another service, or who represents none of the same bodies or pays.
 */
export async function lends(
  manager: EntityManager,
  { contact, delegate }: Replacement,
  author: Author,
): Promise<boolean> {
  const [known] = await manager.query<Known[]>(
    `SELECT away.role, away.account AS absent, delegate.account AS delegate,
       EXISTS (SELECT FROM mandates m WHERE m.account = away.account AND m.role = away.role) AS holds
     FROM contacts away JOIN contacts delegate ON delegate.id = $2 WHERE away.id = $1`,
    [contact, delegate],
  );
  if (!known || known.delegate === null || !known.holds || !isTheirs(known, author)) return false;
  const possible = await manager.query<object[]>(COULD_LEND, [contact, delegate]);
  if (possible.length === 0 && known.delegate !== known.absent) throw new RefusedError([COULD_NOT]);
  return possible.length > 0;
}

const isTheirs = ({ role, absent, delegate }: Known, { account, roles }: Author): boolean =>
  absent === account || (role === 'manager' && roles.includes(role) && delegate !== account);

const COULD_NOT = refuse(
  'delegate-could-not-act',
  'Cette personne ne peut agir à votre place : elle n’est pas du même service, ou n’agit pour aucun des mêmes organismes ou pays.',
  { pointer: '/delegate' },
);
