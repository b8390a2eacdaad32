import { civilDate, type CivilDate } from '../../src/domain/kernel/civil-date.js';

const MONTHS = 12;
const FEBRUARY = 2;
const SHORT: readonly number[] = [4, 6, 9, 11];

function lastDay(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === FEBRUARY) return isLeap ? 29 : 28;
  return SHORT.includes(month) ? 30 : 31;
}

/** So many months later, as the texts count them: the same day of the month, or its last. Told again without the rules. */
export function monthsLater(day: CivilDate, months: number): CivilDate {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const rank = year * MONTHS + (month - 1) + months;
  const [then, thenMonth] = [Math.floor(rank / MONTHS), (rank % MONTHS) + 1];
  const parts = [thenMonth, Math.min(dayOfMonth, lastDay(then, thenMonth))].map(part => String(part).padStart(2, '0'));
  return civilDate([then, ...parts].join('-'));
}
