import { addDays, dayOfWeek, type CivilDate } from '../kernel/civil-date.js';

/** How soon something is owed, with the title of those that are owed as soon. */
export const URGENCIES = {
  late: 'En retard',
  today: 'Aujourd’hui',
  'this-week': 'Cette semaine',
  later: 'Plus tard',
} as const;

export type Urgency = keyof typeof URGENCIES;

/** How soon something due on a day is owed; this week ends on Sunday, and what has no term is for later. */
export function urgencyOf(due: CivilDate | null, today: CivilDate): Urgency {
  if (due === null) return 'later';
  if (due < today) return 'late';
  if (due === today) return 'today';
  return due <= addDays(today, 7 - dayOfWeek(today)) ? 'this-week' : 'later';
}
