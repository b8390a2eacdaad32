import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { parisDate, parisTime, type Instant } from '../kernel/paris.js';
import { isOpenDay, nextOpenDay, type QuietDays } from '../reglement/ladder.js';
import type { Pace } from './recipients.js';

/** The hour of the day from which reminders leave. */
export const MORNING = 8;
/** That until which a rung that rings on its own day leaves as those of its morning do. */
const NOON = 12;
/** That from which nothing leaves by itself any more. */
const EVENING = 18;

/** How what is said at an instant leaves: how its reader is told, and from when. */
export interface Leaving {
  readonly pace: Pace;
  readonly from: Instant;
}

/**
 * How a rung leaves that rings at an instant. On the morning of its day, as its reader wishes. One that was missed (the
 * house was away) leaves with those of a morning, in one mail for each person: at the hours and on the days of the others.
 */
export function leavingOf(
  { day, quiet }: { readonly day: CivilDate; readonly quiet: readonly QuietDays[] },
  pace: Pace,
  now: Instant,
): Leaving {
  if (parisDate(now) === day && now < parisTime(day, NOON)) return { pace, from: now };
  return caughtUp(pace, quiet, now);
}

/** How what should have been said before leaves: gathered with the rest of a morning, no sooner than one may write. */
export function caughtUp(pace: Pace, quiet: readonly QuietDays[], now: Instant): Leaving {
  return { pace: pace === 'instant' ? 'daily' : pace, from: nextOpenHour(quiet, now) };
}

/** Whether an instant is between eight and six. */
export function isDaytime(now: Instant): boolean {
  const today = parisDate(now);
  return parisTime(today, MORNING) <= now && now < parisTime(today, EVENING);
}

/** The instant itself between eight and six on an open day, else eight in the morning of the next one. */
export function nextOpenHour(quiet: readonly QuietDays[], now: Instant): Instant {
  const today = parisDate(now);
  const isOpen = isOpenDay(today, quiet);
  if (isOpen && isDaytime(now)) return now;
  const isOver = !isOpen || now >= parisTime(today, EVENING);
  return parisTime(isOver ? nextOpenDay(addDays(today, 1), quiet) : today, MORNING);
}
