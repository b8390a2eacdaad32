import { rulesOn } from '../award/ruled.js';
import { DomainError } from '../kernel/domain-error.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Act, ActContext, GateContext } from './act.js';
import { notAfter, TWO_PERSONS } from './gates.js';
import { machineOf } from './machines.js';
import { isInPerimeter } from './parties.js';
import { roleLabel, samePerson } from './roles.js';
import { isAlive, type LifecycleStatus, type Override } from '../lifecycle/slice.js';
import { openObligations } from '../obligations/slice.js';
import type { ReportKind } from '../reglement/reglement.js';
import type { DossierState, NewEvent } from './state.js';
import { subjectKey, type Subject } from './subject.js';

/** Why an act is closed to someone, in the order in which it is worth saying. Throws when it does not bear on such a subject. */
export function closedBecause(act: Act<never>, given: GateContext): readonly Refusal[] {
  const situation = inItsTerms(given);
  if (situation.subject.kind !== act.subject)
    throw new Error(`« ${act.name} » porte sur : ${act.subject}, et non sur : ${situation.subject.kind}`);
  const who = barredBecause(act, situation);
  if (who) return [who];
  const state = ended(act, situation) ?? wrongState(act, situation);
  if (state) return [state];
  return act.gates.flatMap(gate => {
    const refusal = gate.check(situation);
    if (!refusal) return [];
    const overrides = gate.absolute ? [] : overridesOf(gate.name, act, situation);
    if (overrides.length === 0) return [refusal];
    return overrides.every(({ by }) => samePerson(by, situation.actor)) ? [OVERRODE_IT] : [];
  });
}

/** A situation read by the règlement of the award that its subject is a part of. The day is read only where it is asked for. */
function inItsTerms<Situation extends GateContext>(given: Situation): Situation {
  const rules = rulesOn(given.rules, given.state.awards, given.subject);
  if (rules === given.rules) return given;
  const { rules: _rules, ...fields } = Object.getOwnPropertyDescriptors(given);
  return Object.defineProperties({}, { ...fields, rules: { value: rules, enumerable: true } }) as Situation;
}

/** Why an act is not someone's to do, whatever the state of the dossier and of what they name in it: their role, or their perimeter. */
export function barredBecause(act: Act<never>, situation: GateContext): Refusal | undefined {
  return wrongRole(act, situation) ?? outOfPerimeter(act, situation);
}

function wrongRole(act: Act<never>, { actor }: GateContext): Refusal | undefined {
  if (actor.role !== 'engine' && act.roles.includes(actor.role)) return undefined;
  const allowed = act.roles.map(roleLabel).join(', ');
  return refuse('forbidden-role', `« ${act.label} » revient à : ${allowed}.`);
}

function outOfPerimeter(act: Act<never>, situation: GateContext): Refusal | undefined {
  if (act.name === 'declare-initiative' || isInPerimeter(situation, act.party)) return undefined;
  return refuse('out-of-perimeter', 'Cet acte revient à un autre organisme que ceux pour lesquels vous agissez.');
}

/** Whether an act is open no more on a dossier that stands so: it has ended, or is closed. */
export function isPast({ afterEnd }: Act<never>, status: LifecycleStatus): boolean {
  if (isAlive(status) || afterEnd === 'always') return false;
  return afterEnd === undefined || status === 'closed';
}

function ended(act: Act<never>, { state }: GateContext): Refusal | undefined {
  if (!isPast(act, state.lifecycle.status)) return undefined;
  return refuse('dossier-ended', 'Le dossier a pris fin : cet acte ne lui est plus ouvert.', { absolute: true });
}

function wrongState(act: Act<never>, situation: GateContext): Refusal | undefined {
  const machine = machineOf(act);
  const current = machine.current(situation);
  if (current !== undefined && act.from.includes(current)) return undefined;
  const wanted = act.from.map(state => `« ${machine.states[state] ?? state} »`).join(' ou ');
  const standing = current === undefined ? 'inconnu' : (machine.states[current] ?? current);
  return refuse(
    'wrong-state',
    `« ${act.label} » n’est pas possible maintenant. ${machine.label} : l’état est « ${standing} », il faudrait ${wanted}.`,
  );
}

const OVERRODE_IT = refuse('same-person', 'Qui a levé le blocage de cet acte ne peut le faire.', {
  source: TWO_PERSONS,
});

function overridesOf(gate: string, act: Act<never>, situation: GateContext): readonly Override[] {
  const subject = subjectKey(situation.subject);
  return situation.state.lifecycle.overrides.filter(
    override => override.gate === gate && override.act === act.name && override.subject === subject,
  );
}

export type Decision = { readonly events: readonly NewEvent[] } | { readonly refusals: readonly Refusal[] };

/** What an act leaves, or why it is refused. Pure: same situation, same decision. */
export function decide(act: Act<never>, doing: ActContext<object>): Decision {
  const closed = closedBecause(act, doing);
  if (closed.length > 0) return { refusals: closed };
  const future = notAfter(doing.date, doing.today);
  if (future) return { refusals: [future] };
  const outcome = decided(act, doing);
  return Array.isArray(outcome) ? { events: outcome as readonly NewEvent[] } : { refusals: [outcome as Refusal] };
}

function decided(act: Act<never>, doing: ActContext<object>): readonly NewEvent[] | Refusal {
  try {
    return act.decide(inItsTerms(doing) as ActContext<never>);
  } catch (error) {
    if (error instanceof DomainError) return refuse(error.code, error.message);
    throw error;
  }
}

/** One act that a dossier offers on one subject, open to the person or closed and why. */
export interface AvailableAct {
  readonly act: Act<never>;
  readonly subject: Subject;
  readonly open: boolean;
  readonly reasons: readonly Refusal[];
}

/** What is open to whom, and why the rest is closed: for the API, the transaction, the tests and the pages. */
export function availableActs(
  acts: readonly Act<never>[],
  situation: Omit<GateContext, 'subject'>,
): readonly AvailableAct[] {
  return acts
    .filter(act => act.name !== 'declare-initiative')
    .flatMap(act => subjectsOf(act, situation).map(subject => ({ act, subject })))
    .map(({ act, subject }) => {
      const reasons = closedBecause(act, { ...situation, subject });
      return { act, subject, open: reasons.length === 0, reasons };
    });
}

/** The subjects of a dossier that an act may bear on. */
export function subjectsOf(
  act: Pick<Act<never>, 'subject' | 'report'>,
  { state }: Pick<GateContext, 'state'>,
): readonly Subject[] {
  const { subject: kind } = act;
  switch (kind) {
    case 'pole':
      return [{ kind }];
    case 'award':
      return Object.keys(state.awards).map(award => ({ kind, award }));
    case 'instalment':
      return Object.values(state.instalments).map(({ award, year, number }) => ({ kind, award, year, number }));
    case 'report':
      return reportsOf(act.report, state);
    case 'post':
      return Object.values(state.posts).map(({ number: post }) => ({ kind, post }));
    case 'contribution':
      return Object.values(state.contributions).map(({ number: contribution }) => ({ kind, contribution }));
    case 'obligation':
      return openObligations(state).map(({ id: obligation }) => ({ kind, obligation }));
  }
}

function reportsOf(only: ReportKind | undefined, { years }: DossierState): readonly Subject[] {
  return Object.values(years).flatMap(({ award, year, reports }) =>
    Object.values(reports)
      .filter(({ kind }) => only === undefined || kind === only)
      .map(({ kind: report }) => ({ kind: 'report', award, year, report })),
  );
}
