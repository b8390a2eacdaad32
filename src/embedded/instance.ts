import { join } from 'node:path';
import { DEFAULT_OIDC_PORT, DEFAULT_PORT, configuration, type ClockMode } from '../startup/configuration.js';
import { makeHome } from './home-folder.js';
import { InstanceParts } from './instance-parts.js';
import { endLeftovers } from './leftovers.js';
import { freePort, isListening, requireFreePort } from './ports.js';
import { ensureDatabase } from './postgres-access.js';
import { startPostgres, type PostgresOptions } from './postgres.js';
import type { SupervisedProcess } from './processes.js';
import { withProgress, type OnProgress } from './progress.js';
import { withoutTemporalSecurity } from '../startup/engine-access.js';
import { StartupError } from '../startup/startup-error.js';
import { startTemporal, workerPolls } from './temporal-server.js';
import { waitUntil } from './wait-until.js';

const READY_WITHIN_MS = 60_000;
const DATABASE = 'jalon';

export interface InstanceOptions {
  /** The folder of everything the instance keeps. Its lock is the caller's. */
  readonly home: string;
  /** Brings the database of an instance to the code at hand, as its owner. */
  readonly upgrade: (ownerUrl: string) => Promise<void>;
  readonly port?: number;
  readonly oidcPort?: number;
  /** No Temporal web interface when absent. */
  readonly uiPort?: number;
  readonly clock?: ClockMode;
  /** Trades durability for speed: only for servers whose data nobody keeps. */
  readonly throwaway?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly onProgress?: OnProgress;
  /** Gives the start up; what was started is stopped. */
  readonly signal?: AbortSignal;
}

export interface RunningInstance {
  readonly url: string;
  readonly docsUrl: string;
  readonly temporalUi: string | undefined;
  readonly temporalAddress: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The environment of the API and the worker; any other command joins the instance with it. */
  readonly env: NodeJS.ProcessEnv;
  /** The processes of the instance by name: « oidc », « api », « worker », « PostgreSQL », « Temporal ». */
  readonly parts: InstanceParts;
  /** Fails when a part ends although nobody asked; never resolves. */
  readonly failure: Promise<never>;
  stop(): Promise<void>;
}

type ServerOptions = Pick<PostgresOptions, 'home' | 'throwaway' | 'onProgress' | 'onSpawn' | 'signal'>;

interface Backends {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly temporalAddress: string;
  readonly temporalUi: string | undefined;
}

/**
 * Starts PostgreSQL, Temporal, the identity provider, the API and the worker, and waits until the API is ready.
 * `DATABASE_URL`, `TEMPORAL_ADDRESS` and `JALON_ISSUER` of the environment replace the embedded ones.
 * When any part cannot start, the others are stopped before it throws.
 */
