import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { storyActivities } from '../../activities/story-activities.js';
import { DEMO_ACCOUNTS } from '../../src/access/demo-accounts.js';
import { People, TokenVerifier } from '../../src/access/people.js';
import { application } from '../../src/app/application.js';
import { House } from '../../src/api/house.js';
import type { ClockMode } from '../../src/clock/clock.js';
import { setUpClock } from '../../src/record/clock-writes.js';
import { dataSource } from '../../src/database/data-source.js';
import { DEMO_CONTACTS } from '../../src/app/demo-contacts.js';
import { registerContacts } from '../../src/record/people/contacts.js';
import { JobsRunner } from '../../src/scheduled/jobs-runner.js';
import { Letters } from '../../src/mail/letter.js';
import { MailDispatcher } from '../../src/mail/mail-dispatcher.js';
import { SmtpTransport } from '../../src/mail/smtp.js';
import { Templates } from '../../src/mail/templates.js';
import { registerMandates } from '../../src/record/people/mandates.js';
import { MailRecord } from '../../src/record/mails/mail-record.js';
import type { RecordContext } from '../../src/record/context.js';
import { dossiersHeard } from '../../src/record/dossiers.js';
import { StoryRecord } from '../../src/record/story-record.js';
import { RuleBook } from '../../src/reglement/load.js';
import { STAGES, type Stages } from '../../src/rehearsal/stages.js';
import { HouseClient, type Courier } from '../../src/simulation/house-client.js';
import { lazyClient, type TemporalSettings } from '../../src/temporal/connection.js';
import { HouseClock } from '../../src/temporal/house-clock.js';
import { Nudger } from '../../src/temporal/nudger.js';
import { Stories } from '../../src/temporal/stories.js';
import { Sweep } from '../../src/temporal/sweep.js';
import { startWorker, type WorkerHost } from '../../src/temporal/worker.js';
import { freshDatabase, rig } from './database.js';
import { MailServer, PUBLIC_URL } from '../../src/simulation/mail-server.js';

const silent = pino({ level: 'silent' });

/** By which the server of mail tells of bounces. */
export const BOUNCE_SECRET = 'secret-fictif-de-test';

/** A whole house of its own: database, stories and API, all real, in this process; its people log in where all do. */
export interface TestHouse {
  readonly client: HouseClient;
  /** People whose requests are carried in another way. */
  clientBy(courier: Courier): HouseClient;
  readonly url: string;
  readonly source: DataSource;
  readonly owner: DataSource;
  readonly book: RuleBook;
  readonly context: RecordContext;
  readonly record: StoryRecord;
  readonly stories: Stories;
  readonly nudger: Nudger;
  readonly sweep: Sweep;
  readonly clock: HouseClock;
  readonly jobs: JobsRunner;
  /** The server to which the mails of the house go. */
  readonly mail: MailServer;
  readonly dispatcher: MailDispatcher;
  readonly temporal: ReturnType<typeof lazyClient>;
  readonly settings: TemporalSettings;
  /** The settings by which a command joins this house. */
  readonly env: Readonly<Record<string, string>>;
  /** Waits until the stories have heard what was done. */
  rest(): Promise<boolean>;
  /** Stops the worker that tells the stories: the engine is away. */
  stopEngine(): Promise<void>;
  /** Starts it again, perhaps with other stories. */
  startEngine(bundle?: string, stages?: Stages): Promise<void>;
  close(): Promise<void>;
}

/** Starts a house. Its clock steps, from 2 February 2026 unless told otherwise. */
export async function startHouse(
  clockMode: ClockMode = 'stepping',
  standsAt = '2026-02-02T08:00:00Z',
): Promise<TestHouse> {
  const database = await freshDatabase();
  const source = await dataSource(database.appUrl, 8).initialize();
  const owner = await dataSource(database.ownerUrl, 1).initialize();
  await setUpClock(source.manager, clockMode, 0);
  if (clockMode === 'stepping') await source.query('UPDATE clock SET stands_at = $1', [standsAt]);
  await registerMandates(source.manager, DEMO_ACCOUNTS);
  await registerContacts(source.manager, DEMO_CONTACTS);
  const { temporalAddress, namespace, bundlePath, issuer } = rig();
  const settings = { address: temporalAddress, namespace, taskQueue: randomUUID() };
  const book = RuleBook.load();
  const context = { source, book, stages: STAGES, spreadSeconds: 0, log: silent };
  const record = new StoryRecord(context);
  const temporal = lazyClient(settings);
  const stories = new Stories(temporal, settings);
  const sweep = new Sweep(source, stories, silent);
  const mail = await MailServer.start();
  const templates = Templates.load();
  const letters = new Letters(templates, PUBLIC_URL, 'jalon.example');
  const transport = () => new SmtpTransport({ url: mail.url, from: 'Jalon <jalon@region.example>' });
  const dispatcher = new MailDispatcher(new MailRecord(source), letters, transport, {
    perSecond: null,
    trace: mail.trace,
  });
  const jobs = new JobsRunner(source, book, id => letters.messageId(id));
  const work = {
    sweep: () => sweep.run(),
    runJob: (name: string) => jobs.runByTheCalendar(name),
    deliver: (stop: AbortSignal) => dispatcher.dispatch(stop),
  };
  let worker: WorkerHost | undefined;
  const startEngine = async (codePath = bundlePath, stages = STAGES) => {
    const trips = storyActivities(new StoryRecord({ ...context, stages }));
    worker ??= await startWorker(settings, trips, work, { workflowBundle: { codePath } });
  };
  const stopEngine = async () => {
    await worker?.stop();
    worker = undefined;
  };
  await startEngine();

  const heard = (words: ReadonlyMap<string, number>) => dossiersHeard(source.manager, words);
  const nudger = new Nudger(stories, heard, silent, () => sweep.run());
  const clock = new HouseClock(source, sweep, jobs, dispatcher, nudger);
  const house = new House(context, nudger, clock, sweep, { letters, templates, bounceSecret: BOUNCE_SECRET });
  const authentication = { tokens: new TokenVerifier(issuer, 'jalon'), people: new People(source) };
  const app = await application(house, authentication, silent);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const env = { DATABASE_URL: database.appUrl, TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: namespace };
  return {
    ...{
      env,
      url,
      source,
      owner,
      book,
      context,
      record,
      stories,
      nudger,
      sweep,
      clock,
      jobs,
      mail,
      dispatcher,
      temporal,
      settings,
      startEngine,
      stopEngine,
    },
    rest: () => nudger.drained(20_000),
    client: new HouseClient(url, issuer),
    clientBy: courier => new HouseClient(url, issuer, courier),
    close: async () => {
      await app.close();
      nudger.stop();
      await stopEngine();
      dispatcher.close();
      await mail.stop();
      await temporal.connection.close();
      await Promise.all([source.destroy(), owner.destroy()]);
      await database.drop();
    },
  };
}
