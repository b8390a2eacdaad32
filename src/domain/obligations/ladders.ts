import { own } from '../kernel/own.js';
import { expectationOf } from '../dossier/expectations.js';
import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { nextOpenDay, rungDay, rungsOf, type Ladder, type LadderRung } from '../reglement/ladder.js';
import type { Rules } from '../reglement/reglement.js';
import { rungIdIn } from './former-ranks.js';
import type { LaddersSlice } from './ladders-slice.js';

type Recalled = { readonly ladders: LaddersSlice };

/** A ladder with the rungs of those that go on after it. */
export type WholeLadder = Omit<Ladder, 'rungs'> & { readonly rungs: readonly LadderRung[] };

/** The ladder by which a kind is recalled in a dossier. */
export function ladderOf(
  kind: string,
  { ladders }: Recalled,
  { reglement, ladderSets }: Rules,
): WholeLadder | undefined {
  const applied = ladders.applied === null ? undefined : own(ladderSets, ladders.applied)?.ladders;
  const name = expectationOf(kind).ladder ?? '';
  return wholeLadder(applied ?? reglement.ladders, name);
}

type Ladders = Readonly<Record<string, Ladder>>;

/** What was put together once of each set of ladders: an alarm looks at every ladder of a dossier. */
const whole = new WeakMap<Ladders, Map<string, WholeLadder | undefined>>();

function wholeLadder(all: Ladders, name: string): WholeLadder | undefined {
  const known = whole.get(all) ?? new Map<string, WholeLadder | undefined>();
  whole.set(all, known);
  if (!known.has(name)) {
    const ladder = own(all, name);
    known.set(name, ladder && { ...ladder, rungs: rungsOf(all, name) });
  }
  return known.get(name);
}

/** The identifier of a rung that was recorded of a kind, whatever the age of its journal. */
export function rungIdOf(recorded: string, kind: string, { ladders }: Recalled, { reglement }: Rules): string {
  return rungIdIn(ladders.applied ?? reglement.id, expectationOf(kind).ladder ?? '', recorded);
}

/** The day of a rung for a due date; undefined when the ladder has no such rung. */
export function dayOfRung(
  kind: string,
  rungId: string,
  due: CivilDate,
  state: Recalled,
  rules: Rules,
): CivilDate | undefined {
  const rung = ladderOf(kind, state, rules)?.rungs.find(({ id }) => id === rungId);
  return rung && rungDay(due, rung);
}

/** The day on which a rung leaves: its own, or the next open one when it was past already when the due date was set. */
export function departureDay(day: CivilDate, datedOn: CivilDate, { quiet }: Pick<Ladder, 'quiet'>): CivilDate {
  return day >= datedOn ? day : nextOpenDay(addDays(datedOn, 1), quiet);
}
