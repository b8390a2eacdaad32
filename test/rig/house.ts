import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { storyActivities } from '../../activities/story-activities.js';
import { DEMO_ACCOUNTS } from '../../src/access/demo-accounts.js';
import { application, closeApplication } from '../../src/app/application.js';
import { composeApi, scheduledWork } from '../../src/app/compose.js';
import type { ClockMode } from '../../src/clock/clock.js';
import { setUpClock } from '../../src/record/clock-writes.js';
import { dataSource } from '../../src/database/data-source.js';
import { DEMO_CONTACTS } from '../../src/app/demo-contacts.js';
import { registerContacts } from '../../src/record/people/contacts.js';
import type { JobsRunner } from '../../src/scheduled/jobs-runner.js';
import type { MailDispatcher } from '../../src/mail/mail-dispatcher.js';
import { freePort } from '../../src/embedded/ports.js';
import type { Deposits } from '../../src/files/deposits.js';
import { Templates } from '../../src/mail/templates.js';
import { registerMandates } from '../../src/record/people/mandates.js';
import type { RecordContext } from '../../src/record/context.js';
import { StoryRecord } from '../../src/record/story-record.js';
import { RuleBook } from '../../src/reglement/load.js';
import { STAGES, type Stages } from '../../src/rehearsal/stages.js';
import { HouseClient, type Courier } from '../../src/simulation/house-client.js';
import type { lazyClient, TemporalSettings } from '../../src/temporal/connection.js';
import type { HouseClock } from '../../src/temporal/house-clock.js';
import type { Nudger } from '../../src/temporal/nudger.js';
import type { Stories } from '../../src/temporal/stories.js';
import type { Sweep } from '../../src/temporal/sweep.js';
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
  readonly deposits: Deposits;
  /** Where the files of the dossiers are. */
  readonly documents: string;
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
  const mail = await MailServer.start();
  const port = await freePort();
  const documents = await mkdtemp(join(tmpdir(), 'jalon-documents-'));
  const url = `http://127.0.0.1:${port}`;
  const parts = composeApi(
    {
      ...{ source, book: RuleBook.load(), templates: Templates.load(), temporal: settings, trace: mail.trace },
      mail: {
        ...{ smtpUrl: mail.url, from: 'Jalon <jalon@region.example>', perSecond: null, publicUrl: PUBLIC_URL },
        ...{ mailbox: undefined, bounceSecret: BOUNCE_SECRET },
      },
      ...{ spreadSeconds: 0, documents: { folder: documents, antivirus: undefined }, log: silent },
    },
    { issuer, audience: 'jalon', pagesUrl: url },
  );
  const { book, stories, sweep, jobs, deposits, nudger, clock, client: temporal, record: context, dispatcher } = parts;
  if (!dispatcher) throw new Error('A house whose mails go nowhere.');
  const record = new StoryRecord(context);
  let worker: WorkerHost | undefined;
  const startEngine = async (codePath = bundlePath, stages = STAGES) => {
    const trips = storyActivities(new StoryRecord({ ...context, stages }));
    worker ??= await startWorker(settings, trips, scheduledWork(parts), { workflowBundle: { codePath } });
  };
  const stopEngine = async () => {
    await worker?.stop();
    worker = undefined;
  };
  await startEngine();

  const app = await application(parts);
  await app.listen(port, '127.0.0.1');
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
      deposits,
      documents,
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
      nudger.stop();
      await stopEngine();
      await closeApplication(app);
      await Promise.all([mail.stop(), owner.destroy()]);
      await database.drop();
      await rm(documents, { recursive: true });
    },
  };
}
