import { addDays, dayOfWeek, partsOf, type CivilDate } from '../domain/kernel/civil-date.js';
import { parisDate, parisTime, type Instant } from '../domain/kernel/paris.js';

/** When a job runs, in the civil time of Paris: each day, each week on one day (1 is Monday), or on one day of the year. */
export type When = { readonly hour: number; readonly minute: number } & (
  | { readonly every: 'day' }
  | { readonly every: 'week'; readonly on: number }
  | { readonly every: 'year'; readonly month: number; readonly day: number }
);

function isOn(when: When, day: CivilDate): boolean {
  if (when.every === 'day') return true;
  if (when.every === 'week') return dayOfWeek(day) === when.on;
  const { month, day: ofMonth } = partsOf(day);
  return month === when.month && ofMonth === when.day;
}

/** The first time that a job runs after an instant. */
export function nextOccurrence(when: When, after: Instant): Instant {
  for (let day = parisDate(after); ; day = addDays(day, 1)) {
    if (!isOn(when, day)) continue;
    const at = parisTime(day, when.hour, when.minute);
    if (at > after) return at;
  }
}

/** The last time that a job was to run, at an instant or before. */
export function lastOccurrence(when: When, now: Instant): Instant {
  for (let day = parisDate(now); ; day = addDays(day, -1)) {
    if (!isOn(when, day)) continue;
    const at = parisTime(day, when.hour, when.minute);
    if (at <= now) return at;
  }
}

/** How Temporal writes it, in the time zone of Paris. */
export function calendarOf(when: When) {
  const { hour, minute } = when;
  if (when.every === 'week') return { hour, minute, dayOfWeek: DAYS[when.on - 1] ?? 'MONDAY' };
  if (when.every === 'day') return { hour, minute };
  return { hour, minute, month: MONTHS[when.month - 1] ?? 'JANUARY', dayOfMonth: when.day };
}

/** The same, as an operator reads it. */
export function whenInFrench(when: When): string {
  const at = `à ${when.hour} h ${String(when.minute).padStart(2, '0')}`;
  if (when.every === 'day') return `chaque jour ${at}`;
  return when.every === 'week' ? `chaque ${WEEKDAYS[when.on - 1]} ${at}` : `le ${when.day}/${when.month} ${at}`;
}

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const MONTHS = [
  ...(['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST'] as const),
  ...(['SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER'] as const),
];
const WEEKDAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
