import type { Brand } from './brand.js';
import {
  addDays,
  dayNumber,
  dayOfWeek,
  fromDayNumber,
  fromParts,
  isCivilDate,
  yearOf,
  type CivilDate,
} from './civil-date.js';
import { DomainError } from './domain-error.js';

/** An instant in UTC with whole seconds, `2026-03-28T23:00:00Z`. Compares as text. */
export type Instant = Brand<string, 'Instant'>;

const FORM = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?Z$/;
const DAY = 86_400;

/** An instant written in UTC; its fraction of a second is dropped. Refuses anything else, and what does not exist. */
export function instant(text: string): Instant {
  const match = FORM.exec(text);
  if (!match?.[1] || !isCivilDate(match[1]))
    throw new DomainError('instant-invalid', `« ${text.slice(0, 40)} » n'est pas un instant UTC.`);
  return `${match[1]}T${match[2]}:${match[3]}:${match[4]}Z` as Instant;
}

export function toEpochSeconds(at: Instant): number {
  const number = (from: number) => Number(at.slice(from, from + 2));
  return dayNumber(at.slice(0, 10) as CivilDate) * DAY + number(11) * 3600 + number(14) * 60 + number(17);
}

export function fromEpochSeconds(seconds: number): Instant {
  const days = Math.floor(seconds / DAY);
  const rest = seconds - days * DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${fromDayNumber(days)}T${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)}Z` as Instant;
}

export function addSeconds(at: Instant, seconds: number): Instant {
  return fromEpochSeconds(toEpochSeconds(at) + seconds);
}

export function secondsBetween(from: Instant, to: Instant): number {
  return toEpochSeconds(to) - toEpochSeconds(from);
}

function lastSunday(year: number, month: number): CivilDate {
  const last = fromParts({ year, month, day: 31 });
  return addDays(last, -(dayOfWeek(last) % 7));
}

/** Hours ahead of UTC: 2 from the last Sunday of March at 01:00 UTC to that of October (directive 2000/84/CE). */
function offsetAt(seconds: number): number {
  const [begins, ends] = summerOf(yearOf(fromDayNumber(Math.floor(seconds / DAY))));
  return seconds >= begins && seconds < ends ? 7200 : 3600;
}

const SUMMERS = new Map<number, readonly [begins: number, ends: number]>();

function summerOf(year: number): readonly [begins: number, ends: number] {
  const known = SUMMERS.get(year);
  if (known) return known;
  const change = (month: number) => dayNumber(lastSunday(year, month)) * DAY + 3600;
  const summer = [change(3), change(10)] as const;
  SUMMERS.set(year, summer);
  return summer;
}

/** The instant of a local time of Paris; in the missing hour of March, an hour later. */
export function parisTime(date: CivilDate, hour: number, minute = 0): Instant {
  const local = dayNumber(date) * DAY + hour * 3600 + minute * 60;
  const summer = local - 7200;
  return fromEpochSeconds(offsetAt(summer) === 7200 ? summer : local - 3600);
}

/** 00:00 in Paris. */
export function parisMidnight(date: CivilDate): Instant {
  return parisTime(date, 0);
}

/** The civil day of Paris at an instant. */
export function parisDate(at: Instant): CivilDate {
  const seconds = toEpochSeconds(at);
  return fromDayNumber(Math.floor((seconds + offsetAt(seconds)) / DAY));
}

/** « 9 h 05 »: the time of Paris at an instant, with no-break spaces. */
export function formatTime(at: Instant): string {
  const seconds = toEpochSeconds(at);
  const minutes = Math.floor((((seconds + offsetAt(seconds)) % DAY) + DAY) / 60) % 1440;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}
