import { obligationLabel } from '../domain/dossier/naming.js';
import { factsOfEvent, splitKey, type FulfilledExpectation } from '../domain/dossier/expectations.js';
import type { Recording } from '../domain/dossier/event.js';
import { debtorOf, dueOf } from '../domain/dossier/owing.js';
import type { Party } from '../domain/dossier/roles.js';
import { evolve, type DossierState, type NewEvent, type RecordedEvent } from '../domain/dossier/state.js';
import { ZERO, type Cents } from '../domain/kernel/cents.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Rules } from '../domain/reglement/reglement.js';
import { rehearse } from './rehearse.js';

/** What is owed, by whom and when, on one side of a change. */
export interface Owing {
  readonly due: CivilDate | null;
  readonly debtor: Party;
}

/** One thing owed that a change opens, drops or moves. */
export interface OwingChange {
  readonly key: string;
  readonly label: string;
  readonly before: Owing | null;
  readonly after: Owing | null;
}

/** One instalment that a change adds, drops or alters, in cents. */
export interface InstalmentChange {
  readonly year: number;
  readonly number: number;
  readonly before: Cents | null;
  readonly after: Cents | null;
}

export interface Preview {
  readonly obligations: readonly OwingChange[];
  readonly instalments: readonly InstalmentChange[];
}

const recording = (event: NewEvent, today: CivilDate): RecordedEvent =>
  ({ ...PLACE, ...event, date: event.date ?? today, retracts: null }) as RecordedEvent;

const PLACE: Omit<Recording, 'date' | 'retracts'> = {
  id: 'preview' as Recording['id'],
  sequence: 0,
  factVersion: 0,
  schemaVersion: 1,
  precision: 'day',
  act: 'preview',
  actor: 'preview',
  role: 'engine',
  onBehalfOf: null,
  insteadOf: null,
  reglement: '',
  recordedAt: '' as Recording['recordedAt'],
};

/** What is owed now, and every end of exercise still to come: the calendar of a dossier on some facts. */
async function owingOn(
  state: DossierState,
  facts: readonly FulfilledExpectation[],
  rules: Rules,
): Promise<ReadonlyMap<string, Owing>> {
  const keys = [...(await rehearse(facts)), ...turnsToCome(state)];
  return new Map(
    keys.map(key => [key, { due: dueOf(key, state, rules)?.on ?? null, debtor: debtorOf(key, state, rules) }] as const),
  );
}

function turnsToCome({ awards, years }: DossierState): readonly string[] {
  return Object.values(awards)
    .filter(award => award.kind === 'convention' && award.granted !== null && award.endedOn === null)
    .flatMap(award => {
      const ranks = Array.from({ length: award.years }, (_, index) => index + 1);
      return ranks.filter(year => !(`${award.id}/${year + 1}` in years)).map(year => `year-turn/${award.id}/${year}`);
    });
}

function changed(
  before: ReadonlyMap<string, Owing>,
  after: ReadonlyMap<string, Owing>,
  state: DossierState,
): readonly OwingChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap(key => {
    const [previous, current] = [before.get(key) ?? null, after.get(key) ?? null];
    const same =
      previous?.due === current?.due &&
      previous?.debtor.role === current?.debtor.role &&
      previous?.debtor.body === current?.debtor.body;
    if (previous !== null && current !== null && same) return [];
    return [{ key, label: obligationLabel(splitKey(key), state), before: previous, after: current }];
  });
}

function replanned(before: DossierState, after: DossierState): readonly InstalmentChange[] {
  const keys = [...new Set([...Object.keys(before.instalments), ...Object.keys(after.instalments)])].sort();
  return keys.flatMap(key => {
    const [previous, current] = [before.instalments[key], after.instalments[key]];
    const { year, number } = current ?? previous ?? { year: 0, number: 0 };
    if (previous?.amount === current?.amount) return [];
    return [{ year, number, before: previous?.amount ?? null, after: current?.amount ?? (current ? ZERO : null) }];
  });
}

/**
 * What some facts would change if they were recorded today: every obligation that opens, falls, moves or changes hands,
 * and every instalment. Nothing is written.
 */
export async function preview(
  state: DossierState,
  facts: readonly FulfilledExpectation[],
  events: readonly NewEvent[],
  rules: Rules,
  today: CivilDate,
): Promise<Preview> {
  const recorded = events.map(event => recording(event, today));
  const after = recorded.reduce(evolve, state);
  const factsAfter = [...facts, ...recorded.flatMap(factsOfEvent)];
  const [now, then] = await Promise.all([owingOn(state, facts, rules), owingOn(after, factsAfter, rules)]);
  return { obligations: changed(now, then, after), instalments: replanned(state, after) };
}
