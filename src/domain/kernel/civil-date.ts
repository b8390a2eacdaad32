import type { Brand } from './brand.js';
import { DomainError } from './domain-error.js';

/** A civil day of Europe/Paris, `yyyy-mm-dd`. Compares as text. */
export type CivilDate = Brand<string, 'CivilDate'>;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN[month - 1] ?? 0);
}

export function isCivilDate(text: string): text is CivilDate {
  const match = ISO.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && day >= 1 && day <= daysInMonth(year, month);
}

/** A civil day. Refuses what is malformed and the days that do not exist. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text))
    throw new DomainError('date-invalid', `« ${text.slice(0, 30)} » n'est pas une date qui existe (AAAA-MM-JJ).`);
  return text;
}

export function partsOf(date: CivilDate): YearMonthDay {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function fromParts({ year, month, day }: YearMonthDay): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
}

/** The days of 1970 to 2099 that were counted once: the same few are counted over and over. */
const KNOWN_DAYS = 47_482;
const numbers = new Map<CivilDate, number>();
const dates = new Map<number, CivilDate>();

/** Number of days since 1970-01-01. */
export function dayNumber(date: CivilDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const days = countDays(date);
  if (days >= 0 && days < KNOWN_DAYS) numbers.set(date, days);
  return days;
}

export function fromDayNumber(days: number): CivilDate {
  const known = dates.get(days);
  if (known !== undefined) return known;
  const date = writeDay(days);
  if (days >= 0 && days < KNOWN_DAYS) dates.set(days, date);
  return date;
}

/** Counted on a year that begins in March so that 29 February comes last. */
function countDays(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468;
}

function writeDay(days: number): CivilDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return fromParts({ year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day });
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Same day number in the target month, else its last day. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return fromParts({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, 12 * years);
}

/** Days from one civil day to another; negative when the second comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The last of some days, those that are not known left out; null when none is. */
export function latestOf(...days: readonly (CivilDate | null | undefined)[]): CivilDate | null {
  const known = days.filter(day => day !== null && day !== undefined);
  return known.sort().at(-1) ?? null;
}

export function yearOf(date: CivilDate): number {
  return partsOf(date).year;
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
/** How well the day of a past fact is known: to the day, to its month or to its year. */
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** « 14 mai 2024 », « mai 2024 » or « 2024 », as well as the day is known. */
export function formatAsKnown(date: CivilDate, precision: DatePrecision): string {
  const { year, month } = partsOf(date);
  if (precision === 'year') return String(year);
  return precision === 'month' ? `${MONTHS[month - 1]} ${year}` : formatFrench(date);
}

const SHORT_MONTHS = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');
const WEEKDAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');

/** « 14 mai », and its year when it is not that of another day, or always without one: for a subject line, a list. */
export function formatShort(date: CivilDate, today?: CivilDate): string {
  const { year, month, day } = partsOf(date);
  const suffix = today !== undefined && year === yearOf(today) ? '' : ` ${year}`;
  return `${day === 1 ? '1er' : day} ${SHORT_MONTHS[month - 1]}${suffix}`;
}

/** « mardi 14 mai 2024 ». */
export function formatWithWeekday(date: CivilDate): string {
  return `${WEEKDAYS[dayOfWeek(date) - 1]} ${formatFrench(date)}`;
}

/** « mar. »: the day of the week in a list. */
export function shortWeekday(date: CivilDate): string {
  return `${WEEKDAYS[dayOfWeek(date) - 1]?.slice(0, 3)}.`;
}

/** « 14 mai 2024 ». */
export function formatFrench(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
}
