import type { EntityManager } from 'typeorm';
import { ReminderReads, type Discrepancy } from '../database/reminder-reads.js';
import { unheldRoles, type Unheld } from '../database/unheld-role-reads.js';
import { roleLabel } from '../domain/dossier/roles.js';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import { parisDate } from '../domain/kernel/paris.js';
import { settleTasks, type Task } from '../record/reminders/tasks.js';
import { tellUnheard } from '../record/mails/unheard.js';
import { countsOf, tasksOf } from './open-findings.js';
import type { Job } from './job.js';

const WORDS: Readonly<Record<Discrepancy['kind'], string>> = {
  unplanned: 'Un échelon a été franchi sans que rien soit prévu pour l’annoncer.',
  unreached:
    'Un échelon dont le jour est passé n’a pas été franchi : les rappels de ce genre ne sonnent peut-être plus.',
  stuck: 'Un rappel prévu attend depuis plus longtemps que son rythme ne le veut, et ne dit pas pourquoi.',
  'not-rung': 'Une alarme est passée depuis plus d’une heure sans sonner.',
  behind: 'Un récit n’a pas entendu un fait enregistré depuis plus d’une heure.',
  projection: 'Les listes de ce dossier ne disent pas ce que dit son journal.',
  disagreement:
    'Le récit attendait autre chose que son dossier ; ce qui est ouvert a été rendu égal à ce qu’il attend.',
  quiet: 'Plus aucun rappel de ce genre ne part : personne à qui écrire, ou des adresses qui refusent.',
};

/**
 * Every reminder that was due left or says why not; what does not add up becomes a task, what does again closes it. A kind
 * that went quiet is said so until a reminder of it leaves.
 */
export const reconciliation: Job = {
  name: 'reconciliation',
  label: 'Rapprochement du prévu et de l’envoyé',
  when: { every: 'day', hour: 6, minute: 30 },
  catchUp: '1 day',
  run: async ({ source, book, now }) => {
    const reads = new ReminderReads(source);
    const toldLate = await tellUnheard(source.manager, book, { now, today: parisDate(now) });
    const lacking = await peopleLacking(source.manager, parisDate(now));
    const found = await reads.discrepancies(now, book);
    const findings = found.map(discrepancy => ({ ...discrepancy, detail: WORDS[discrepancy.kind] }));
    const tasks = [...lacking, ...tasksOf(PREFIX, findings)];
    const quiet = (await reads.stillQuiet()).map(about => ({ kind: `${PREFIX}-quiet`, about }));
    await settleTasks(source.manager, KINDS, tasks, now, [...tasks, ...quiet]);
    return { found: countsOf(found), toldLate };
  },
};

const PREFIX = 'reconciliation';
const NOBODY = 'nobody';
const KINDS = [NOBODY, ...Object.keys(WORDS).map(kind => `${PREFIX}-${kind}`)];

const aboutOf = ({ role, body }: Unheld) => (body === null ? role : `${role}/${body}`);

/** A role to which nobody can be written is one task, until someone holds it or nothing is owed. */
async function peopleLacking(manager: EntityManager, day: CivilDate): Promise<readonly Task[]> {
  return (await unheldRoles(manager, day)).map(unheldRole => {
    const of = unheldRole.body === null ? '' : `, ${unheldRole.name ?? unheldRole.body}`;
    const who = `Personne à qui écrire au titre de « ${roleLabel(unheldRole.role)} »${of}`;
    const detail = `${who} : des rappels sont retenus. Un contact manque.`;
    return { kind: NOBODY, about: aboutOf(unheldRole), detail };
  });
}
