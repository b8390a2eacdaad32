import { addDays, addYears, fromParts, yearOf, type CivilDate } from './civil-date.js';
import type { Period } from './period.js';

/** The four years of the quadrennial bar, from 1 January after the year in which the right was acquired (loi 68-1250). */
export function fourYearBar(acquired: CivilDate): Period {
  const from = fromParts({ year: yearOf(acquired) + 1, month: 1, day: 1 });
  return { from, to: addDays(addYears(from, 4), -1) };
}

/** The three rolling years back from the day of the grant (règlement (UE) 2023/2831). */
export function deMinimisWindow(grant: CivilDate, startsTheDayAfter: boolean): Period {
  const start = addYears(grant, -3);
  return { from: startsTheDayAfter ? addDays(start, 1) : start, to: grant };
}
