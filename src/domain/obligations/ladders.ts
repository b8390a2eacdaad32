import { expectationOf } from '../dossier/expectations.js';
import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { nextOpenDay, rungDay, rungsOf, type Ladder, type LadderRung } from '../reglement/ladder.js';
import type { Rules } from '../reglement/reglement.js';
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
  const applied = ladders.applied === null ? undefined : ladderSets[ladders.applied]?.ladders;
  const name = expectationOf(kind).ladder ?? '';
  const all = applied ?? reglement.ladders;
  const ladder = all[name];
  return ladder && { ...ladder, rungs: rungsOf(all, name) };
}

/** The day of a rung for a due date; undefined when the ladder has no such rung. */
export function dayOfRung(
  kind: string,
  index: number,
  due: CivilDate,
  state: Recalled,
  rules: Rules,
): CivilDate | undefined {
  const rung = ladderOf(kind, state, rules)?.rungs[index];
  return rung && rungDay(due, rung);
}

/** The day on which a rung leaves: its own, or the next open one when it was past already when the due date was set. */
export function departureDay(day: CivilDate, datedOn: CivilDate, { quiet }: Pick<Ladder, 'quiet'>): CivilDate {
  return day >= datedOn ? day : nextOpenDay(addDays(datedOn, 1), quiet);
}
