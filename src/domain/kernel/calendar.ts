import { addDays, dayOfWeek, fromParts, yearOf, type CivilDate } from './civil-date.js';

/** Easter Sunday in the Gregorian calendar. */
export function easter(year: number): CivilDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const epact =
    (19 * a + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * correction + 114;
  return fromParts({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

const FIXED: readonly (readonly [month: number, day: number, name: string])[] = [
  [1, 1, '1er janvier'],
  [5, 1, '1er mai'],
  [5, 8, '8 mai'],
  [7, 14, '14 juillet'],
  [8, 15, 'Assomption'],
  [11, 1, 'Toussaint'],
  [11, 11, '11 novembre'],
  [12, 25, 'Jour de Noël'],
];

const MOVABLE: readonly (readonly [days: number, name: string])[] = [
  [1, 'Lundi de Pâques'],
  [39, 'Ascension'],
  [50, 'Lundi de Pentecôte'],
];

const years = new Map<number, ReadonlyMap<CivilDate, string>>();

function holidaysIn(year: number): ReadonlyMap<CivilDate, string> {
  const known = years.get(year);
  if (known) return known;
  const sunday = easter(year);
  const computed = new Map([
    ...FIXED.map(([month, day, name]) => [fromParts({ year, month, day }), name] as const),
    ...MOVABLE.map(([days, name]) => [addDays(sunday, days), name] as const),
  ]);
  years.set(year, computed);
  return computed;
}

/** The public holidays of métropole in a year (Code du travail art. L3133-1), in order. */
export function holidaysOf(year: number): readonly CivilDate[] {
  return [...holidaysIn(year).keys()].sort();
}

export function holidayName(date: CivilDate): string | undefined {
  return holidaysIn(yearOf(date)).get(date);
}

/** Monday to Friday, and no public holiday. */
export function isWorkingDay(date: CivilDate): boolean {
  return dayOfWeek(date) <= 5 && holidayName(date) === undefined;
}

/** The day itself when it is a working day, else the next one. */
export function nextWorkingDay(date: CivilDate): CivilDate {
  return isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1));
}

/** The n-th working day after a day. */
export function addWorkingDays(date: CivilDate, days: number): CivilDate {
  let reached = date;
  for (let remaining = days; remaining > 0; remaining--) reached = nextWorkingDay(addDays(reached, 1));
  return reached;
}
