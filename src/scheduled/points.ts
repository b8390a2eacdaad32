import { POINTS_AT } from '../domain/reminders/points.js';
import { sayPoints } from '../record/say-points.js';
import type { Job } from './job.js';

/** What is late and open, recalled once a month: the stories are at rest meanwhile, and hear nothing of it. */
export const points: Job = {
  name: 'points',
  label: 'Points du mois sur ce qui est en retard',
  when: { every: 'day', ...POINTS_AT },
  catchUp: '1 day',
  waitedForSince: ({ nextPoint }) => nextPoint,
  run: ({ record, now }) => sayPoints(record, now),
};
