import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeHome, readIfPresent } from './home-folder.js';
import { processIdentity, stillRuns } from './process-identity.js';
import { StartupError } from '../startup/startup-error.js';

export interface InstanceLock {
  /** Gives the folder back. Doing it again changes nothing. */
  release(): Promise<void>;
}

const ATTEMPTS = 5;

/**
 * Takes the folder for this process: two servers on the same files would corrupt them.
 * Refused while the process that holds it lives; the lock of a dead process is taken over.
 */
export async function lockInstance(home: string): Promise<InstanceLock> {
  await makeHome(home);
  const file = join(home, 'lock');
  const identity = await processIdentity(process.pid);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await createdExclusively(file, identity)) return { release: () => releaseOwn(file, identity) };
    const holder = await readIfPresent(file);
    if (holder !== undefined) await removeIfDead(file, holder);
  }
  throw new StartupError(`Le verrou ${file} ne se laisse pas prendre. Supprimez-le si Jalon ne tourne pas.`);
}

async function removeIfDead(file: string, holder: string): Promise<void> {
  if (await stillRuns(holder)) {
    throw new StartupError(`Jalon tourne déjà dans ce dossier (processus ${holder.split(' ')[0]}).`);
  }
  // Only if still the same dead holder's: another start may have taken it over meanwhile.
  if ((await readIfPresent(file)) === holder) await rm(file, { force: true });
}

async function createdExclusively(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function releaseOwn(file: string, identity: string): Promise<void> {
  if ((await readIfPresent(file)) === identity) await rm(file, { force: true });
}
