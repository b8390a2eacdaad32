import type { CivilDate } from '../kernel/civil-date.js';
import type { Instant } from '../kernel/paris.js';
import type { Period } from '../kernel/period.js';
import type { EventTypesOf, RecordedIn } from '../dossier/event.js';
import { principalOf, type Party, type Principal } from '../dossier/roles.js';
import { rankedRung } from './former-ranks.js';
import { isPoint } from './points.js';

export const OBLIGATION_STATES = ['open', 'done', 'withdrawn', 'waived'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

export type ObligationEvents = {
  'obligation-opened': {
    obligation: string;
    kind: string;
    instance: string;
    opening: number;
    debtor: Party;
    due: CivilDate | null;
    source: string;
    follows: string | null;
    /** Absent from what was opened before they were kept. */
    creditor?: Party;
    trigger?: string | null;
    period?: Period | null;
  };
  'obligation-done': { obligation: string; by: string };
  'obligation-withdrawn': { obligation: string };
  /** `passed` are the rungs reached that stay so by the new date; none of them when it is absent. */
  'due-date-moved': {
    obligation: string;
    from: CivilDate | null;
    to: CivilDate | null;
    passed?: readonly string[];
  };
  'debtor-changed': { obligation: string; from: Party; to: Party };
  'creditor-changed': { obligation: string; from: Party; to: Party };
  'rung-reached': { obligation: string; rung: string; merged: readonly string[] };
  'obligation-escalated': { obligation: string };
  /** `passed` are the rungs of the new ladder that were past by then. */
  'ladder-changed': { obligation: string; passed: readonly string[] };
  'reminder-asked': { obligation: string };
  'extension-requested': { obligation: string; until: CivilDate };
  'extension-granted': { obligation: string; until: CivilDate };
  'extension-refused': { obligation: string };
  'obligation-waived': { obligation: string };
};

export const obligationEventTypes: EventTypesOf<ObligationEvents> = {
  'obligation-opened': { version: 1, label: 'Échéance ouverte' },
  'obligation-done': { version: 1, label: 'Échéance tenue' },
  'obligation-withdrawn': { version: 1, label: 'Échéance sans objet' },
  'due-date-moved': { version: 2, label: 'Échéance déplacée', upcast: { 1: passedByName } },
  'debtor-changed': { version: 1, label: 'Échéance reportée sur un autre débiteur' },
  'creditor-changed': { version: 1, label: 'Échéance due à un autre créancier' },
  'rung-reached': { version: 2, label: 'Rappel prévu', upcast: { 1: reachedByName } },
  'obligation-escalated': { version: 1, label: 'Échéance dépassée' },
  'ladder-changed': { version: 2, label: 'Échelle de relance changée', upcast: { 1: passedByName } },
  'reminder-asked': { version: 1, label: 'Relance demandée' },
  'extension-requested': { version: 1, label: 'Prorogation demandée' },
  'extension-granted': { version: 1, label: 'Prorogation accordée' },
  'extension-refused': { version: 1, label: 'Prorogation refusée' },
  'obligation-waived': { version: 1, label: 'Échéance dispensée' },
};

/** Rungs were recorded by their rank: it stays readable, and its ladder says which it was. */
function reachedByName(data: object): object {
  const { rung, merged } = data as { readonly rung: number; readonly merged: readonly number[] };
  return { ...data, rung: rankedRung(rung), merged: merged.map(rankedRung) };
}

function passedByName(data: object): object {
  const { passed } = data as { readonly passed?: readonly number[] };
  return passed === undefined ? data : { ...data, passed: passed.map(rankedRung) };
}

/** An expectation written down: who owes what, due on which civil day, from which rule. */
export interface Obligation {
  readonly id: string;
  readonly kind: string;
  readonly instance: string;
  /** 1 for the first time; what is owed again after it was done or withdrawn is a new opening. */
  readonly opening: number;
  readonly debtor: Party;
  /** The last day on which it can be met in time; null while a suspension runs or where no term is set. */
  readonly due: CivilDate | null;
  readonly source: string;
  readonly follows: string | null;
  readonly state: ObligationState;
  /** Whether it was waived: what was met since by mistake, and is owed again, is waived still. */
  readonly waived: boolean;
  readonly openedOn: CivilDate;
  /** To whom it is owed. */
  readonly creditor: Party | null;
  /** The fact that gave rise to it. */
  readonly trigger: string | null;
  /** The exercise to which it bears, where there is one. */
  readonly period: Period | null;
  /**
   * The identifiers of the rungs that were reached, or passed, and of the last point; `#` and a rank in journals of before
   * they had one.
   */
  readonly rungs: readonly string[];
  readonly escalated: boolean;
  /** The day since which its due date is what it is: rungs that were past by then leave one message the next morning. */
  readonly datedOn: CivilDate;
  /** How many times its due date was moved: each begins its ladder again. */
  readonly round: number;
  /** When what is said of it last changed: its due date, who owes it, whether it is owed still. */
  readonly changedAt: Instant;
  /** The last day on which it was recalled, by a rung or by hand. */
  readonly recalledOn: CivilDate | null;
  /** How many times it was recalled by hand. */
  readonly reminders: number;
  /** The extension that the debtor awaits, and the last one that was granted. */
  readonly extension: Extension;
}

export interface Extension {
  readonly requested: CivilDate | null;
  /** In whose hands the request was. */
  readonly requestedBy: Principal | null;
  readonly granted: { readonly until: CivilDate; readonly on: CivilDate } | null;
}

export type ObligationsSlice = Readonly<Record<string, Obligation>>;
export const initialObligations: ObligationsSlice = {};

/** The obligation that an act bears on, if the dossier has it. */
export function obligationOf(about: {
  readonly state: { readonly obligations: ObligationsSlice };
  readonly subject: { readonly obligation: string };
}): Obligation | undefined {
  return about.state.obligations[about.subject.obligation];
}

/** Whether what is owed under a key was waived, and not met since. */
export function isWaived(state: { readonly obligations: ObligationsSlice }, key: string): boolean {
  return stillAwaited(state).some(obligation => keyOf(obligation) === key && obligation.state === 'waived');
}

/** The key `kind/instance` under which something is awaited. */
export function keyOf({ kind, instance }: Pick<Obligation, 'kind' | 'instance'>): string {
  return `${kind}/${instance}`;
}

/** The fact after which a story awaits nothing. */
const CLOSURE = 'closure/1';

/**
 * What is kept with a dossier of its obligations: what is awaited, and of what is closed only what may be owed again. A
 * fact is heard once: what the journal holds a fact of is not awaited any more, nor is anything once the dossier is
 * closed, unless that fact is retracted; and then the journal is read whole.
 */
export function keptObligations(slice: ObligationsSlice, facts: readonly { readonly key: string }[]): ObligationsSlice {
  const met = new Set(facts.map(({ key }) => key));
  const mayBeOwed = (obligation: Obligation) => !met.has(CLOSURE) && !met.has(keyOf(obligation));
  const isKept = (obligation: Obligation) =>
    obligation.state === 'open' || obligation.state === 'waived' || mayBeOwed(obligation);
  return Object.fromEntries(Object.entries(slice).filter(([, obligation]) => isKept(obligation)));
}

/** What the story awaits still: what is owed, and what was waived and not met. */
export function stillAwaited({ obligations }: { readonly obligations: ObligationsSlice }): readonly Obligation[] {
  return Object.values(obligations).filter(obligation => obligation.state === 'open' || obligation.state === 'waived');
}

/** Every opening of the thing owed that one is an opening of, this one included, in their order. */
export function openingsOf(
  { kind, instance }: Pick<Obligation, 'kind' | 'instance'>,
  { obligations }: { readonly obligations: ObligationsSlice },
): readonly Obligation[] {
  return Object.values(obligations).filter(obligation => obligation.kind === kind && obligation.instance === instance);
}

/** What is owed now. */
export function openObligations({ obligations }: { readonly obligations: ObligationsSlice }): readonly Obligation[] {
  return Object.values(obligations).filter(obligation => obligation.state === 'open');
}

export function evolveObligations(slice: ObligationsSlice, event: RecordedIn<ObligationEvents>): ObligationsSlice {
  const { data } = event;
  if (event.type === 'obligation-opened') {
    return { ...slice, [event.data.obligation]: opened(slice, event) };
  }
  const obligation = slice[data.obligation];
  if (!obligation) throw new Error(`Échéance inconnue dans le journal : ${data.obligation}`);
  return { ...slice, [obligation.id]: evolveObligation(obligation, event) };
}

const NO_EXTENSION: Extension = { requested: null, requestedBy: null, granted: null };

type Opening = Extract<RecordedIn<ObligationEvents>, { type: 'obligation-opened' }>;

function opened(slice: ObligationsSlice, { data, date, recordedAt: changedAt }: Opening): Obligation {
  const { obligation: id, creditor = null, trigger = null, period = null, ...details } = data;
  return {
    ...{ ...details, id, creditor, trigger, period, openedOn: date, datedOn: date },
    ...{ round: 0, changedAt, recalledOn: null, reminders: 0, extension: NO_EXTENSION },
    ...alreadyRung(slice, data),
    ...alreadyWaived(slice, data),
  };
}

/** Nothing lifts a waiver but its own retraction: what is owed again stays waived. */
function alreadyWaived(
  slice: ObligationsSlice,
  { follows }: ObligationEvents['obligation-opened'],
): Pick<Obligation, 'state' | 'waived'> {
  const waived = slice[follows ?? '']?.waived ?? false;
  return { state: waived ? 'waived' : 'open', waived };
}

/** What was withdrawn and is owed again by the same day, since a story was changed and put back, is not recalled twice. */
function alreadyRung(
  slice: ObligationsSlice,
  { follows, due }: ObligationEvents['obligation-opened'],
): Pick<Obligation, 'rungs' | 'escalated'> {
  const before = slice[follows ?? ''];
  if (before?.state !== 'withdrawn' || before.due !== due) return { rungs: [], escalated: false };
  return { rungs: before.rungs, escalated: before.escalated };
}

function evolveObligation(
  obligation: Obligation,
  event: Exclude<RecordedIn<ObligationEvents>, { type: 'obligation-opened' }>,
): Obligation {
  switch (event.type) {
    case 'obligation-done':
      return { ...obligation, state: 'done', changedAt: event.recordedAt };
    case 'obligation-withdrawn':
      return { ...obligation, state: 'withdrawn', changedAt: event.recordedAt };
    case 'due-date-moved':
      return {
        ...obligation,
        ...{ due: event.data.to, rungs: event.data.passed ?? [], escalated: false },
        ...{ datedOn: event.date, round: obligation.round + 1, changedAt: event.recordedAt },
      };
    case 'debtor-changed':
      return { ...obligation, debtor: event.data.to, changedAt: event.recordedAt };
    case 'creditor-changed':
      return { ...obligation, creditor: event.data.to };
    case 'rung-reached':
      return {
        ...obligation,
        rungs: withLastPoint([...obligation.rungs, ...event.data.merged, event.data.rung]),
        recalledOn: event.date,
      };
    case 'obligation-escalated':
      return { ...obligation, escalated: true };
    case 'ladder-changed':
      return { ...obligation, rungs: event.data.passed, round: obligation.round + 1 };
    case 'reminder-asked':
      return { ...obligation, recalledOn: event.date, reminders: obligation.reminders + 1 };
    case 'obligation-waived':
      return { ...obligation, state: 'waived', waived: true, changedAt: event.recordedAt };
    default:
      return { ...obligation, extension: extended(obligation.extension, event) };
  }
}

/** Of the points, the last alone is kept: the next one follows it. */
function withLastPoint(rungs: readonly string[]): readonly string[] {
  const last = rungs.findLast(isPoint);
  return rungs.filter(rung => !isPoint(rung) || rung === last);
}

type OnExtension = Extract<RecordedIn<ObligationEvents>, { type: `extension-${string}` }>;

function extended(extension: Extension, event: OnExtension): Extension {
  if (event.type === 'extension-requested')
    return { ...extension, requested: event.data.until, requestedBy: principalOf(event) };
  const answered = { ...extension, requested: null, requestedBy: null };
  if (event.type === 'extension-refused') return answered;
  return { ...answered, granted: { until: event.data.until, on: event.date } };
}
