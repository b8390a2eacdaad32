import type { CivilDate } from '../kernel/civil-date.js';
import { addDays } from '../kernel/civil-date.js';
import { dueDate } from '../kernel/delay.js';
import { referenceOn, type ReferenceId } from '../reglement/references.js';
import { termOf, type Rules } from '../reglement/reglement.js';
import type { TermName } from '../reglement/terms.js';
import type { Capability } from './act.js';
import type { RecordedEventOf } from './event.js';
import { instanceKey, type InstanceKey, type PartName, type Parts } from './instance.js';
import { CALENDAR, type Party } from './roles.js';
import type { DossierEvents, DossierState, EventName, NewEvent } from './state.js';

/** What is told of a fact that says no more than that it happened. */
export type Nothing = Record<never, never>;
export const nothing: Nothing = {};

/** When something is owed, and by virtue of what. `on` is null while a suspension runs, or until what it waits for has come. */
export interface Due {
  readonly on: CivilDate | null;
  readonly source: string;
  /** The day of the fact from which it is counted, where it is a delay. */
  readonly since?: CivilDate;
  /** What the law says of it, if anything: the term itself, or the duty alone, whose term the règlement sets. */
  readonly law?: 'term' | 'duty';
}

/** What an expectation is read on: the facts, and which of its instances. */
export interface ExpectationContext<Names extends PartName = never> {
  readonly state: DossierState;
  readonly parts: Parts<Names>;
  readonly rules: Rules;
}

/** What happens when the due day is over. */
export type WhenDue = 'remind' | 'escalate' | 'silence';

/** The instance that an event meets, and what the story learns of it. */
export interface Meeting<Fact, Names extends PartName> {
  readonly parts: Parts<Names>;
  readonly fact: Fact;
}

export type MetBy<Fact, Names extends PartName> = {
  readonly [T in EventName]?: (event: RecordedEventOf<T, DossierEvents[T]>) => Meeting<Fact, Names> | undefined;
};

/** One line of the table of expectations. */
export interface Expectation<Fact = unknown, Names extends PartName = PartName> {
  /** How its instances are told apart. */
  readonly key: InstanceKey<Names>;
  readonly capability: Capability;
  readonly label: string;
  /** Something owed has a debtor and a due date; something possible has neither. */
  readonly nature: 'owed' | 'possible';
  readonly debtor?: (owed: ExpectationContext<Names>) => Party;
  readonly due?: (owed: ExpectationContext<Names>) => Due | null;
  readonly whenDue?: WhenDue;
  /** What the engine records at 00:00 after the due day, when silence has a meaning: a fact, and what it brings. */
  readonly silence?: (owed: ExpectationContext<Names> & { readonly due: CivilDate }) => readonly NewEvent[];
  /** Acts by which a person can meet it. */
  readonly acts: readonly string[];
  readonly metBy: MetBy<Fact, Names>;
  /** Whether it can be marked as not applicable to a dossier that had passed it before the path gained it. */
  readonly mayNotApply?: boolean;
  /** It bears to the exercise of its award that its instance names. */
  readonly ofYear?: true;
  /** The ladder of the règlement by which it is recalled. */
  readonly ladder?: string;
}

type Line<Fact, Names extends PartName> = Omit<Expectation<Fact, Names>, 'key' | 'nature'>;
type With<Fact, Names extends PartName, Field extends keyof Line<Fact, Names>> = Line<Fact, Names> &
  Required<Pick<Line<Fact, Names>, Field>>;

/** A line of the table whose kind is known only as it runs: what is asked of it is what its own key says. */
export interface AnyExpectation extends Omit<Expectation, 'key' | 'metBy'> {
  readonly key: {
    of(parts: object): string;
    read(instance: string): Partial<Parts<PartName>>;
  };
  readonly metBy: {
    readonly [T in EventName]?: (event: never) => { readonly parts: object; readonly fact: unknown } | undefined;
  };
}

/** Declares what is awaited once for each of such parts: `each('award', 'round').owed({ … })`. */
export function each<Names extends PartName>(...names: readonly Names[]) {
  const key = instanceKey(...names);
  return {
    /** Something owed. */
    owed: <Fact>(line: With<Fact, Names, 'debtor' | 'due' | 'whenDue'>): Expectation<Fact, Names> => ({
      ...{ ladder: 'default', ...line },
      ...{ key, nature: 'owed' },
    }),
    /** Something possible: nobody owes it, it has no due date. */
    possible: <Fact>(line: Omit<Line<Fact, Names>, 'whenDue'>): Expectation<Fact, Names> => ({
      ...line,
      ...{ key, nature: 'possible' },
    }),
    /** What the calendar does by itself: nobody is reminded of it. */
    byCalendar: <Fact>(
      line: Omit<With<Fact, Names, 'due' | 'silence'>, 'debtor' | 'whenDue'>,
    ): Expectation<Fact, Names> => ({
      ...line,
      ...{ key, nature: 'owed', debtor: () => CALENDAR, whenDue: 'silence' },
    }),
  };
}

/** Declares what is awaited once in the life of a dossier. */
export const once = each<never>();

/** The due date by a term of the règlement counted from a fact; null when the fact is not there yet. */
export function byTerm(rules: Rules, term: TermName, start: CivilDate | null): Due | null {
  if (start === null) return null;
  const rule = termOf(rules.reglement, term);
  return { on: dueDate(start, rule), source: rule.source, since: start, ...(rule.askedByLaw ? { law: 'duty' } : {}) };
}

/** A due day that someone set by virtue of a text: as it was called on the day of the fact that set it. */
export function byText({ law }: Rules, id: ReferenceId, { on, setOn }: { on: CivilDate; setOn: CivilDate }): Due {
  return { on, source: referenceOn(law, id, setOn) ?? '' };
}

/** The first day on which silence has its effect: the day after the due day. */
export function silenceDay(due: CivilDate): CivilDate {
  return addDays(due, 1);
}
