import { addDays, dayOfWeek, type CivilDate } from '../kernel/civil-date.js';
import { POINT } from '../obligations/points.js';
import { isOpenDay, type QuietDays } from '../reglement/ladder.js';
import type { Pace, Recipient } from './recipients.js';
import { EVENT_TEMPLATE } from './told-at-once.js';

/** The template of a reminder that a person asks by hand. */
export const BY_HAND_TEMPLATE = 'by-hand';

/** By which the Région is asked to decide. */
const ESCALATION = 'escalation';

/** Days that the mail of a Monday must leave before the due day of what it announces. */
const DAYS_AHEAD = 8;

/** What is said on a day of something owed, and the days on which nothing of it may leave. */
export interface DaySaid {
  readonly template: string;
  readonly due: CivilDate | null;
  readonly day: CivilDate;
  readonly quiet: readonly QuietDays[];
}

/**
 * Whether what is said on a day is as well said in the mail of the Monday that comes: what it announces is due
 * more than a week after it; a point of the month, while that month lasts.
 */
export function waitsForMonday({ template, due, day, quiet }: DaySaid): boolean {
  const monday = addDays(day, (8 - dayOfWeek(day)) % 7);
  if (!isOpenDay(monday, quiet)) return false;
  if (template === POINT) return monthOf(monday) === monthOf(day);
  return due !== null && monday <= addDays(due, -DAYS_AHEAD);
}

const monthOf = (day: CivilDate) => day.slice(0, 'YYYY-MM'.length);

/**
 * How a recipient is told. At once when it was asked by hand, or tells of an event; else as they chose. Who chose nothing is
 * asked to decide in the mail of the morning, and reads in that of Monday what waits for it.
 */
export function paceOf(
  template: string,
  { pace, hasChosen, isFollowing }: Pick<Recipient, 'pace' | 'hasChosen' | 'isFollowing'>,
  waits = false,
): Pace {
  if (template === BY_HAND_TEMPLATE || template === EVENT_TEMPLATE) return 'instant';
  if (hasChosen || isFollowing) return pace;
  if (template === ESCALATION) return 'daily';
  return waits ? 'weekly' : pace;
}
