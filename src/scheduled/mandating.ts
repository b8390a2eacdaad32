import { unorderedInstalments } from '../database/instalment-reads.js';
import { addDays, civilDate, formatFrench, yearOf, type CivilDate } from '../domain/kernel/civil-date.js';
import type { RuleBook } from '../reglement/load.js';
import { settleTasks } from '../record/reminders/tasks.js';
import type { Job } from './job.js';

/** Days before the last one on which payments are ordered at which those to order are named. */
const NOTICE = 30;

/** The last day on which payments are ordered, when it comes within the notice of one of the days of a run. */
function stopNear(book: RuleBook, reglement: string, since: CivilDate, day: CivilDate): CivilDate | undefined {
  const last = addDays(day, NOTICE);
  const { mandatingStops } = book.of(reglement).reglement;
  const stops = [yearOf(last), yearOf(last) - 1].map(year => civilDate(`${year}-${mandatingStops}`));
  return stops.find(stop => since <= stop && stop <= last);
}

/** What was claimed or liquidated and is not ordered, when the ordering of the year is about to stop. */
export const mandating: Job = {
  name: 'mandating',
  label: 'Versements à mandater avant l’arrêt du mandatement',
  when: { every: 'day', hour: 7, minute: 10 },
  catchUp: '1 day',
  run: async ({ source, book, since, day, now }) => {
    const waiting = (await unorderedInstalments(source.manager)).map(instalment => ({
      ...{ ...instalment, kind: 'mandating', about: `${instalment.award}/${instalment.year}/${instalment.number}` },
    }));
    const near = waiting.flatMap(({ kind, about, pole, name, year, number, reglement }) => {
      const stop = stopNear(book, reglement, since, day);
      if (stop === undefined) return [];
      const detail = `${name}, versement ${number} de l’exercice ${year} : à mandater avant le ${formatFrench(stop)} inclus.`;
      return [{ kind, about, pole, detail }];
    });
    await settleTasks(source.manager, ['mandating'], near, now, waiting);
    return { toOrder: near.length };
  },
};
