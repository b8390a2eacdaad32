import { People, TokenVerifier } from '../access/people.js';
import { DEMO_ACCOUNTS } from '../access/demo-accounts.js';
import { DEMO_CONTACTS } from '../access/demo-contacts.js';
import { registerContacts } from '../record/contacts.js';
import { registerMandates } from '../record/mandates.js';
import { application } from '../api/application.js';
import { House } from '../api/house.js';
import { setUpClock } from '../clock/clock.js';
import { configuration } from '../configuration.js';
import { LocalMailbox } from '../mailbox/local-mailbox.js';
import { lettersOf, postmanOf } from '../obligations/postman/post-office.js';
import { requireFreePort } from '../embedded/ports.js';
import { registerPays } from '../record/pays.js';
import { JobsRunner } from '../scheduled/jobs-runner.js';
import { lazyClient } from '../temporal/connection.js';
import { checkEngine } from '../temporal/engine-check.js';
import { HouseClock } from '../temporal/house-clock.js';
import { Nudger } from '../temporal/nudger.js';
import { Stories } from '../temporal/stories.js';
import { Sweep } from '../temporal/sweep.js';
import { command, openHouse } from './boot.js';
import { logger } from './logger.js';
import { untilStopped } from './until-stopped.js';

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
  const nudger = new Nudger(stories, log, () => sweep.run());
  const { mail } = settings;
  const letters = lettersOf(mail, templates);
  const jobs = new JobsRunner(source, book, id => letters.messageId(id));
  const clock = new HouseClock(source, sweep, jobs, postmanOf(source, mail, templates));
  const post = { letters, templates, bounceSecret: mail.bounceSecret };
  const house = new House(source, book, nudger, clock, sweep, post, settings.spreadSeconds);
  const mailbox = mail.mailbox === undefined ? {} : { mailbox: new LocalMailbox(mail.mailbox) };
  const doors = {
    tokens: new TokenVerifier(settings.issuer, settings.audience),
    people: new People(source),
    ...mailbox,
  };
  const app = await application(house, doors, log);
  await app.listen(settings.port, settings.host);
  log.info({ port: settings.port }, 'API prête');

  untilStopped(log, async () => {
    clock.stop();
    await app.close();
    await client.connection.close();
    await source.destroy();
  });
});
