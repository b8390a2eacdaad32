import { daysBetween, type CivilDate } from './civil-date.js';

/** From one civil day to another, both included. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate };

export function overlaps(interval: Period, other: Period): boolean {
  return interval.from <= other.to && other.from <= interval.to;
}

export function daysIn({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}
