import type { GateContext } from '../dossier/act.js';
import { absolute } from '../dossier/gates.js';
import { samePerson } from '../dossier/roles.js';
import { refuse } from '../kernel/refusal.js';
import { hasInCharge, isInCharge } from './referent-slice.js';
import { obligationOf } from './slice.js';

/** Whether who acts owes it: in its body where it is a body's; where a pôle has somebody in charge, in their role, it is them. */
function isOwn({ state, subject, actor }: GateContext<'obligation'>): boolean {
  const debtor = obligationOf({ state, subject })?.debtor;
  if (debtor?.role !== actor.role) return false;
  if (hasInCharge(state, debtor.role)) return isInCharge(state, debtor.role, actor.account);
  return debtor.body === undefined || actor.bodies.includes(debtor.body);
}

/** Refuses to remind oneself. */
export const notOneself = absolute<'obligation'>('not-oneself', situation =>
  isOwn(situation)
    ? refuse('reminds-oneself', 'Cette échéance vous revient : on ne se relance pas soi-même.')
    : undefined,
);

/** Refuses to grant oneself more time: what one owes, and what one asked for another. */
export const grantedByAnother = absolute<'obligation'>('granted-by-another', situation => {
  const asker = obligationOf(situation)?.extension.requestedBy;
  if (asker && samePerson(asker, situation.actor))
    return refuse('extends-oneself', 'Vous avez demandé cette prorogation : une autre personne en décide.');
  if (!isOwn(situation)) return undefined;
  return refuse('extends-oneself', 'Cette échéance vous revient : une autre personne décide de sa prorogation.');
});
