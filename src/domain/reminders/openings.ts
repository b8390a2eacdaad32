import { expectationOf, factsOfEvent, splitKey } from '../dossier/expectations.js';
import { silenceDay } from '../dossier/expectation.js';
import { contextOf, creditorOf, debtorOf, dueOf, periodOf } from '../dossier/owing.js';
import { dayOfRung, ladderOf, rungIdOf } from '../obligations/ladders.js';
import { isPoint } from '../obligations/points.js';
import { rungDay } from '../reglement/ladder.js';
import { keyOf, openObligations, stillAwaited, type Obligation } from '../obligations/slice.js';
import type { DossierState, NewEvent, RecordedEvent } from '../dossier/state.js';
import type { Party } from '../dossier/roles.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Rules } from '../reglement/reglement.js';
import { ascending } from '../kernel/ordering.js';

/** The keys of what a dossier awaits, by what is open or waived in it, sorted. */
export function openKeys(state: DossierState): readonly string[] {
  return stillAwaited(state).map(keyOf).sort();
}

/** Closes what new facts meet, even what was waived meanwhile. */
export function closings(state: DossierState, facts: readonly RecordedEvent[]): readonly NewEvent[] {
  const met = new Map(facts.flatMap(event => factsOfEvent(event).map(fact => [fact.key, event.id] as const)));
  return stillAwaited(state).flatMap(obligation => {
    const by = met.get(keyOf(obligation));
    return by === undefined ? [] : [{ type: 'obligation-done', data: { obligation: obligation.id, by } } as const];
  });
}

/** Moves the due dates and the parties that facts have changed, for what is still awaited. */
export function moves(
  state: DossierState,
  rules: Rules,
  awaited: readonly string[],
  today: CivilDate,
): readonly NewEvent[] {
  return openObligations(state)
    .filter(obligation => awaited.includes(keyOf(obligation)))
    .flatMap(obligation => [...dueMoved(obligation, state, rules, today), ...partiesChanged(obligation, state, rules)]);
}

/** A new due date begins the ladder again, but for the rungs that were reached and are past by the new date too. */
function dueMoved(obligation: Obligation, state: DossierState, rules: Rules, today: CivilDate): readonly NewEvent[] {
  const to = dueOf(keyOf(obligation), state, rules)?.on ?? null;
  if (to === obligation.due) return [];
  const { kind } = obligation;
  const reachedIds = obligation.rungs.map(recorded => rungIdOf(recorded, kind, state, rules));
  const passed =
    to === null ? reachedIds : reachedIds.filter(rung => (dayOfRung(kind, rung, to, state, rules) ?? to) <= today);
  return [{ type: 'due-date-moved', data: { obligation: obligation.id, from: obligation.due, to, passed } }];
}

/** Once other ladders are applied, what is owed goes on from where the new ones stand: their rungs of past days are not rung. */
export function laddersChanged(state: DossierState, rules: Rules, today: CivilDate): readonly NewEvent[] {
  return openObligations(state).flatMap(({ id, kind, due, rungs }) => {
    const ladder = ladderOf(kind, state, rules);
    if (due === null || !ladder) return [];
    const passed = ladder.rungs.filter(rung => rungDay(due, rung) < today).map(rung => rung.id);
    return [
      { type: 'ladder-changed', data: { obligation: id, passed: [...passed, ...rungs.filter(isPoint)] } } as const,
    ];
  });
}

function partiesChanged(openObligation: Obligation, state: DossierState, rules: Rules): readonly NewEvent[] {
  const { id: obligation, debtor, creditor } = openObligation;
  const owes = debtorOf(keyOf(openObligation), state, rules);
  const isOwed = creditorOf(keyOf(openObligation), owes, state);
  const changed: NewEvent[] = [];
  if (!isSame(owes, debtor)) changed.push({ type: 'debtor-changed', data: { obligation, from: debtor, to: owes } });
  if (creditor && !isSame(isOwed, creditor))
    changed.push({ type: 'creditor-changed', data: { obligation, from: creditor, to: isOwed } });
  return changed;
}

const isSame = (party: Party, other: Party) => party.role === other.role && party.body === other.body;

/**
 * Makes what is owed equal to what is awaited: opens the missing ones, withdraws the others. What was waived is awaited
 * still, and nobody is chased for it. `newId` names what is opened.
 */
export function adjustments(
  state: DossierState,
  rules: Rules,
  awaited: readonly string[],
  newId: () => string,
): readonly NewEvent[] {
  const owed = new Set(stillAwaited(state).map(keyOf));
  const opened = awaited.filter(key => !owed.has(key)).map(key => opening(key, newId(), state, rules));
  return [...withdrawals(state, awaited), ...opened];
}

/** Withdraws what is awaited no more. */
export function withdrawals(state: DossierState, awaited: readonly string[]): readonly NewEvent[] {
  return stillAwaited(state)
    .filter(obligation => !awaited.includes(keyOf(obligation)))
    .map(({ id }) => ({ type: 'obligation-withdrawn', data: { obligation: id } }));
}

function opening(key: string, id: string, state: DossierState, rules: Rules): NewEvent {
  const { kind, instance } = splitKey(key);
  const before = Object.values(state.obligations).filter(obligation => keyOf(obligation) === key);
  const due = dueOf(key, state, rules);
  const debtor = debtorOf(key, state, rules);
  return {
    type: 'obligation-opened',
    data: {
      obligation: id,
      kind,
      instance,
      opening: before.length + 1,
      debtor,
      due: due?.on ?? null,
      source: due?.source ?? '',
      follows: before.at(-1)?.id ?? null,
      creditor: creditorOf(key, debtor, state),
      period: periodOf(key, state),
    },
  };
}

/** The first decision by silence that has fallen due before today, in the order of its day, with what it brings. */
export function firstSilence(
  state: DossierState,
  rules: Rules,
  awaited: readonly string[],
  today: CivilDate,
): readonly NewEvent[] {
  const fallen = awaited.flatMap(key => {
    const { silence } = expectationOf(splitKey(key).kind);
    const due = dueOf(key, state, rules)?.on;
    if (!silence || !due || due >= today) return [];
    const date = silenceDay(due);
    return [{ date, events: silence({ ...contextOf(key, state, rules), due }).map(event => ({ ...event, date })) }];
  });
  return fallen.sort(ascending(({ date }) => date))[0]?.events ?? [];
}
