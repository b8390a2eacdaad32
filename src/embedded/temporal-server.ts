import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection, type ConnectionOptions } from '@temporalio/client';
import type { Configuration } from '../startup/configuration.js';
import { SEARCH_ATTRIBUTES } from './search-attributes.js';
import { freePort, requireFreePort } from './ports.js';
import { exists } from './postgres-folders.js';
import { supervise, type SupervisedProcess } from './processes.js';
import { withProgress, type OnProgress } from './progress.js';
import { StartupError } from '../startup/startup-error.js';
import { temporalBinary } from './temporal-binary.js';
import { waitUntil } from './wait-until.js';

const READY_WITHIN_MS = 60_000;
/** `TASK_QUEUE_TYPE_WORKFLOW` of the service's protocol. */
const WORKFLOW_TASKS = 1;
const RATES = ['frontend.namespaceRPS', 'frontend.rps', 'history.rps', 'matching.rps'];

export interface TemporalOptions {
  readonly home: string;
  /** A free one when absent. */
  readonly port?: number;
  /** No web interface when absent. */
  readonly uiPort?: number;
  /** Beside `default`, which always exists. */
  readonly namespaces: readonly string[];
  /** Trades durability for speed: only for servers whose data nobody keeps. */
  readonly throwaway?: boolean;
  readonly onProgress?: OnProgress;
  /** Hears of the server's process before it is ready. */
  readonly onSpawn?: (process: SupervisedProcess) => Promise<void>;
  /** Gives the start up. */
  readonly signal?: AbortSignal | undefined;
}

export interface TemporalServer {
  readonly address: string;
  readonly uiUrl: string | undefined;
  readonly process: SupervisedProcess;
  stop(): Promise<void>;
}

/** Starts a Temporal development server whose state is `home/temporal.db`, on 127.0.0.1 only. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const onProgress = options.onProgress ?? ((): void => undefined);
  const command = await temporalBinary(onProgress, options.signal);
  await mkdir(options.home, { recursive: true, mode: 0o700 });
  await keepToOwner(memoryFile(options.home));
  const port =
    options.port === undefined
      ? await freePort()
      : await requireFreePort(options.port, 'Temporal', 'JALON_TEMPORAL_PORT');
  if (options.uiPort !== undefined) {
    await requireFreePort(options.uiPort, 'interface de Temporal', 'JALON_TEMPORAL_UI_PORT');
  }
  const server = supervise({
    name: 'Temporal',
    umask: OWNER_ALONE,
    ...(options.onProgress === undefined ? {} : { onTrouble: options.onProgress }),
    command,
    args: serverArguments(options, port),
    logFile: join(options.home, 'logs', 'temporal.log'),
  });
  const address = `127.0.0.1:${port}`;
  try {
    await options.onSpawn?.(server);
    await withProgress('Démarrage de Temporal', onProgress, () => ready(address, server.failure, options.signal));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const uiUrl = options.uiPort === undefined ? undefined : `http://127.0.0.1:${options.uiPort}`;
  return { address, uiUrl, process: server, stop: () => server.stop() };
}

/** What it writes is not for the other users of the machine. */
const OWNER_ALONE = 0o077;

const memoryFile = (home: string) => join(home, 'temporal.db');

/** Makes what an older start left readable by others their owner's alone, with what SQLite writes beside it. */
async function keepToOwner(file: string): Promise<void> {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) if (await exists(path)) await chmod(path, 0o600);
}

function serverArguments(options: TemporalOptions, port: number): string[] {
  const synchronous = options.throwaway === true ? 'OFF' : 'NORMAL';
  return [
    'server',
    'start-dev',
    ...['--db-filename', memoryFile(options.home)],
    ...['--ip', '127.0.0.1'],
    ...['--port', String(port)],
    ...(options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)]),
    ...['--log-level', 'error'],
    ...options.namespaces.flatMap(namespace => ['--namespace', namespace]),
    ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ...RATES.flatMap(rate => ['--dynamic-config-value', `${rate}=20000`]),
    ...['journal_mode=WAL', `synchronous=${synchronous}`].flatMap(pragma => ['--sqlite-pragma', pragma]),
  ];
}

async function ready(address: string, failure: Promise<never>, signal?: AbortSignal): Promise<void> {
  await waitUntil(() => answers(address), {
    withinMs: READY_WITHIN_MS,
    failure,
    signal,
    otherwise: () => new StartupError(`Temporal (${address}) ne répond pas après ${READY_WITHIN_MS / 1000} s.`),
  });
}

async function answers(address: string): Promise<boolean> {
  return await asked({ address }, async ({ workflowService }) => {
    await workflowService.getSystemInfo({});
    return true;
  });
}

/** Whether the worker of that process asks the server for work. */
export async function workerPolls(
  { address, namespace, taskQueue, security }: Configuration['temporal'],
  pid: number,
): Promise<boolean> {
  return await asked({ ...security, address }, async ({ workflowService }) => {
    const { pollers } = await workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: WORKFLOW_TASKS,
    });
    return (pollers ?? []).some(({ identity }) => identity?.startsWith(`${pid}@`));
  });
}

async function asked(
  options: ConnectionOptions,
  question: (connection: Connection) => Promise<boolean>,
): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ ...options, connectTimeout: '2 seconds' });
    return await question(connection);
  } catch {
    return false; // Not yet: the caller asks again and gives up in the end.
  } finally {
    await connection?.close();
  }
}
