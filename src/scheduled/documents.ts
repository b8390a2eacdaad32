import { addSeconds } from '../domain/kernel/paris.js';
import { settleTasks } from '../record/reminders/tasks.js';
import type { Job } from './job.js';

/** Days after which a file that no act took up is thrown away. */
const UNATTACHED_DAYS = 30;

const KINDS = { lost: 'document-lost', infected: 'document-infected' } as const;
const DETAILS = {
  lost: 'Un document que le journal nomme n’est plus gardé, ou pas en entier : rétablissez-le depuis une sauvegarde.',
  infected: 'L’antivirus a reconnu un virus dans un document versé au dossier : demandez-en un autre à qui l’a déposé.',
} as const;

/** The files: those of no fact are thrown away in time; those of a fact must be kept whole, and bear no virus. */
export const documents: Job = {
  name: 'documents',
  label: 'Contrôle des documents déposés, et oubli de ceux qu’aucun acte n’a repris',
  when: { every: 'day', hour: 3, minute: 30 },
  catchUp: '1 day',
  isControl: true,
  run: async ({ source, deposits, now }) => {
    await deposits.settle();
    const forgotten = await deposits.forgetUnattached(addSeconds(now, -UNATTACHED_DAYS * 86_400));
    const faults = await deposits.faults();
    const tasks = faults.map(({ poleId, hash, fault }) => ({
      ...{ kind: KINDS[fault], about: `${poleId}/${hash.slice(0, 16)}`, pole: poleId, detail: DETAILS[fault] },
    }));
    await settleTasks(source.manager, Object.values(KINDS), tasks, now);
    return { forgotten, faults: faults.length };
  },
};
