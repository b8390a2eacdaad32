import { yearOf } from '../domain/kernel/civil-date.js';
import { gatherDigests } from '../record/digests.js';
import type { Breach } from '../record/chain-check.js';
import { watchJournal } from '../record/set-aside.js';
import { closeTasks, openTask } from '../record/tasks.js';
import { campaignOf, type CampaignLine } from './campaign.js';
import { dossiers } from './dossiers.js';
import type { Job } from './job.js';
import { mandating } from './mandating.js';
import { reconciliation } from './reconciliation.js';

/** One mail for each person who wants one a week, with what they want each day: before that of the day. */
const weeklyDigest: Job = {
  name: 'weekly-digest',
  label: 'Résumés de la semaine',
  when: { every: 'week', on: 1, hour: 8, minute: 40 },
  catchUp: '7 days',
  run: async ({ source, now, messageId }) => ({
    mails: await gatherDigests(source, ['weekly', 'daily'], messageId, now),
  }),
};

/** One mail for each person who wants no more than one a day. */
const digests: Job = {
  name: 'digests',
  label: 'Résumés du jour',
  when: { every: 'day', hour: 8, minute: 45 },
  catchUp: '1 day',
  run: async ({ source, now, messageId }) => ({ mails: await gatherDigests(source, ['daily'], messageId, now) }),
};

/** The chain of every journal is computed again; what was altered is set aside, what is whole again is put back. */
const chain: Job = {
  name: 'chain',
  label: 'Vérification de la chaîne des journaux',
  when: { every: 'day', hour: 3, minute: 0 },
  catchUp: '1 day',
  isControl: true,
  run: async ({ source }) => {
    const { breaches, setAside, putBack } = await watchJournal(source);
    for (const breach of breaches) {
      const pole = poleOfBreach(breach);
      await openTask(source.manager, { kind: 'chain', about: pole, pole, detail: breach });
    }
    await closeTasks(source.manager, 'chain', breaches.map(poleOfBreach));
    return { breaches: breaches.length, setAside: setAside.length, putBack: putBack.length };
  },
};

/** A breach begins with the identifier of its dossier. */
const poleOfBreach = (breach: Breach) => breach.slice(0, 36);

/** The sheet of the year: what opens, what is called, what is to be paid, and until when. */
const campaign: Job = {
  name: 'campaign',
  label: 'Campagne de l’année',
  when: { every: 'year', month: 1, day: 4, hour: 7, minute: 0 },
  catchUp: '31 days',
  run: async ({ source, book, day }) => {
    const sheet = await campaignOf(source, book, yearOf(day));
    const { year, lines } = sheet;
    const count = (of: (line: CampaignLine) => readonly object[]) =>
      lines.reduce((sum, one) => sum + of(one).length, 0);
    const detail = [
      `Campagne ${year}, pôles concernés : ${lines.length}`,
      `exercices qui s’ouvrent : ${count(({ opens }) => opens)}`,
      `comptes rendus appelés : ${count(({ reports }) => reports)}`,
      `versements à préparer : ${count(({ payments }) => payments)}.`,
    ].join(' ; ');
    await openTask(source.manager, { kind: 'campaign', about: String(year), detail });
    return sheet;
  },
};

export const JOBS: readonly Job[] = [chain, dossiers, reconciliation, mandating, weeklyDigest, digests, campaign];
