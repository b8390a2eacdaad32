import { storyActivities } from '../../activities/story-activities.js';
import { compose, scheduledWork, sweepAll } from '../app/compose.js';
import { AnchorFile } from '../scheduled/anchor-file.js';
import { setUpClock } from '../record/clock-writes.js';
import { configuration } from '../startup/configuration.js';
import { requireFreePort } from '../embedded/ports.js';
import { StartupError } from '../startup/startup-error.js';
import { StoryRecord } from '../record/story-record.js';
import { checkEngine } from '../temporal/engine-check.js';
import { Rehydration } from '../temporal/rehydration.js';
import { Schedules } from '../temporal/schedules.js';
import { MemoryKeeper } from '../temporal/story-memory.js';
import { installRuntime, startWorker, workflowsFrom } from '../temporal/worker.js';
import { command, openHouse } from './boot.js';
import { logger } from './logger.js';
import { untilStopped } from './until-stopped.js';
import { commandLine } from './options.js';

/** Milliseconds between two looks at what the engine remembers. */
const LOOK_EVERY = 30_000;

commandLine({
  run: 'node dist/src/commands/worker.js',
  does: 'Raconte les récits et envoie les courriers, jusqu’à ce qu’on l’arrête.',
});

await command(async () => {
  const settings = configuration();
  const log = logger('worker');
  const workflows = workflowsFrom(settings.workflowBundle);
  const { host, workerMetricsPort } = settings;
  if (workerMetricsPort !== undefined) {
    await requireFreePort(workerMetricsPort, 'mesures du moteur', 'JALON_WORKER_METRICS_PORT');
    installRuntime(`${host}:${workerMetricsPort}`);
  }
  const [{ source, book, templates }, engine] = await Promise.all([
    openHouse(settings),
    checkEngine(settings.temporal),
  ]);
  if (engine === 'away')
    throw new StartupError(`Temporal ne répond pas à l'adresse ${settings.temporal.address} (TEMPORAL_ADDRESS).`);
  await setUpClock(source.manager, settings.clock, settings.clockOffsetSeconds);
  const { temporal, mail, spreadSeconds, documents } = settings;
  if (settings.production && !settings.anchor)
    throw new StartupError(
      'JALON_ANCHOR_KEY manque : en production (JALON_ENV=production), les journaux sont ancrés hors de la base.',
    );
  const anchors = settings.anchor && { anchors: await AnchorFile.open(settings.anchor) };
  const parts = compose({ source, book, templates, temporal, mail, spreadSeconds, documents, log, ...anchors });
  const { client, record } = parts;
  if (!parts.dispatcher) log.warn('aucun serveur de courrier (JALON_SMTP_URL) : les rappels restent prévus');
  const trips = storyActivities(new StoryRecord(record));
  const worker = await startWorker(temporal, trips, scheduledWork(parts), workflows);
  log.info('récits prêts');
  const schedules = new Schedules(client, temporal.taskQueue);
  const [swept] = await Promise.all([sweepAll(parts), schedules.ensure()]);
  if (swept.nudged + swept.rung + swept.silent.length > 0) log.info(swept, 'balayage au démarrage');

  const rehydration = new Rehydration(source, parts.stories, log);
  const keeper = new MemoryKeeper(parts.memory, rehydration, schedules, client, temporal.namespace, log);
  const watch = setInterval(() => void keeper.look(), LOOK_EVERY);

  untilStopped(log, async () => {
    clearInterval(watch);
    await worker.stop();
    await parts.close();
  });

  worker.running.catch((error: unknown) => {
    log.fatal({ err: error }, 'le moteur est tombé');
    process.exit(1);
  });
});
