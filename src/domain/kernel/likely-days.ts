import { addYears, type CivilDate } from './civil-date.js';

/**
 * The first day of which a dossier can speak: the oldest lives that are taken over begin in 2008, and what came before
 * 2000 belongs to no pôle.
 */
const FIRST_LIKELY_DAY = '2000-01-01' as CivilDate;

/** Years ahead of today: a convention runs six at most from a start that is asked a little before; beyond, it is a slip. */
export const LIKELY_YEARS_AHEAD = 10;

/** Whether a day may be meant: « 2206 » or « 9999 » is a slip of the keyboard. */
export function isLikely(day: CivilDate, today: CivilDate): boolean {
  return day >= FIRST_LIKELY_DAY && day <= addYears(today, LIKELY_YEARS_AHEAD);
}
