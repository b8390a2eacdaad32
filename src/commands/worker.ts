import { storyActivities } from '../../activities/story-activities.js';
import { setUpClock } from '../record/clock-writes.js';
import { configuration } from '../startup/configuration.js';
import { StartupError } from '../startup/startup-error.js';
import { lettersOf, mailDispatcherOf } from '../mail/post-office.js';
import { StoryRecord } from '../record/story-record.js';
import { STAGES } from '../rehearsal/stages.js';
import { lazyClient } from '../temporal/connection.js';
import { checkEngine } from '../temporal/engine-check.js';
import { Stories } from '../temporal/stories.js';
import { Sweep } from '../temporal/sweep.js';
import { JobsRunner } from '../scheduled/jobs-runner.js';
import { Schedules } from '../temporal/schedules.js';
import { startWorker, workflowsFrom } from '../temporal/worker.js';
import { command, openHouse } from './boot.js';
import { logger } from './logger.js';
import { untilStopped } from './until-stopped.js';
import { commandLine } from './options.js';

commandLine({
  run: 'node dist/src/commands/worker.js',
  does: 'Raconte les récits et envoie les courriers, jusqu’à ce qu’on l’arrête.',
});

await command(async () => {
  const settings = configuration();
  const log = logger('worker');
  const workflows = workflowsFrom(settings.workflowBundle);
  const [{ source, book, templates }, engine] = await Promise.all([
    openHouse(settings),
    checkEngine(settings.temporal),
  ]);
  if (engine === 'away')
    throw new StartupError(`Temporal ne répond pas à l'adresse ${settings.temporal.address} (TEMPORAL_ADDRESS).`);
  await setUpClock(source.manager, settings.clock, settings.clockOffsetSeconds);
  const record = new StoryRecord({ source, book, stages: STAGES, spreadSeconds: settings.spreadSeconds, log });
  const client = lazyClient(settings.temporal);
  const sweep = new Sweep(source, new Stories(client, settings.temporal), log);
  const letters = lettersOf(settings.mail, templates);
  const jobs = new JobsRunner(source, book, id => letters.messageId(id));
  const dispatcher = mailDispatcherOf(source, settings.mail, templates);
  if (!dispatcher) log.warn('aucun serveur de courrier (JALON_SMTP_URL) : les rappels restent prévus');
  const work = {
    sweep: () => sweep.run(),
    runJob: (name: string) => jobs.runByTheCalendar(name),
    deliver: async (stop: AbortSignal) => dispatcher?.dispatch(stop),
  };
  const worker = await startWorker(settings.temporal, storyActivities(record), work, workflows);
  log.info('récits prêts');
  const [swept] = await Promise.all([sweep.run(), new Schedules(client, settings.temporal.taskQueue).ensure()]);
  if (swept.nudged + swept.rung + swept.silent.length > 0) log.info(swept, 'balayage au démarrage');

  untilStopped(log, async () => {
    await worker.stop();
    dispatcher?.close();
    await client.connection.close();
    await source.destroy();
  });

  worker.running.catch((error: unknown) => {
    log.fatal({ err: error }, 'le moteur est tombé');
    process.exit(1);
  });
});
