import { daysBetween, type CivilDate } from './civil-date.js';

/** From one civil day to another, both included. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate };

export function overlaps(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}

export function daysIn({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}