export async function startInstance(options: InstanceOptions): Promise<RunningInstance> {
  const onProgress = options.onProgress ?? ((): void => undefined);
  await makeHome(options.home);
  const ended = await endLeftovers(options.home);
  if (ended > 0) onProgress(`${ended} processus d'un démarrage interrompu ont été arrêtés.`);
  const parts = new InstanceParts(options.home, onProgress);
  try {
    return await startParts(options, parts, onProgress);
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

async function startParts(
  options: InstanceOptions,
  parts: InstanceParts,
  onProgress: OnProgress,
): Promise<RunningInstance> {
  const given = options.env ?? process.env;
  const port = await requireFreePort(options.port ?? DEFAULT_PORT, 'API', 'JALON_PORT');
  const backends = await startBackends(options, given, parts, onProgress);
  options.signal?.throwIfAborted();
  await withProgress('Mise à jour du schéma', onProgress, () => options.upgrade(backends.ownerUrl));
  const env = { ...childEnvironment(options, given, port, backends), ...(await mailEnvironment(options, given)) };
  const { temporal } = configuration(env);
  if (!given['JALON_ISSUER']) {
    await requireFreePort(options.oidcPort ?? DEFAULT_OIDC_PORT, 'connexion', 'JALON_OIDC_PORT');
    await parts.startCommand('oidc', env);
  }
  if (env['JALON_MAILBOX']) await startMailbox(env, parts, onProgress, options.signal);
  options.signal?.throwIfAborted();
  const [, worker] = await Promise.all([parts.startCommand('api', env), parts.startCommand('worker', env)]);
  const url = `http://127.0.0.1:${port}`;
  await withProgress("Démarrage de l'API et des récits", onProgress, async () => {
    const wait = { withinMs: READY_WITHIN_MS, failure: parts.failure, signal: options.signal };
    await waitUntil(() => answersReady(url), { ...wait, otherwise: () => late(`Le service (${url})`) });
    await waitUntil(() => workerPolls(temporal, worker.pid), {
      ...wait,
      otherwise: () => late('Le moteur des récits'),
    });
  });
  return { url, docsUrl: `${url}/docs`, ...backends, env, parts, failure: parts.failure, stop: () => parts.stop() };
}

async function startBackends(
  options: InstanceOptions,
  given: NodeJS.ProcessEnv,
  parts: InstanceParts,
  onProgress: OnProgress,
): Promise<Backends> {
  const started = await Promise.allSettled([
    startDatabase(options, given, parts, onProgress),
    startEngine(options, given, parts, onProgress),
  ]);
  // Both have ended starting: nothing is still coming up while the other one is stopped.
  const failed = started.find(result => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  const [database, engine] = started.map(result => (result.status === 'fulfilled' ? result.value : {}));
  return { ...database, ...engine } as Backends;
}

async function startDatabase(
  options: InstanceOptions,
  given: NodeJS.ProcessEnv,
  parts: InstanceParts,
  onProgress: OnProgress,
): Promise<Pick<Backends, 'ownerUrl' | 'appUrl'>> {
  const appUrl = given['DATABASE_URL'];
  if (appUrl) return { appUrl, ownerUrl: given['OWNER_DATABASE_URL'] || appUrl };
  const port = portOf(given, 'JALON_PG_PORT');
  const server = await startPostgres({
    ...sharedOptions(options, parts, onProgress),
    ...(port === undefined ? {} : { port }),
  });
  await parts.add(server.process, () => server.stop());
  await ensureDatabase(server.ownerUrl('postgres'), DATABASE);
  return { ownerUrl: server.ownerUrl(DATABASE), appUrl: server.appUrl(DATABASE) };
}

async function startEngine(
  options: InstanceOptions,
  given: NodeJS.ProcessEnv,
  parts: InstanceParts,
  onProgress: OnProgress,
): Promise<Pick<Backends, 'temporalAddress' | 'temporalUi'>> {
  const address = given['TEMPORAL_ADDRESS'];
  if (address) return { temporalAddress: address, temporalUi: undefined };
  const port = portOf(given, 'JALON_TEMPORAL_PORT');
  const namespace = given['TEMPORAL_NAMESPACE'];
  const server = await startTemporal({
    ...sharedOptions(options, parts, onProgress),
    ...(port === undefined ? {} : { port }),
    ...(options.uiPort === undefined ? {} : { uiPort: options.uiPort }),
    namespaces: namespace ? [namespace] : [],
  });
  await parts.add(server.process, () => server.stop());
  return { temporalAddress: server.address, temporalUi: server.uiUrl };
}

function sharedOptions(
  { home, throwaway, signal }: InstanceOptions,
  parts: InstanceParts,
  onProgress: OnProgress,
): ServerOptions {
  const onSpawn = (process: SupervisedProcess): Promise<void> => parts.note(process);
  return { home, throwaway: throwaway === true, onProgress, onSpawn, signal };
}

/** A port chosen in the environment; refused when it is not one. */
export function portOf(given: NodeJS.ProcessEnv, variable: string): number | undefined {
  const value = given[variable];
  if (!value) return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StartupError(`${variable} vaut « ${value} » ; un port est un entier de 1 à 65535.`);
}

function childEnvironment(
  options: InstanceOptions,
  given: NodeJS.ProcessEnv,
  port: number,
  backends: Backends,
): NodeJS.ProcessEnv {
  return {
    ...(given['TEMPORAL_ADDRESS'] ? given : withoutTemporalSecurity(given)),
    TZ: 'UTC',
    DATABASE_URL: backends.appUrl,
    OWNER_DATABASE_URL: backends.ownerUrl,
    TEMPORAL_ADDRESS: backends.temporalAddress,
    JALON_HOME: options.home,
    JALON_OIDC_KEYS: join(options.home, 'identity', 'key.json'),
    JALON_ANCHOR_KEY: given['JALON_ANCHOR_KEY'] ?? join(options.home, 'anchors', 'key.pem'),
    JALON_DOCUMENTS: given['JALON_DOCUMENTS'] ?? join(options.home, 'documents'),
    JALON_PORT: String(port),
    JALON_OIDC_PORT: String(options.oidcPort ?? DEFAULT_OIDC_PORT),
    JALON_CLOCK: options.clock ?? given['JALON_CLOCK'] ?? 'running',
  };
}

/** The mailbox of development, where no other server of mail is named. */
async function mailEnvironment({ home }: InstanceOptions, given: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  if (given['JALON_SMTP_URL'] || given['JALON_ENV'] === 'production') return {};
  const port = portOf(given, 'JALON_SMTP_PORT') ?? (await freePort());
  return { JALON_SMTP_URL: `smtp://127.0.0.1:${port}`, JALON_MAILBOX: join(home, 'mails') };
}

async function startMailbox(
  env: NodeJS.ProcessEnv,
  parts: InstanceParts,
  onProgress: OnProgress,
  signal: AbortSignal | undefined,
): Promise<void> {
  const port = Number(new URL(env['JALON_SMTP_URL'] ?? '').port);
  await requireFreePort(port, 'courrier', 'JALON_SMTP_PORT');
  await parts.startCommand('mailbox', env);
  await withProgress('Ouverture de la boîte locale', onProgress, () =>
    waitUntil(() => isListening(port), {
      ...{ withinMs: READY_WITHIN_MS, failure: parts.failure, signal },
      otherwise: () => late('La boîte locale'),
    }),
  );
}

function late(part: string): StartupError {
  return new StartupError(`${part} n'est pas prêt après ${READY_WITHIN_MS / 1000} s.`);
}

async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false; // Not listening yet: asked again until the time is over.
  }
}
