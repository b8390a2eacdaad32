import { unorderedInstalments } from '../database/instalment-reads.js';
import { addDays, civilDate, formatFrench, yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import type { RuleBook } from '../reglement/load.js';
import { closeTasks, openTask } from '../record/tasks.js';
import type { Job } from './job.js';

/** Days before the last one on which payments are ordered at which those to order are named. */
const NOTICE = 30;

/** The last day on which payments are ordered, when it comes within the notice. */
function stopNear(book: RuleBook, reglement: string, day: CivilDate): CivilDate | undefined {
  const stop = civilDate(`${yearOf(day)}-${book.of(reglement).reglement.mandatingStops}`);
  return addDays(stop, -NOTICE) <= day && day <= stop ? stop : undefined;
}

/** What was claimed or liquidated and is not ordered, when the ordering of the year is about to stop. */
export const mandating: Job = {
  name: 'mandating',
  label: 'Versements à mandater avant l’arrêt du mandatement',
  when: { every: 'day', hour: 7, minute: 10 },
  catchUp: '1 day',
  run: async ({ source, book, day }) => {
    const waiting = await unorderedInstalments(source.manager);
    const named = waiting.map(one => ({ ...one, about: `${one.award}/${one.year}/${one.number}` }));
    let near = 0;
    for (const { about, pole, name, year, number, reglement } of named) {
      const stop = stopNear(book, reglement, day);
      if (stop === undefined) continue;
      near++;
      const detail = `${name}, versement ${number} de l’exercice ${year} : à mandater avant le ${formatFrench(stop)} inclus.`;
      await openTask(source.manager, { kind: 'mandating', about, pole, detail });
    }
    await closeTasks(
      source.manager,
      'mandating',
      named.map(({ about }) => about),
    );
    return { toOrder: near };
  },
};
