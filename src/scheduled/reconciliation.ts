import { ReminderReads, type Discrepancy } from '../database/reminder-reads.js';
import { settle } from './findings.js';
import type { Job } from './job.js';

const WORDS: Readonly<Record<Discrepancy['kind'], string>> = {
  unplanned: 'Un échelon a été franchi sans que rien soit prévu pour l’annoncer.',
  stuck: 'Un rappel prévu attend depuis plus longtemps que son rythme ne le veut, et ne dit pas pourquoi.',
  'not-rung': 'Une alarme est passée depuis plus d’une heure sans sonner.',
  behind: 'Un récit n’a pas entendu un fait enregistré depuis plus d’une heure.',
  projection: 'Les listes de ce dossier ne disent pas ce que dit son journal.',
  quiet: 'Plus aucun rappel de ce genre ne part : personne à qui écrire, ou des adresses qui refusent.',
};

/** Every reminder that was due left or says why not; what does not add up becomes a task, what does again closes it. */
export const reconciliation: Job = {
  name: 'reconciliation',
  label: 'Rapprochement du prévu et de l’envoyé',
  when: { every: 'day', hour: 6, minute: 30 },
  catchUp: '1 day',
  run: async ({ source, now }) => {
    const found = await new ReminderReads(source).discrepancies(now);
    const told = found.map(one => ({ ...one, detail: WORDS[one.kind] }));
    return { found: await settle(source.manager, 'reconciliation', Object.keys(WORDS), told) };
  },
};
