import { yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import { parisDate, type Instant } from '../domain/kernel/paris.js';
import { isDaytime, nextOpenHour } from '../domain/reminders/catch-up.js';
import { gatherDigests, putOffDigests, type Digest } from '../record/mails/digests.js';
import { openTask } from '../record/reminders/tasks.js';
import { anchoring } from './anchoring.js';
import { campaignOf, type CampaignLine } from './campaign.js';
import { documents } from './documents.js';
import { dossiers } from './dossiers.js';
import type { Job } from './job.js';
import { mandating } from './mandating.js';
import { points } from './points.js';
import { reconciliation } from './reconciliation.js';

const gathering = (gathers: readonly Digest[]): Pick<Job, 'waitedForSince' | 'run'> => ({
  waitedForSince: ({ forDigests }) => gathers.flatMap(pace => forDigests[pace] ?? []).sort()[0] ?? null,
  run: async ({ source, day, now, messageId }) => {
    if (isTimely(day, now)) return { mails: await gatherDigests(source, gathers, messageId, now) };
    await putOffDigests(source, gathers, now, nextOpenHour([], now));
    return { mails: 0 };
  },
});

/** A digest that is made up for at night, or on a day on which nobody is written to, waits for the next morning. */
function isTimely(day: CivilDate, now: Instant): boolean {
  return parisDate(now) === day ? isDaytime(now) : nextOpenHour([], now) === now;
}

/** One mail for each mailbox of what is told for information, with what waits for the morning: before that of the day. */
const weeklyDigest: Job = {
  name: 'weekly-digest',
  label: 'Courriers de la semaine',
  when: { every: 'week', on: 1, hour: 8, minute: 40 },
  catchUp: '7 days',
  ...gathering(['weekly', 'daily']),
};

/** The mail of the morning: one for each mailbox. */
const digests: Job = {
  name: 'digests',
  label: 'Courriers du matin',
  when: { every: 'day', hour: 8, minute: 45 },
  catchUp: '1 day',
  ...gathering(['daily']),
};

/** The sheet of the year: what opens, what is called, what is to be paid, and until when. */
const campaign: Job = {
  name: 'campaign',
  label: 'Campagne de l’année',
  when: { every: 'year', month: 1, day: 4, hour: 7, minute: 0 },
  catchUp: '31 days',
  run: async ({ source, book, day, now }) => {
    const sheet = await campaignOf(source, book, yearOf(day));
    const { year, lines } = sheet;
    const count = (of: (line: CampaignLine) => readonly object[]) =>
      lines.reduce((sum, line) => sum + of(line).length, 0);
    const detail = [
      `Campagne ${year}, pôles concernés : ${lines.length}`,
      `exercices qui s’ouvrent : ${count(({ opens }) => opens)}`,
      `comptes rendus appelés : ${count(({ reports }) => reports)}`,
      `versements à préparer : ${count(({ payments }) => payments)}.`,
    ].join(' ; ');
    await openTask(source.manager, { kind: 'campaign', about: String(year), detail }, now);
    return sheet;
  },
};

export const JOBS: readonly Job[] = [
  ...[dossiers, documents, anchoring, reconciliation, mandating],
  ...[points, weeklyDigest, digests, campaign],
];
