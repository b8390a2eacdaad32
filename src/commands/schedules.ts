import { configuration } from '../startup/configuration.js';
import { lazyClient } from '../temporal/connection.js';
import { Schedules, type ScheduleStanding } from '../temporal/schedules.js';
import { command } from './boot.js';
import { houseEnvironment } from './house-environment.js';
import { commandLine } from './options.js';

commandLine({
  run: 'npm run schedules',
  does: 'Montre ce que le calendrier lance de lui-même, et ce qui a été manqué.',
});

const at = (date: Date | null) =>
  date?.toLocaleString('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }) ?? '—';

const lineOf = ({ id, label, when, next, last, missed, known, paused, catchUp }: ScheduleStanding) => ({
  travail: id,
  fait: label,
  quand: when,
  état: known ? (paused ? 'en pause' : 'actif') : 'inconnu de Temporal',
  prochain: at(next),
  dernier: at(last),
  'rattrapé jusqu’à': catchUp,
  manqués: missed,
});

await command(async () => {
  const settings = configuration(houseEnvironment());
  const client = lazyClient(settings.temporal);
  const standing = await new Schedules(client, settings.temporal.taskQueue).read();
  await client.connection.close();
  console.table(standing.map(lineOf));
  process.exitCode = standing.every(({ known }) => known) ? 0 : 1;
});
