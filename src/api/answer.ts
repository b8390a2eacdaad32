import type { YearGrant } from '../domain/award/threshold.js';
import { ACTS } from '../domain/dossier/acts.js';
import { availableActs } from '../domain/dossier/decide.js';
import { expectationOf } from '../domain/dossier/expectations.js';
import type { Rectified } from '../domain/dossier/rectified.js';
import { representable } from '../domain/dossier/represented.js';
import {
  actLabel,
  eventLabel,
  isOfMachine,
  objectOfEvent,
  objectOfObligation,
  objectOfSubject,
  obligationLabel,
  obligationsNamed,
} from '../domain/dossier/naming.js';
import type { Actor } from '../domain/dossier/roles.js';
import { roleLabel } from '../domain/dossier/roles.js';
import { seesSubject } from '../domain/dossier/seen-state.js';
import type { DossierState, RecordedEvent } from '../domain/dossier/state.js';
import type { Subject } from '../domain/dossier/subject.js';
import { viewOf } from '../domain/dossier/view.js';
import { eurosDot, type Cents } from '../domain/kernel/cents.js';
import { formatAsKnown, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Rules } from '../domain/reglement/reglement.js';
import type { DossierRow } from '../record/dossiers.js';
import { openObligations, type Obligation } from '../domain/obligations/slice.js';
import { QuarantinedError } from '../record/refused.js';
import { stepAwaited } from '../domain/funded-year/step-awaited.js';
import type { ActOfferedAnswer, AwaitedAnswer, EventAnswer, WaitsForAnswer } from './answers/dossier.js';
import { withoutDrafting } from '../domain/reminders/told.js';
import { objectView } from './answers/named-object.js';
import { faultOf } from './problem-filter.js';

function lineOf(obligation: Obligation, state: DossierState, today: CivilDate): AwaitedAnswer {
  const { id, kind, instance, due, source, debtor, extension } = obligation;
  const { acts } = expectationOf(kind);
  const step = stepAwaited(obligation, state);
  return {
    ...{ id, kind, instance, label: obligationLabel(obligation, state) },
    object: objectView(objectOfObligation(obligation, state)),
    from: { ...debtor, label: roleLabel(debtor.role) },
    waitsFor: step ? heldBy(step, state) : null,
    ...{
      due,
      late: due !== null && due < today,
      source: withoutDrafting(source),
      extensionAsked: extension.requested,
      acts,
    },
  };
}

/** A step that something waits for, and who holds it. */
export function heldBy(step: Obligation, state: DossierState): WaitsForAnswer {
  const { id, kind, debtor } = step;
  return { id, kind, label: obligationLabel(step, state), from: { ...debtor, label: roleLabel(debtor.role) } };
}

/** What the dossier awaits: what is open in it, the soonest due first. */
export function awaitedOf({ state }: DossierRow, today: CivilDate): readonly AwaitedAnswer[] {
  const lines = openObligations(state).map(obligation => lineOf(obligation, state, today));
  return lines.toSorted(soonest);
}

type Owed = Pick<AwaitedAnswer, 'due' | 'kind' | 'instance'>;

/** The order of what is owed: by its day, what has none last. */
export const soonest = (a: Owed, b: Owed): number => (placeOf(a) < placeOf(b) ? -1 : 1);

const placeOf = ({ due, kind, instance }: Owed) => `${due ?? '9999'} ${kind}/${instance}`;

/** What an address names of a subject, by the names of its parameters. */
function paramsOf(subject: Subject): Readonly<Record<string, string | number>> {
  switch (subject.kind) {
    case 'pole':
      return {};
    case 'award':
      return { awardId: subject.award };
    case 'instalment':
      return { awardId: subject.award, year: subject.year, number: subject.number };
    case 'report':
      return { awardId: subject.award, year: subject.year, report: subject.report };
    case 'post':
      return { post: subject.post };
    case 'contribution':
      return { contribution: subject.contribution };
    case 'obligation':
      return { obligationId: subject.obligation };
  }
}

function pathOf(path: string, poleId: string, subject: Subject): string {
  const values: Readonly<Record<string, string | number>> = { poleId, ...paramsOf(subject) };
  return `/api${path.replace(/:(\w+)/g, (_, name: string) => String(values[name]))}`;
}

/** Every act is closed while the dossier is set aside. */
function asideReasons({ setAside }: DossierRow) {
  return setAside === null
    ? undefined
    : [{ code: 'dossier-set-aside', detail: new QuarantinedError(setAside).message }];
}

