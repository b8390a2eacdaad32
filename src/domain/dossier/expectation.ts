import type { CivilDate } from '../kernel/civil-date.js';
import { addDays } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import { termOf, type Rules } from '../reglement/reglement.js';
import type { TermName } from '../reglement/terms.js';
import type { Capability } from './act.js';
import type { RecordedEventOf } from './event.js';
import { CALENDAR, type Party } from './roles.js';
import type { DossierEvents, DossierState, EventName, NewEvent } from './state.js';

/** What is told of a fact that says no more than that it happened. */
export type Nothing = Record<never, never>;
export const nothing: Nothing = {};

/** When something is owed, and by virtue of what. `on` is null while a suspension runs. */
export interface Due {
  readonly on: CivilDate | null;
  readonly source: string;
  /** The day of the fact from which it is counted, where it is a delay. */
  readonly since?: CivilDate;
  /** What the law says of it, if anything: the term itself, or the duty alone, whose term the règlement sets. */
  readonly law?: 'term' | 'duty';
}

export interface ExpectationContext {
  readonly state: DossierState;
  readonly instance: string;
  readonly rules: Rules;
}

/** What happens when the due day is over. */
export type WhenDue = 'remind' | 'escalate' | 'silence';

/** The instance that an event meets, and what the story learns of it. */
export interface Meeting<Fact> {
  readonly instance: string;
  readonly fact: Fact;
}

export type MetBy<Fact> = {
  readonly [T in EventName]?: (event: RecordedEventOf<T, DossierEvents[T]>) => Meeting<Fact> | undefined;
};

/** One line of the table of expectations. */
export interface Expectation<Fact = unknown> {
  readonly capability: Capability;
  readonly label: string;
  /** Something owed has a debtor and a due date; something possible has neither. */
  readonly nature: 'owed' | 'possible';
  readonly debtor?: (owed: ExpectationContext) => Party;
  readonly due?: (owed: ExpectationContext) => Due | null;
  readonly whenDue?: WhenDue;
  /** What the engine records at 00:00 after the due day, when silence has a meaning. */
  readonly silence?: (owed: ExpectationContext & { readonly due: CivilDate }) => NewEvent;
  /** Acts by which a person can meet it. */
  readonly acts: readonly string[];
  readonly metBy: MetBy<Fact>;
  /** Whether it can be marked as not applicable to a dossier that had passed it before the path gained it. */
  readonly mayNotApply?: boolean;
  /** Its instance is `award/year…`, and it bears to that exercise; another instance names no year. */
  readonly ofYear?: true;
  /** The ladder of the règlement by which it is recalled. */
  readonly ladder?: string;
}

/** Declares something owed. */
export function owed<Fact>(
  expectation: Omit<Expectation<Fact>, 'nature'> & Required<Pick<Expectation<Fact>, 'debtor' | 'due' | 'whenDue'>>,
): Expectation<Fact> {
  return { ladder: 'default', ...expectation, nature: 'owed' };
}

/** Declares something possible: nobody owes it, it has no due date. */
export function possible<Fact>(expectation: Omit<Expectation<Fact>, 'nature' | 'whenDue'>): Expectation<Fact> {
  return { ...expectation, nature: 'possible' };
}

/** The due date by a term of the règlement counted from a fact; null when the fact is not there yet. */
export function byTerm(rules: Rules, term: TermName, start: CivilDate | null): Due | null {
  if (start === null) return null;
  const rule = termOf(rules.reglement, term);
  return { on: dueDate(start, rule), source: rule.source, since: start, ...(rule.askedByLaw ? { law: 'duty' } : {}) };
}

/** What the calendar does by itself: nobody is reminded of it. */
export function byCalendar<Fact>(
  expectation: Omit<Expectation<Fact>, 'nature' | 'debtor' | 'whenDue'> &
    Required<Pick<Expectation<Fact>, 'due' | 'silence'>>,
): Expectation<Fact> {
  return { ...expectation, nature: 'owed', debtor: () => CALENDAR, whenDue: 'silence' };
}

/** The first day on which silence has its effect: the day after the due day. */
export function silenceDay(due: CivilDate): CivilDate {
  return addDays(due, 1);
}
