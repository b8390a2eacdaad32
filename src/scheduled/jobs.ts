import type { DataSource } from 'typeorm';
import { ReminderReads } from '../database/reminder-reads.js';
import { yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { RuleBook } from '../reglement/load.js';
import { gatherDigests } from '../record/digests.js';
import { closeTasks, openTask } from '../record/tasks.js';
import { verifyJournal } from '../record/verify.js';
import { campaignOf } from './campaign.js';
import type { When } from './occurrence.js';

/** What a job has to work with: the house, and the day that it works for. */
export interface JobGround {
  readonly source: DataSource;
  readonly book: RuleBook;
  readonly day: CivilDate;
  readonly now: Instant;
  /** The identifier of a mail of the house. */
  readonly messageId: (id: string) => string;
}

/** A job that the calendar starts. Run again for the same day, it changes nothing more. */
export interface Job {
  readonly name: string;
  readonly label: string;
  readonly when: When;
  /** How far back a run that was missed is made up for. */
  readonly catchUp: '1 day' | '7 days' | '31 days';
  /** Where the clock steps, whether one run at each step is enough, however much rings on the way. */
  readonly onceAStep?: boolean;
  readonly run: (ground: JobGround) => Promise<object>;
}

/** Every reminder that was due left or says why not; what does not add up becomes a task, what does again closes it. */
const reconciliation: Job = {
  name: 'reconciliation',
  label: 'Rapprochement du prévu et de l’envoyé',
  when: { every: 'day', hour: 6, minute: 30 },
  catchUp: '1 day',
  run: async ({ source, now }) => {
    const found = await new ReminderReads(source).discrepancies(now);
    for (const { kind, about, pole } of found)
      await openTask(source.manager, { kind: `reconciliation-${kind}`, about, pole, detail: WORDS[kind] });
    for (const kind of Object.keys(WORDS))
      await closeTasks(
        source.manager,
        `reconciliation-${kind}`,
        found.filter(one => one.kind === kind).map(({ about }) => about),
      );
    return { discrepancies: found };
  },
};

const WORDS = {
  unplanned: 'Un échelon a été franchi sans que rien soit prévu pour l’annoncer.',
  stuck: 'Un rappel prévu depuis plus d’un jour n’est pas parti et ne dit pas pourquoi.',
  'not-rung': 'Une alarme est passée depuis plus d’une heure sans sonner.',
  behind: 'Un récit n’a pas entendu un fait enregistré depuis plus d’une heure.',
  projection: 'Les listes de ce dossier ne disent pas ce que dit son journal.',
  quiet: 'Plus aucun rappel de ce genre ne part : personne à qui écrire, ou des adresses qui refusent.',
} as const;

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

/** The chain of every journal is computed again. */
const chain: Job = {
  name: 'chain',
  label: 'Vérification de la chaîne des journaux',
  when: { every: 'day', hour: 3, minute: 0 },
  catchUp: '1 day',
  onceAStep: true,
  run: async ({ source }) => {
    const breaches = await verifyJournal(source);
    for (const breach of breaches)
      await openTask(source.manager, { kind: 'chain', about: breach.slice(0, 36), detail: breach });
    return { breaches };
  },
};

/** The sheet of the year: what opens, what is called, what is to be paid, and until when. */
const campaign: Job = {
  name: 'campaign',
  label: 'Campagne de l’année',
  when: { every: 'year', month: 1, day: 4, hour: 7, minute: 0 },
  catchUp: '31 days',
  run: async ({ source, book, day }) => campaignOf(source, book, yearOf(day)),
};

export const JOBS: readonly Job[] = [chain, reconciliation, weeklyDigest, digests, campaign];
