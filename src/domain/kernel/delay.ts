import { addWorkingDays, nextWorkingDay } from './calendar.js';
import { addDays, addMonths, addYears, type CivilDate } from './civil-date.js';

/** A delay as the law or a règlement writes it. */
export interface Delay {
  readonly length: number;
  readonly unit: 'days' | 'workingDays' | 'months' | 'years';
  /** Whether the day of the start event is the first day of the delay. */
  readonly startDayCounted: boolean;
  /** Whether an end on a Saturday, a Sunday or a public holiday moves to the next working day. */
  readonly rollOver: boolean;
  /** Whether neither its first nor its last day is counted (« délai franc »): one day more. */
  readonly frank?: boolean;
}

function lastDay(start: CivilDate, { length, unit, startDayCounted }: Delay): CivilDate {
  const from = startDayCounted ? addDays(start, -1) : start;
  switch (unit) {
    case 'days':
      return addDays(from, length);
    case 'workingDays':
      return addWorkingDays(from, length);
    case 'months':
      return addMonths(from, length);
    case 'years':
      return addYears(from, length);
  }
}

const UNITS: Readonly<Record<Delay['unit'], readonly [one: string, several: string]>> = {
  days: ['jour', 'jours'],
  workingDays: ['jour ouvré', 'jours ouvrés'],
  months: ['mois', 'mois'],
  years: ['an', 'ans'],
};

const NUMBERS = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'] as const;

/** How long a delay is: « quatre mois », « un jour », « 60 jours ». */
export function inWords({ length, unit }: Pick<Delay, 'length' | 'unit'>): string {
  return `${NUMBERS[length - 1] ?? length} ${UNITS[unit][length > 1 ? 1 : 0]}`;
}

/** The last day of a delay, shifted by the days during which it was suspended. It ends at 24:00 in Paris. */
export function dueDate(start: CivilDate, delay: Delay, suspendedDays = 0): CivilDate {
  const end = addDays(lastDay(start, delay), suspendedDays + (delay.frank ? 1 : 0));
  return delay.rollOver ? nextWorkingDay(end) : end;
}

/** The due day itself is not late. */
export function isOver(due: CivilDate, today: CivilDate): boolean {
  return today > due;
}
