import { People, TokenVerifier } from '../access/people.js';
import { DEMO_ACCOUNTS } from '../access/demo-accounts.js';
import { DEMO_CONTACTS } from '../app/demo-contacts.js';
import { registerContacts } from '../record/people/contacts.js';
import { registerMandates } from '../record/people/mandates.js';
import { application } from '../app/application.js';
import { House } from '../api/house.js';
import { setUpClock } from '../record/clock-writes.js';
import { configuration } from '../startup/configuration.js';
import { LocalMailbox } from '../mail/local-mailbox.js';
import { lettersOf, mailDispatcherOf } from '../mail/post-office.js';
import { requireFreePort } from '../embedded/ports.js';
import { registerPays } from '../record/pays.js';
import { JobsRunner } from '../scheduled/jobs-runner.js';
import { dossiersHeard } from '../record/dossiers.js';
import { STAGES } from '../rehearsal/stages.js';
import { lazyClient } from '../temporal/connection.js';
import { checkEngine } from '../temporal/engine-check.js';
import { HouseClock } from '../temporal/house-clock.js';
import { Nudger } from '../temporal/nudger.js';
import { Stories } from '../temporal/stories.js';
import { Sweep } from '../temporal/sweep.js';
import { command, openHouse } from './boot.js';
import { logger } from './logger.js';
import { untilStopped } from './until-stopped.js';
import { commandLine } from './options.js';

commandLine({
  run: 'node dist/src/commands/api.js',
  does: 'Sert l’API et ses pages, d’après l’environnement, jusqu’à ce qu’on l’arrête.',
});

/** Milliseconds in which the last words are told before the API leaves; the sweep tells the others. */
const WORDS_LEFT = 3000;

await command(async () => {
  const settings = configuration();
  const log = logger('api');
  await requireFreePort(settings.port, 'API', 'JALON_PORT');
  const [{ source, book, templates }, engine] = await Promise.all([
    openHouse(settings),
    checkEngine(settings.temporal),
  ]);
  if (engine === 'away') log.warn('Temporal ne répond pas : les actes sont enregistrés, les récits les rattraperont');
  await setUpClock(source.manager, settings.clock, settings.clockOffsetSeconds);
  await registerPays(source.manager);
  if (!settings.production) {
    await registerMandates(source.manager, DEMO_ACCOUNTS);
    await registerContacts(source.manager, DEMO_CONTACTS);
  }

  const client = lazyClient(settings.temporal);
  const stories = new Stories(client, settings.temporal);
  const sweep = new Sweep(source, stories, log);
  const heard = (words: ReadonlyMap<string, number>) => dossiersHeard(source.manager, words);
  const nudger = new Nudger(stories, heard, log, () => sweep.run());
  const { mail } = settings;
  const letters = lettersOf(mail, templates);
  const jobs = new JobsRunner(source, book, id => letters.messageId(id));
  const dispatcher = mailDispatcherOf(source, mail, templates);
  const clock = new HouseClock(source, sweep, jobs, dispatcher, nudger);
  const record = { source, book, stages: STAGES, spreadSeconds: settings.spreadSeconds, log };
  const post = { letters, templates, bounceSecret: mail.bounceSecret };
  const house = new House(record, nudger, clock, sweep, post);
  const mailbox = mail.mailbox === undefined ? {} : { mailbox: new LocalMailbox(mail.mailbox) };
  const authentication = {
    tokens: new TokenVerifier(settings.issuer, settings.audience),
    people: new People(source),
    ...mailbox,
  };
  const app = await application(house, authentication, log);
  await app.listen(settings.port, settings.host);
  log.info({ port: settings.port }, 'API prête');

  untilStopped(log, async () => {
    clock.stop();
    await app.close();
    await nudger.drained(WORDS_LEFT);
    nudger.stop();
    dispatcher?.close();
    await client.connection.close();
    await source.destroy();
  });
});
