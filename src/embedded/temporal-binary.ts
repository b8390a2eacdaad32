import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { withProgress, type OnProgress } from './progress.js';
import { OLDEST_SERVER, goVersion, isAtLeast, serverVersion } from './server-version.js';
import { StartupError } from '../startup/startup-error.js';

const run = promisify(execFile);
const CLI_VERSION = '1.5.1';
const OLDEST_GO = '1.25';
const EXE = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

interface Candidate {
  readonly file: string;
  readonly origin: string;
}

/**
 * The `temporal` program to run: on the PATH, downloaded by the SDK, cached by an earlier start, installed by Go,
 * else built by Go. Every one that is passed over is said with its reason.
 */
export async function temporalBinary(
  onProgress: OnProgress,
  signal?: AbortSignal,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  for (const candidate of await candidates(env)) {
    if (!(await isExecutable(candidate.file))) continue;
    const reason = await unfit(candidate.file);
    if (reason === undefined) return candidate.file;
    onProgress(`Temporal ignoré : ${candidate.file} (${candidate.origin}) ${reason}.`);
  }
  return await builtByGo(onProgress, env, signal);
}

async function candidates(env: NodeJS.ProcessEnv): Promise<Candidate[]> {
  const onPath = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const goPath = await goEnvironment('GOPATH', env);
  return [
    ...onPath.map(folder => ({ file: join(folder, EXE), origin: 'PATH' })),
    ...(await sdkDownload()),
    { file: join(cacheFolder(env), EXE), origin: 'cache de Jalon' },
    ...(goPath === undefined ? [] : [{ file: join(goPath, 'bin', EXE), origin: 'Go' }]),
  ];
}

/** The file the SDK's test environment leaves in the temporary folder; only ours or root's is trusted there. */
async function sdkDownload(): Promise<Candidate[]> {
  const { version } = createRequire(import.meta.url)('@temporalio/client/package.json') as { version: string };
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const file = join(tmpdir(), `temporal-sdk-typescript-${version}${suffix}`);
  if (!(await isExecutable(file))) return [];
  const owner = (await stat(file)).uid;
  const trusted = process.getuid === undefined || owner === 0 || owner === process.getuid();
  return trusted ? [{ file, origin: 'téléchargé par le SDK' }] : [];
}

function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'jalon', `temporal-${CLI_VERSION}`);
}

async function unfit(file: string): Promise<string | undefined> {
  const printed = await printedBy(file, ['--version']);
  const version = printed === undefined ? undefined : serverVersion(printed);
  if (version === undefined) return 'ne dit pas la version de son serveur';
  if (isAtLeast(version, OLDEST_SERVER)) return undefined;
  return `porte le serveur ${version}, trop ancien : il faut ${OLDEST_SERVER} ou plus récent`;
}

async function builtByGo(onProgress: OnProgress, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<string> {
  const printed = await printedBy('go', ['version'], env);
  const version = printed === undefined ? undefined : goVersion(printed);
  if (version === undefined || !isAtLeast(version, OLDEST_GO)) throw new StartupError(remedies(version));
  const folder = cacheFolder(env);
  await mkdir(folder, { recursive: true });
  onProgress(`Construction de Temporal ${CLI_VERSION} avec Go ${version}, une seule fois, environ trois minutes…`);
  await withProgress('Construction de Temporal', onProgress, () => goInstall(folder, env, signal));
  return join(folder, EXE);
}

async function goInstall(folder: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<void> {
  const args = ['install', '-ldflags=-s -w', `github.com/temporalio/cli/cmd/temporal@v${CLI_VERSION}`];
  try {
    await run('go', args, {
      env: { ...env, GOBIN: folder },
      maxBuffer: 64 * 1024 * 1024,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new StartupError(`La construction de Temporal a échoué. ${remedies(undefined)}`, { cause: error });
  }
}

function remedies(tooOldGo: string | undefined): string {
  return [
    `Aucun serveur Temporal (${OLDEST_SERVER} ou plus récent) n'a été trouvé. Au choix :`,
    `  - installez la commande « temporal » (https://docs.temporal.io/cli) et mettez-la sur le PATH ;`,
    `  - installez Go ${OLDEST_GO} ou plus récent${tooOldGo === undefined ? '' : ` (trouvé : ${tooOldGo})`} : Jalon construira Temporal lui-même ;`,
    `  - désignez un serveur qui tourne déjà : TEMPORAL_ADDRESS=hôte:port.`,
  ].join('\n');
}

async function goEnvironment(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const value = (await printedBy('go', ['env', name], env))?.trim().split(delimiter)[0];
  return value === '' ? undefined : value;
}

async function printedBy(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  try {
    return (await run(command, args, { env })).stdout;
  } catch {
    return undefined; // Absent or broken: the caller tries the next one and says so.
  }
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
