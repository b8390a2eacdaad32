import { own } from '../kernel/own.js';
import { executionExpectations, requestExpectations } from '../award/expectations.js';
import { receiptExpectations } from '../award/receipt-expectations.js';
import { cofundingExpectations } from '../cofunding/expectations.js';
import { councilOpinionExpectations } from '../council-opinion/expectations.js';
import { fundedYearExpectations, yearExpectations } from '../funded-year/expectations.js';
import { reportExpectations } from '../funded-year/report-expectations.js';
import { initiativeExpectations } from '../initiative/expectations.js';
import { legitimationExpectations } from '../legitimation/expectations.js';
import { cycleExpectations, endingExpectations, settlementExpectations } from '../lifecycle/expectations.js';
import { studyExpectations } from '../prefiguration-study/expectations.js';
import { recruitmentExpectations } from '../recruitment/expectations.js';
import { each, nothing, type AnyExpectation, type Expectation } from './expectation.js';
import type { InstanceKey, PartName, Parts } from './instance.js';
import type { RecordedEvent } from './state.js';
import { notRetracted } from './retracted.js';

export const EXPECTATIONS = {
  ...initiativeExpectations,
  ...studyExpectations,
  ...councilOpinionExpectations,
  ...legitimationExpectations,
  ...requestExpectations,
  ...executionExpectations,
  ...receiptExpectations,
  ...yearExpectations,
  ...reportExpectations,
  ...fundedYearExpectations,
  ...recruitmentExpectations,
  ...cofundingExpectations,
  ...cycleExpectations,
  ...settlementExpectations,
  ...endingExpectations,
};

export type ExpectationKind = keyof typeof EXPECTATIONS;

/** What the story learns when an expectation of this kind is met. */
export type FactOf<Kind extends ExpectationKind> =
  (typeof EXPECTATIONS)[Kind] extends Expectation<infer Told, infer _Names> ? Told : never;

/** What tells an instance of this kind from another. */
export type PartsOf<Kind extends ExpectationKind> = (typeof EXPECTATIONS)[Kind] extends {
  readonly key: InstanceKey<infer Names>;
}
  ? Parts<Names>
  : never;

/** A fact that the story awaits or will await, under its key `kind/instance`. */
export interface FulfilledExpectation {
  readonly key: string;
  readonly value: unknown;
}

/**
 * The line of the table for a kind. One that the table does not hold is a step of other stories, which were deployed and
 * put back: it is read, and neither recalled nor met.
 */
export function expectationOf(kind: string): AnyExpectation {
  const lines: Readonly<Record<string, AnyExpectation | undefined>> = EXPECTATIONS;
  return own(lines, kind) ?? stepOfOtherStories(kind);
}

function stepOfOtherStories(kind: string): AnyExpectation {
  return {
    ...each<never>().possible({
      capability: 'obligations',
      label: `Étape d’un autre récit (${kind})`,
      acts: [],
      metBy: {},
    }),
    whenDue: 'remind',
    key: { of: () => '1', read: () => ({}) },
  };
}

const MEETINGS = new Map<string, readonly string[]>();
for (const [kind, { metBy, mayNotApply }] of Object.entries<AnyExpectation>(EXPECTATIONS))
  for (const type of [...Object.keys(metBy), ...(mayNotApply ? ['step-not-applicable'] : [])])
    MEETINGS.set(type, [...(MEETINGS.get(type) ?? []), kind]);

/** The expectations that an event meets. */
export function factsOfEvent(event: RecordedEvent): readonly FulfilledExpectation[] {
  return (MEETINGS.get(event.type) ?? []).flatMap(kind => {
    const met = event.type === 'step-not-applicable' ? notApplicable(kind, event) : meetingOf(kind, event);
    return met ? [met] : [];
  });
}

function meetingOf(kind: string, event: RecordedEvent): FulfilledExpectation | undefined {
  const { key, metBy } = expectationOf(kind);
  const met = metBy[event.type]?.(event as never);
  return met && { key: `${kind}/${key.of(met.parts)}`, value: met.fact };
}

/** A step marked as not applicable is met, for the story, as if it had been done. */
function notApplicable(
  kind: string,
  { data }: Extract<RecordedEvent, { type: 'step-not-applicable' }>,
): FulfilledExpectation | undefined {
  return data.kind === kind ? { key: `${kind}/${data.instance}`, value: nothing } : undefined;
}

/** What a journal holds for its story: the facts of what was not retracted, the first of a key standing. */
export function factsOf(events: readonly RecordedEvent[]): readonly FulfilledExpectation[] {
  const facts = new Map<string, FulfilledExpectation>();
  for (const event of notRetracted(events))
    for (const fact of factsOfEvent(event)) if (!facts.has(fact.key)) facts.set(fact.key, fact);
  return [...facts.values()];
}

/** The key under which an instance of a kind is awaited. */
export function awaitedKey<Kind extends ExpectationKind>(kind: Kind, parts: PartsOf<Kind>): string {
  return `${kind}/${expectationOf(kind).key.of(parts)}`;
}

/** The kind and the instance of a key. */
export function splitKey(key: string): { readonly kind: ExpectationKind; readonly instance: string } {
  const at = key.indexOf('/');
  return { kind: key.slice(0, at) as ExpectationKind, instance: key.slice(at + 1) };
}

/** What the instance of a key says, whatever its kind: a part that the kind does not have is absent. */
export function partsOf(key: string): Partial<Parts<PartName>> {
  const { kind, instance } = splitKey(key);
  return expectationOf(kind).key.read(instance);
}
