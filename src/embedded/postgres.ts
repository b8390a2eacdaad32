import { execFile } from 'node:child_process';
import { chown, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { makeHome, readIfPresent, writePrivate } from './home-folder.js';
import { freePort, isPortFree, requireFreePort } from './ports.js';
import { accepts, createRoles, databaseUrl, passwords, type Passwords } from './postgres-access.js';
import { binariesFolder, dataFolder, exists } from './postgres-folders.js';
import { supervise, type SupervisedProcess } from './processes.js';
import { withProgress, type OnProgress } from './progress.js';
import { makeOwnFolder, ownerOrElse, serverUser, type ServerUser } from './server-user.js';
import { StartupError } from '../startup/startup-error.js';
import { waitUntil } from './wait-until.js';

const run = promisify(execFile);
const READY_WITHIN_MS = 60_000;
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export interface PostgresOptions {
  readonly home: string;
  /** The one used last, or a free one, when absent. */
  readonly port?: number;
  /** Trades durability for speed: only for servers whose data nobody keeps. */
  readonly throwaway?: boolean;
  readonly onProgress?: OnProgress;
  /** Hears of the server's process before it is ready. */
  readonly onSpawn?: (process: SupervisedProcess) => Promise<void>;
  /** Gives the start up. */
  readonly signal?: AbortSignal | undefined;
}

export interface PostgresServer {
  /** The address of a database for the role that owns the schema. */
  ownerUrl(database: string): string;
  /** The address of a database for the application's own role. */
  appUrl(database: string): string;
  readonly process: SupervisedProcess;
  stop(): Promise<void>;
}

interface Installation {
  readonly home: string;
  readonly data: string;
  readonly binaries: string;
  readonly user: ServerUser | undefined;
  readonly credentials: Passwords;
}

/** Starts PostgreSQL on 127.0.0.1, its data in the home folder, also as root and under a folder closed to others. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const onProgress = options.onProgress ?? ((): void => undefined);
  await makeHome(options.home);
  const preferred = await serverUser();
  const data = await dataFolder(options.home, preferred, options.throwaway === true, onProgress);
  await makeOwnFolder(preferred, data.folder);
  const installation: Installation = {
    home: options.home,
    data: data.folder,
    binaries: await binariesFolder(preferred),
    user: await ownerOrElse(preferred, data.folder),
    credentials: await passwords(options.home),
  };
  if (!(await exists(join(data.folder, 'PG_VERSION')))) {
    await withProgress('Création de la base PostgreSQL', onProgress, () => initialize(installation));
  }
  const server = await serve(installation, options, onProgress);
  const stop = async (): Promise<void> => {
    await server.process.stop();
    if (data.temporary) await rm(dirname(data.folder), { recursive: true, force: true });
  };
  return { ...server, stop };
}

async function initialize({ data, binaries, user, credentials }: Installation): Promise<void> {
  const passwordFile = `${data}.password`;
  await writePrivate(passwordFile, credentials.postgres);
  try {
    if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
    await run(
      join(binaries, 'initdb'),
      [
        ...['-D', data, '-U', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      ],
      { ...user, cwd: dirname(data), env: serverEnvironment() },
    );
  } catch (error) {
    throw new StartupError(`La base PostgreSQL n'a pas pu être créée dans ${data} : ${String(error)}`, {
      cause: error,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function serve(
  installation: Installation,
  options: PostgresOptions,
  onProgress: OnProgress,
): Promise<Omit<PostgresServer, 'stop'>> {
  const { credentials } = installation;
  const port = await choosePort(options.home, options.port);
  const server = supervise({
    name: 'PostgreSQL',
    onTrouble: onProgress,
    command: join(installation.binaries, 'postgres'),
    args: serverArguments(installation.data, port, options.throwaway === true),
    logFile: join(options.home, 'logs', 'postgres.log'),
    env: serverEnvironment(),
    cwd: installation.data,
    stopSignal: 'SIGINT',
    ...installation.user,
  });
  const adminUrl = databaseUrl('postgres', credentials.postgres, port, 'postgres');
  try {
    await options.onSpawn?.(server);
    await withProgress('Démarrage de PostgreSQL', onProgress, () => ready(adminUrl, server.failure, options.signal));
    await createRoles(adminUrl, credentials);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    process: server,
    ownerUrl: database => databaseUrl('jalon', credentials.jalon, port, database),
    appUrl: database => databaseUrl('jalon_app', credentials.jalon_app, port, database),
  };
}

function serverArguments(data: string, port: number, throwaway: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    // The details of an error quote what was being written: bank details, private texts.
    'log_error_verbosity=terse',
    ...(throwaway ? THROWAWAY : []),
  ];
  return ['-D', data, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])];
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

async function choosePort(home: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) return await requireFreePort(wanted, 'PostgreSQL', 'JALON_PG_PORT');
  const note = join(home, 'postgres-port');
  const last = Number(await readIfPresent(note));
  const port = last > 0 && (await isPortFree(last)) ? last : await freePort();
  await writePrivate(note, String(port));
  return port;
}

async function ready(adminUrl: string, failure: Promise<never>, signal?: AbortSignal): Promise<void> {
  await waitUntil(() => accepts(adminUrl), {
    withinMs: READY_WITHIN_MS,
    failure,
    signal,
    otherwise: () => new StartupError(`PostgreSQL ne répond pas après ${READY_WITHIN_MS / 1000} s.`),
  });
}
