import { formatFrench } from '../kernel/civil-date.js';
import { conventionPaying, exerciseRun } from '../funded-year/exercise.js';
import type { Period } from '../kernel/period.js';
import { throughSuspensions } from '../lifecycle/suspension.js';
import type { Rules } from '../reglement/reglement.js';
import type { Due } from './expectation.js';
import { expectationOf, splitKey } from './expectations.js';
import { isOfRegion, type Party } from './roles.js';
import { runningConvention } from './stage.js';
import type { DossierState } from './state.js';

/**
 * When the expectation under a key is due on these facts, and by virtue of what. A suspension puts it off, but for what
 * falls by silence or by the calendar.
 */
export function dueOf(key: string, state: DossierState, rules: Rules): Due | null {
  const { kind, instance } = splitKey(key);
  const { due, whenDue } = expectationOf(kind);
  const set = due?.({ state, instance, rules }) ?? null;
  if (set === null || whenDue === 'silence') return set;
  return throughSuspensions(extended(key, set, state), state.lifecycle.suspensions);
}

/** The due date by the last extension that was granted, even if what was owed was met and is owed again, unless it has gone beyond since. */
function extended(key: string, set: Due, { obligations }: DossierState): Due {
  const owed = Object.values(obligations).filter(obligation => `${obligation.kind}/${obligation.instance}` === key);
  const granted = owed.findLast(obligation => obligation.extension.granted)?.extension.granted;
  if (!granted || (set.on !== null && set.on >= granted.until)) return set;
  return { on: granted.until, source: `Prorogation accordée le ${formatFrench(granted.on)}`, since: granted.on };
}

/** To whom what is under a key is owed: the Région for what the others owe; for what it owes itself, the body it serves. */
export function creditorOf(key: string, debtor: Party, state: DossierState): Party {
  if (debtor.role !== 'engine' && !isOfRegion(debtor.role)) return { role: 'instructor' };
  const body = servedBy(key, state);
  return { role: 'carrier', ...(body === null ? {} : { body }) };
}

/** The former carrier for the account of a transfer, who asked for the award, the bearer of the study, else the carrier. */
function servedBy(key: string, state: DossierState): string | null {
  const { kind, instance } = splitKey(key);
  const [id = ''] = instance.split('/');
  const former = state.lifecycle.transfers.find(({ amendment }) => amendment === id)?.from;
  const award = state.awards[id] ?? runningConvention(state);
  const { group } = state.initiative;
  if (expectationOf(kind).capability === 'prefiguration-study') return state.study.bearer ?? group;
  return former ?? award?.applicant ?? state.legitimation.carrier ?? group;
}

/** The exercise that the instance of a key names, as it ran, if it names one. */
export function periodOf(key: string, state: DossierState): Period | null {
  const { kind, instance } = splitKey(key);
  const [id = '', year] = instance.split('/');
  const award = state.awards[id];
  if (!expectationOf(kind).ofYear || !award) return null;
  const convention = conventionPaying(state, award);
  const rank = Number(year);
  return rank >= 1 && rank <= convention.years ? exerciseRun(state, convention, rank) : null;
}

/** Who owes the expectation under a key on these facts. */
export function debtorOf(key: string, state: DossierState, rules: Rules): Party {
  const { kind, instance } = splitKey(key);
  const debtor = expectationOf(kind).debtor?.({ state, instance, rules });
  if (!debtor) throw new Error(`Attente sans débiteur : ${kind}`);
  return debtor;
}
