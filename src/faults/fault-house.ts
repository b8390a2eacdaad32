import { chmod, copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { dataSource } from '../database/data-source.js';
import type { ClockMode } from '../startup/configuration.js';
import { InstanceParts } from '../embedded/instance-parts.js';
import { freePorts } from '../embedded/ports.js';
import { ensureDatabase } from '../embedded/postgres-access.js';
import { startPostgres, type PostgresServer } from '../embedded/postgres.js';
import type { SupervisedProcess } from '../embedded/processes.js';
import { startTemporal, workerPolls, type TemporalServer } from '../embedded/temporal-server.js';
import { upgradeHouse } from '../record/upkeep/upgrade.js';
import { LocalMailbox } from '../mail/local-mailbox.js';
import { HouseClient, type Courier } from '../simulation/house-client.js';
import { MailServer } from '../simulation/mail-server.js';
import { patient } from './patience.js';
import { soon } from './soon.js';
import { TcpProxy } from './tcp-proxy.js';
import { TrafficLog } from './traffic-log.js';

const DATABASE = 'jalon';
const PATIENCE_MS = 120_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const INTERRUPTED = 130;
const SERVER_FILES = /^temporal\.db/;

interface Servers {
  readonly home: string;
  readonly ports: { readonly postgres: number; readonly temporal: number };
  postgres: PostgresServer;
  temporal: TemporalServer;
}

/** The ways of the API and of the worker to the database and to the server of mail, and everyone's to the engine. */
export interface Proxies {
  readonly api: TcpProxy;
  readonly worker: TcpProxy;
  readonly engine: TcpProxy;
  readonly apiMail: TcpProxy;
  readonly workerMail: TcpProxy;
}

export interface FaultHouseSettings {
  readonly clock?: ClockMode;
  /** Whether the server of mail cannot be asked what it took, as most cannot. */
  readonly blind?: boolean;
}

/** Both servers, or none. */
async function startServers(home: string, ports: Servers['ports']): Promise<Servers> {
  const postgres = await startPostgres({ home, port: ports.postgres });
  try {
    return { home, ports, postgres, temporal: await startTemporal({ home, port: ports.temporal, namespaces: [] }) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** A house of real processes, each of which can be killed, frozen and started again, on wires that can be cut. */
export class FaultHouse {
  readonly traffic = new TrafficLog();
  /** People who send again what was not answered. */
  readonly client: HouseClient;
  /** People who take the first answer, and its absence. */
  readonly hasty: HouseClient;
  readonly url: string;
  /** Seconds by which the clock of the house is ahead of the machine's, where it runs. */
  private clockOffset = 0;
  private closed?: Promise<void>;
  api!: SupervisedProcess;
  worker!: SupervisedProcess;

  private constructor(
    private readonly servers: Servers,
    readonly proxies: Proxies,
    private readonly parts: InstanceParts,
    private readonly env: NodeJS.ProcessEnv,
    /** As the owner of the schema, past the wires. */
    readonly owner: DataSource,
    /** The server of mail, which fails as it is told. */
    readonly mail: MailServer,
  ) {
    this.url = `http://127.0.0.1:${env['JALON_PORT']}`;
    const issuer = `http://127.0.0.1:${env['JALON_OIDC_PORT']}`;
    const watched = this.traffic.watch(byFetch);
    this.client = new HouseClient(this.url, issuer, patient(watched, PATIENCE_MS));
    this.hasty = new HouseClient(this.url, issuer, watched);
  }

  /**
   * Starts everything, its clock stepping from today unless it runs, on servers as durable as those of a house that is kept: what a
   * throw-away one gains in speed is what a crash takes away. What was started is stopped if it cannot.
   */
  static async start(
    bundle: string,
    { clock = 'stepping', blind = false }: FaultHouseSettings = {},
  ): Promise<FaultHouse> {
    const home = await mkdtemp(join(tmpdir(), 'jalon-faults-'));
    // The user of PostgreSQL, when it is another, finds its data again after a crash.
    await chmod(home, 0o711);
    const [api = 0, oidc = 0, postgres = 0, temporal = 0] = await freePorts(4);
    const ports = { postgres, temporal };
    const servers = await startServers(home, ports);
    await ensureDatabase(servers.postgres.ownerUrl('postgres'), DATABASE);
    const ownerUrl = servers.postgres.ownerUrl(DATABASE);
    await upgradeHouse(ownerUrl);
    const mailbox = join(home, 'mails');
    const mail = await MailServer.start(blind ? undefined : new LocalMailbox(mailbox));
    const proxies = {
      ...{ api: await TcpProxy.to(postgres), worker: await TcpProxy.to(postgres), engine: await TcpProxy.to(temporal) },
      ...{ apiMail: await TcpProxy.to(mail.port), workerMail: await TcpProxy.to(mail.port) },
    };
    const env = {
      ...process.env,
      ...{ TZ: 'UTC', JALON_HOME: home, JALON_CLOCK: clock, JALON_WORKFLOW_BUNDLE: bundle },
      ...{ JALON_PORT: String(api), JALON_OIDC_PORT: String(oidc), JALON_OIDC_KEYS: join(home, 'identity.json') },
      ...{ OWNER_DATABASE_URL: ownerUrl, TEMPORAL_ADDRESS: `127.0.0.1:${proxies.engine.port}` },
      ...(blind ? {} : { JALON_MAILBOX: mailbox }),
      DATABASE_URL: servers.postgres.appUrl(DATABASE),
    };
    const owner = await dataSource(ownerUrl, 4).initialize();
    const house = new FaultHouse(
      servers,
      proxies,
      new InstanceParts(home, sentence => process.stderr.write(`${sentence}\n`)),
      env,
      owner,
      mail,
    );
    for (const signal of SIGNALS) process.once(signal, house.interrupted);
    try {
      await house.parts.startCommand('oidc', env);
      await Promise.all([house.startApi(), house.startWorker()]);
      return house;
    } catch (error) {
      await house.close();
      throw error;
    }
  }

  async startApi(): Promise<void> {
    this.api = await this.parts.startCommand('api', this.environmentOver(this.proxies.api, this.proxies.apiMail));
    const ready = async () => (await fetch(`${this.url}/health/ready`)).status === 200;
    await Promise.race([soon('l’API', ready), this.api.failure]);
  }

  /** Starts a worker, and waits until it asks for work. The one before it, if it still runs, is left to itself. */
  async startWorker(): Promise<void> {
    const worker = await this.parts.startCommand(
      'worker',
      this.environmentOver(this.proxies.worker, this.proxies.workerMail),
    );
    this.worker = worker;
    const address = this.servers.temporal.address;
    const polls = () => workerPolls({ address, namespace: 'default', taskQueue: 'jalon' }, worker.pid);
    await Promise.race([soon('le moteur', polls), worker.failure]);
  }

  /** The address of the database for the application, past the wires. */
  get databaseUrl(): string {
    return this.env['DATABASE_URL'] ?? '';
  }

  get temporalAddress(): string {
    return this.servers.temporal.address;
  }

  /** What another command of the house needs to join it. */
  get environment(): NodeJS.ProcessEnv {
    return this.env;
  }

  /** Sets a running clock ahead by some seconds more, for those that run and those that will be started. */
  async moveAhead(seconds: number): Promise<void> {
    this.clockOffset += seconds;
    await this.owner.query('UPDATE clock SET offset_seconds = $1', [this.clockOffset]);
  }

  /** Stops the database at once, without a checkpoint, as a power cut would. */
  async crashDatabase(): Promise<void> {
    this.servers.postgres.process.kill('SIGQUIT');
    await this.servers.postgres.process.stop();
  }

  async startDatabase(): Promise<void> {
    const { home, ports } = this.servers;
    this.servers.postgres = await startPostgres({ home, port: ports.postgres });
  }

  async killEngine(): Promise<void> {
    this.servers.temporal.process.kill('SIGKILL');
    await this.servers.temporal.process.stop();
  }

  async startEngine(): Promise<void> {
    const { home, ports } = this.servers;
    this.servers.temporal = await startTemporal({ home, port: ports.temporal, namespaces: [] });
  }

  /** Destroys what a stopped engine remembers. */
  async destroyEngineMemory(): Promise<void> {
    const { home } = this.servers;
    for (const file of await engineFiles(home)) await rm(join(home, file));
  }

  /** Keeps a copy of what a stopped engine remembers. */
  async copyEngineMemory(): Promise<void> {
    const { home } = this.servers;
    for (const file of await engineFiles(home)) await copyFile(join(home, file), join(home, `copy-${file}`));
  }

  /** Gives a stopped engine the memory that was copied. */
  async restoreEngineMemory(): Promise<void> {
    const { home } = this.servers;
    await this.destroyEngineMemory();
    const copies = (await readdir(home)).filter(file => file.startsWith('copy-temporal.db'));
    for (const file of copies) await copyFile(join(home, file), join(home, file.slice('copy-'.length)));
  }

  /** Stops everything, once, however often it is asked. */
  close(): Promise<void> {
    for (const signal of SIGNALS) process.off(signal, this.interrupted);
    return (this.closed ??= this.takeDown());
  }

  private readonly interrupted = () => void this.close().finally(() => process.exit(INTERRUPTED));

  private async takeDown(): Promise<void> {
    const { postgres, temporal, home } = this.servers;
    await Promise.all(Object.values(this.proxies).map((proxy: TcpProxy) => proxy.restore()));
    await this.parts.stop();
    await this.owner.destroy();
    await Promise.all(Object.values(this.proxies).map((proxy: TcpProxy) => proxy.close()));
    await this.mail.stop();
    await temporal.stop();
    await postgres.stop();
    await rm(home, { recursive: true, force: true });
  }

  private environmentOver(database: TcpProxy, mail: TcpProxy): NodeJS.ProcessEnv {
    const url = new URL(this.databaseUrl);
    url.port = String(database.port);
    const addresses = { DATABASE_URL: url.href, JALON_SMTP_URL: `smtp://127.0.0.1:${mail.port}` };
    return { ...this.env, ...addresses, JALON_CLOCK_OFFSET: String(this.clockOffset) };
  }
}

const byFetch: Courier = (url, init) => fetch(url, init);

async function engineFiles(home: string): Promise<readonly string[]> {
  return (await readdir(home)).filter(file => SERVER_FILES.test(file));
}
