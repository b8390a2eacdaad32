import { DEMO_ACCOUNTS } from '../access/demo-accounts.js';
import { DEMO_CONTACTS } from '../app/demo-contacts.js';
import { registerContacts } from '../record/people/contacts.js';
import { registerMandates } from '../record/people/mandates.js';
import { noteAppliedRules } from '../record/settings/applied-rules.js';
import { application, closeApplication } from '../app/application.js';
import { composeApi } from '../app/compose.js';
import { AnchorFile } from '../scheduled/anchor-file.js';
import { setUpClock } from '../record/clock-writes.js';
import { configuration } from '../startup/configuration.js';
import { requireFreePort } from '../embedded/ports.js';
import { registerPays } from '../record/pays.js';
import { checkEngine } from '../temporal/engine-check.js';
import { command, openHouse } from './boot.js';
import { logger } from './logger.js';
import { listenToOperators } from '../app/operations.js';
import { untilStopped } from './until-stopped.js';
import { commandLine } from './options.js';

commandLine({
  run: 'node dist/src/commands/api.js',
  does: 'Sert l’API et ses pages, d’après l’environnement, jusqu’à ce qu’on l’arrête.',
});

await command(async () => {
  const settings = configuration();
  const log = logger('api');
  await requireFreePort(settings.port, 'API', 'JALON_PORT');
  const { operationsPort } = settings.door;
  if (operationsPort !== undefined) await requireFreePort(operationsPort, 'exploitation', 'JALON_OPERATIONS_PORT');
  const [{ source, book, templates }, engine] = await Promise.all([
    openHouse(settings),
    checkEngine(settings.temporal),
  ]);
  if (engine === 'away') log.warn('Temporal ne répond pas : les actes sont enregistrés, les récits les rattraperont');
  await setUpClock(source.manager, settings.clock, settings.clockOffsetSeconds);
  await registerPays(source.manager);
  await noteAppliedRules(source, book);
  if (!settings.production) {
    await registerMandates(source.manager, DEMO_ACCOUNTS);
    await registerContacts(source.manager, DEMO_CONTACTS);
  }

  const { temporal, mail, spreadSeconds, documents } = settings;
  const anchors = settings.anchor && { anchors: await AnchorFile.open(settings.anchor) };
  const app = await application(
    composeApi(
      { source, book, templates, temporal, mail, spreadSeconds, documents, log, ...anchors },
      { ...settings, demonstration: !settings.production },
    ),
  );
  await app.listen(settings.port, settings.host);
  const stopOperations = await listenToOperators(app, settings);
  log.info({ port: settings.port }, 'API prête');
  untilStopped(log, async () => {
    await stopOperations();
    await closeApplication(app);
  });
});
