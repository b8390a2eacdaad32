import { expectationOf } from '../dossier/expectations.js';
import { CALENDAR } from '../dossier/roles.js';
import { addDays, addMonths, civilDate, latestOf, type CivilDate } from '../kernel/civil-date.js';
import { departureDay, type WholeLadder } from '../obligations/ladders.js';
import { isPoint, POINT } from '../obligations/points.js';
import type { Obligation } from '../obligations/slice.js';
import { nextOpenDay, rungDay, type Ladder, type LadderRung } from '../reglement/ladder.js';

/** When the points of a month are said: once the rungs of the morning have rung, before its mails are gathered. */
export const POINTS_AT = { hour: 8, minute: 35 } as const;

/**
 * The point of the month of a day: in each month of which its ladder says nothing, what is late and open is recalled to
 * who owes it and to the Région, until it is done, waived or withdrawn. However often it was said.
 */
export function pointOf(day: CivilDate, { quiet, coolDownDays }: Pick<Ladder, 'quiet' | 'coolDownDays'>): LadderRung {
  return {
    ...{ id: `${POINT}-${monthOf(day)}`, offset: 0, unit: 'days', recipients: ['debtor', 'instructor'] },
    ...{ template: POINT, channel: 'mail', quiet, coolDownDays, most: Infinity },
  };
}

/** The point that a ladder leaves under a name, whatever its month; undefined when the name is not that of one. */
export function pointNamed(id: string, ladder: WholeLadder): LadderRung | undefined {
  return isPoint(id) ? pointOf(firstOfMonth(id), lastOf(ladder)) : undefined;
}

/**
 * The next point of something owed by a day: on the first open one of a month after its due date and its last point, in
 * which no rung of its ladder leaves (one that was past leaves with the first of those after it, if that is sooner), once
 * its reader has had some rest. Undefined for what the calendar or silence brings to its end.
 */
export function nextPoint(
  { kind, debtor, rungs, datedOn, recalledOn }: Obligation,
  due: CivilDate,
  ladder: WholeLadder,
): { readonly rung: LadderRung; readonly day: CivilDate } | undefined {
  if (debtor.role === CALENDAR.role || expectationOf(kind).whenDue === 'silence') return undefined;
  const limits = lastOf(ladder);
  const rested = (day: CivilDate | null | undefined) => day && addDays(day, limits.coolDownDays);
  const departures = ladder.rungs
    .map(rung => departureDay(rungDay(due, rung), datedOn, rung))
    .map((day, rank, days) => [...days.slice(rank)].sort()[0] ?? day);
  const points = rungs.filter(isPoint).map(id => firstOfMonth(id));
  let month = firstOfNextMonth(latestOf(due, datedOn, ...points) ?? due);
  while (departures.some(day => monthOf(day) === monthOf(month))) month = firstOfNextMonth(month);
  const recalls = [...departures.filter(day => day < month), recalledOn];
  const day = nextOpenDay(latestOf(month, ...recalls.map(rested)) ?? month, limits.quiet);
  return { rung: pointOf(day, limits), day };
}

/** The limits under which a ladder ends: those of its last rung. */
function lastOf(ladder: WholeLadder): Pick<Ladder, 'quiet' | 'coolDownDays'> {
  return ladder.rungs.at(-1) ?? ladder;
}

const monthOf = (day: CivilDate) => day.slice(0, 'YYYY-MM'.length);

/** The first day of the month that a point names. */
const firstOfMonth = (point: string) => civilDate(`${point.slice(POINT.length + 1)}-01`);

const firstOfNextMonth = (day: CivilDate) => addMonths(civilDate(`${monthOf(day)}-01`), 1);
