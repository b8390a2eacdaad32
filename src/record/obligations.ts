import { uuid7 } from '../clock/uuid7.js';
import { expectationOf, factsOfEvent, splitKey } from '../domain/dossier/expectations.js';
import { silenceDay } from '../domain/dossier/expectation.js';
import { debtorOf, dueOf } from '../domain/dossier/owing.js';
import type { Obligation } from '../domain/obligations/slice.js';
import type { DossierState, NewEvent, RecordedEvent } from '../domain/dossier/state.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Rules } from '../domain/reglement/reglement.js';

/** The key `kind/instance` of an obligation. */
export function keyOf({ kind, instance }: Pick<Obligation, 'kind' | 'instance'>): string {
  return `${kind}/${instance}`;
}

export function openObligations(state: DossierState): readonly Obligation[] {
  return Object.values(state.obligations).filter(one => one.state === 'open');
}

/** Closes what new facts meet. */
export function closings(state: DossierState, facts: readonly RecordedEvent[]): readonly NewEvent[] {
  const met = new Map(facts.flatMap(event => factsOfEvent(event).map(fact => [fact.key, event.id] as const)));
  return openObligations(state).flatMap(one => {
    const by = met.get(keyOf(one));
    return by === undefined ? [] : [{ type: 'obligation-done', data: { obligation: one.id, by } } as const];
  });
}

/** Moves the due dates and the debtors that facts have changed, for what is still awaited. */
export function moves(state: DossierState, rules: Rules, awaited: readonly string[]): readonly NewEvent[] {
  return openObligations(state)
    .filter(one => awaited.includes(keyOf(one)))
    .flatMap(one => [...dueMoved(one, state, rules), ...debtorChanged(one, state, rules)]);
}

function dueMoved(one: Obligation, state: DossierState, rules: Rules): readonly NewEvent[] {
  const to = dueOf(keyOf(one), state, rules)?.on ?? null;
  return to === one.due ? [] : [{ type: 'due-date-moved', data: { obligation: one.id, from: one.due, to } }];
}

function debtorChanged(one: Obligation, state: DossierState, rules: Rules): readonly NewEvent[] {
  const to = debtorOf(keyOf(one), state, rules);
  if (to.role === one.debtor.role && to.body === one.debtor.body) return [];
  return [{ type: 'debtor-changed', data: { obligation: one.id, from: one.debtor, to } }];
}

/** Makes the open obligations equal to what is awaited: opens the missing ones, withdraws the others. */
export function adjustments(state: DossierState, rules: Rules, awaited: readonly string[]): readonly NewEvent[] {
  const open = new Map(openObligations(state).map(one => [keyOf(one), one]));
  const withdrawn = [...open].flatMap(([key, one]) =>
    awaited.includes(key) ? [] : [{ type: 'obligation-withdrawn', data: { obligation: one.id } } as const],
  );
  const opened = awaited.filter(key => !open.has(key)).map(key => opening(key, state, rules));
  return [...withdrawn, ...opened];
}

function opening(key: string, state: DossierState, rules: Rules): NewEvent {
  const { kind, instance } = splitKey(key);
  const before = Object.values(state.obligations).filter(one => keyOf(one) === key);
  const due = dueOf(key, state, rules);
  return {
    type: 'obligation-opened',
    data: {
      obligation: uuid7(),
      kind,
      instance,
      opening: before.length + 1,
      debtor: debtorOf(key, state, rules),
      due: due?.on ?? null,
      source: due?.source ?? '',
      follows: before.at(-1)?.id ?? null,
    },
  };
}

/** The first decision by silence that has fallen due before today, in the order of its day. */
export function firstSilence(
  state: DossierState,
  rules: Rules,
  awaited: readonly string[],
  today: CivilDate,
): NewEvent | undefined {
  const fallen = awaited.flatMap(key => {
    const { kind, instance } = splitKey(key);
    const silence = expectationOf(kind).silence;
    const due = dueOf(key, state, rules)?.on;
    if (!silence || !due || due >= today) return [];
    return [{ ...silence({ state, instance, rules, due }), date: silenceDay(due) }];
  });
  return fallen.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0];
}
