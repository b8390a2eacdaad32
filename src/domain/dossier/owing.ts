import { rulesOf } from '../award/ruled.js';
import { formatFrench } from '../kernel/civil-date.js';
import { conventionPaying, exerciseRun } from '../funded-year/exercise.js';
import type { Period } from '../kernel/period.js';
import { throughSuspensions } from '../lifecycle/suspension.js';
import type { Rules } from '../reglement/reglement.js';
import type { Due } from './expectation.js';
import type { ExpectationContext } from './expectation.js';
import { expectationOf, partsOf, splitKey } from './expectations.js';
import type { PartName, Parts } from './instance.js';
import { isOfRegion, type Party } from './roles.js';
import { runningConvention } from './stage.js';
import type { DossierState } from './state.js';

/**
 * When the expectation under a key is due on these facts, and by virtue of what. A suspension puts it off, but for what
 * falls by silence or by the calendar.
 */
export function dueOf(key: string, state: DossierState, rules: Rules): Due | null {
  const { due, whenDue } = expectationOf(splitKey(key).kind);
  const set = due?.(contextOf(key, state, rules)) ?? null;
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
  const { kind } = splitKey(key);
  const { award: id = '' } = partsOf(key);
  const former = state.lifecycle.transfers.find(({ amendment }) => amendment === id)?.from;
  const award = state.awards[id] ?? runningConvention(state);
  const { group } = state.initiative;
  if (expectationOf(kind).capability === 'prefiguration-study') return state.study.bearer ?? group;
  return former ?? award?.applicant ?? state.legitimation.carrier ?? group;
}

/** The exercise that the instance of a key names, as it ran, if it names one. */
export function periodOf(key: string, state: DossierState): Period | null {
  if (!expectationOf(splitKey(key).kind).ofYear) return null;
  const { award: id = '', year: rank = 0 } = partsOf(key);
  const award = state.awards[id];
  if (!award) return null;
  const convention = conventionPaying(state, award);
  return rank >= 1 && rank <= convention.years ? exerciseRun(state, convention, rank) : null;
}

/** Who owes the expectation under a key on these facts. */
export function debtorOf(key: string, state: DossierState, rules: Rules): Party {
  const { kind } = splitKey(key);
  const debtor = expectationOf(kind).debtor?.(contextOf(key, state, rules));
  if (!debtor) throw new Error(`Attente sans débiteur : ${kind}`);
  return debtor;
}

/**
 * What the expectation under a key is read on: by the règlement of the award that it names, if it names one. A kind reads
 * no other part than those of its own key.
 */
export function contextOf(key: string, state: DossierState, rules: Rules): ExpectationContext<PartName> {
  const parts = partsOf(key) as Parts<PartName>;
  return { state, parts, rules: rulesOf(rules, state.awards[parts.award]) };
}