/** The acts of a dossier as someone sees them: open, or closed and why. Those of other roles are left out. */
export function actsFor(
  dossier: DossierRow,
  rules: Rules,
  today: CivilDate,
  actors: readonly Actor[],
  grantedElsewhere: readonly YearGrant[],
): readonly ActOfferedAnswer[] {
  return offersFor(dossier, rules, today, actors, grantedElsewhere).map(({ subject: _subject, ...act }) => act);
}

/** The same, with what each bears on: all that is open to them, and what is closed of what they read. */
export function offersFor(
  dossier: DossierRow,
  rules: Rules,
  today: CivilDate,
  actors: readonly Actor[],
  grantedElsewhere: readonly YearGrant[],
) {
  const aside = asideReasons(dossier);
  const view = viewOf(dossier.state, actors);
  return actors.flatMap(actor =>
    availableActs(
      ACTS.filter(act => actor.role !== 'engine' && act.roles.includes(actor.role)),
      { state: dossier.state, rules, today, actor, grantedElsewhere },
    )
      .filter(({ subject, open }) => open || seesSubject(view, subject, dossier.state))
      .map(({ act, subject, open, reasons }) => ({
        act: act.name,
        label: actLabel(act, subject, dossier.state),
        object: objectView(objectOfSubject(subject, dossier.state)),
        as: actor.role,
        ...(actor.insteadOf === undefined ? {} : { insteadOf: actor.insteadOf }),
        ...choice(representable(act, { state: dossier.state, subject, actor })),
        subject,
        href: pathOf(act.path, dossier.id, subject),
        open: open && aside === undefined,
        reasons: aside ?? reasons.map(faultOf),
      })),
  );
}

/** In whose name an act may be done, when there is a choice. */
const choice = (possible: readonly string[]) => (possible.length > 1 ? { onBehalfOf: possible } : {});

/** Tells events of a dossier, each with its object; what they are about was opened in one of those that are known. */
export function eventTeller(state: DossierState, known: readonly RecordedEvent[]) {
  const owed = obligationsNamed(known);
  return (event: RecordedEvent, rectified?: Rectified): EventAnswer => eventView(event, state, owed, rectified);
}

/**
 * An event as the API tells it: without what is kept beside the journal. Amounts in euros. In whose name it was done is
 * told as it was last rectified, with what was first written.
 */
function eventView(
  event: RecordedEvent,
  state: DossierState,
  owed: ReturnType<typeof obligationsNamed>,
  rectified: Rectified | undefined,
): EventAnswer {
  return {
    id: event.id,
    type: event.type,
    label: eventLabel(event, state, owed),
    object: objectView(objectOfEvent(event, state, owed)),
    machine: isOfMachine(event),
    date: event.date,
    datePrecision: event.precision,
    when: formatAsKnown(event.date, event.precision),
    recordedAt: event.recordedAt,
    act: event.act,
    by: event.actor,
    as: event.role,
    onBehalfOf: rectified?.to ?? event.onBehalfOf,
    ...(rectified === undefined ? {} : { formerlyOnBehalfOf: rectified.from }),
    insteadOf: event.insteadOf,
    reglement: event.reglement,
    retracts: event.retracts,
    version: event.factVersion,
    data: inEuros<Readonly<Record<string, unknown>>>(event.data),
  };
}

const AMOUNT_NAMES = [
  ...(['amount', 'granted', 'due', 'allowed', 'paid', 'excess', 'released', 'budget'] as const),
  ...(['totalExpenses', 'chargedToGrant', 'otherResources', 'eligibleExpenses', 'unspent'] as const),
  'claimedBefore',
];
const AMOUNTS: ReadonlySet<string> = new Set(AMOUNT_NAMES);

type Plain = string | number | boolean | null | undefined;

/** An amount in euros, or those before and after a change. */
type Euros<Value> = Value extends Cents
  ? string
  : Value extends Plain
    ? Value
    : { readonly [Name in keyof Value]: Euros<Value[Name]> };

/** What a value becomes when what has the name of an amount is told in euros. */
export type InEuros<Value> = Value extends Plain
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly InEuros<Item>[]
    : {
        readonly [Name in keyof Value]: Name extends (typeof AMOUNT_NAMES)[number]
          ? Euros<Value[Name]>
          : InEuros<Value[Name]>;
      };

/** The same, its amounts told in euros: those that have the name of one. */
export function inEuros<Value>(value: Value): InEuros<Value> {
  return euros(value) as InEuros<Value>;
}

function euros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(euros);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [
    name,
    AMOUNTS.has(name) ? amountIn(field) : euros(field),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** An amount, or the amounts before and after a change. */
function amountIn(value: unknown): unknown {
  if (typeof value === 'number') return eurosDot(value as Cents);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, amount]) => [name, amountIn(amount)]));
}
