import { formatFrench } from '../kernel/civil-date.js';
import type { CivilDate } from '../kernel/civil-date.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Gate } from './act.js';
import type { SubjectKind } from './subject.js';

/** Why nobody prepares and validates the same thing: the instructor and the manager of an act are two people. */
export const TWO_PERSONS = 'Séparation des rôles : instruction et validation';

/** A gate that nobody overrides: the law's, or plain consistency. Its refusal says so. */
export function absolute<Kind extends SubjectKind = SubjectKind>(name: string, check: Gate<Kind>['check']): Gate<Kind> {
  const stamped: Gate<Kind>['check'] = situation => {
    const refusal = check(situation);
    return refusal && { ...refusal, absolute: true };
  };
  return { name, absolute: true, check: stamped };
}

/** A gate that a manager may override with a written reason, if the règlement says so. */
export function waivable<Kind extends SubjectKind = SubjectKind>(name: string, check: Gate<Kind>['check']): Gate<Kind> {
  return { name, absolute: false, check };
}

/** Refuses a date before that of the fact on which it rests. */
export function notBefore(
  date: CivilDate,
  earlier: CivilDate | null,
  what: string,
  extra: Partial<Refusal> = {},
): Refusal | undefined {
  if (earlier === null || date >= earlier) return undefined;
  return refuse('date-order', `La date ne peut précéder ${what} (${formatFrench(earlier)}).`, {
    pointer: '/date',
    ...extra,
  });
}

/** Refuses a date after today: nothing is recorded that has not happened. */
export function notAfter(date: CivilDate, today: CivilDate, pointer = '/date'): Refusal | undefined {
  if (date <= today) return undefined;
  return refuse('date-in-future', `Un fait ne peut être daté après aujourd'hui (${formatFrench(today)}).`, { pointer });
}

/** The first refusal of a list, or undefined. */
export function firstRefusal(...refusals: readonly (Refusal | undefined)[]): Refusal | undefined {
  return refusals.find(refusal => refusal !== undefined);
}
