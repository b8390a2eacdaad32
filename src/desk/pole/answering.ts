import { expectationOf } from '../../domain/dossier/expectations.js';
import type { Actor, Party } from '../../domain/dossier/roles.js';

/** Whether an act answers what is owed of a kind. */
export const answers = (kind: string, act: string): boolean => expectationOf(kind).acts.includes(act);

/** Whether someone owes what a party does: in its role, and for its body when it has one. */
export const isOwedBy = ({ role, body }: Party, actor: Actor): boolean =>
  actor.role === role && (body === undefined || actor.bodies.length === 0 || actor.bodies.includes(body));
