import { throughSuspensions } from '../lifecycle/suspension.js';
import type { Rules } from '../reglement/reglement.js';
import type { Due } from './expectation.js';
import { expectationOf, splitKey } from './expectations.js';
import type { Party } from './roles.js';
import type { DossierState } from './state.js';

/**
 * When the expectation under a key is due on these facts, and by virtue of what. A suspension puts it off, but for what
 * falls by silence or by the calendar.
 */
export function dueOf(key: string, state: DossierState, rules: Rules): Due | null {
  const { kind, instance } = splitKey(key);
  const { due, whenDue } = expectationOf(kind);
  const set = due?.({ state, instance, rules }) ?? null;
  return set === null || whenDue === 'silence' ? set : throughSuspensions(set, state.lifecycle.suspensions);
}

/** Who owes the expectation under a key on these facts. */
export function debtorOf(key: string, state: DossierState, rules: Rules): Party {
  const { kind, instance } = splitKey(key);
  const debtor = expectationOf(kind).debtor?.({ state, instance, rules });
  if (!debtor) throw new Error(`Attente sans débiteur : ${kind}`);
  return debtor;
}
