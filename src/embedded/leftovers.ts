import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readIfPresent, writePrivate } from './home-folder.js';
import { processIdentity, stillRuns } from './process-identity.js';

const POLL_MS = 100;
const POLLS = 100;

/** Notes the processes of this instance, so that the next start finds them should this one be killed outright. */
export async function noteProcesses(home: string, pids: readonly number[]): Promise<void> {
  const identities = await Promise.all(pids.map(processIdentity));
  await writePrivate(join(home, 'processes'), identities.join('\n'));
}

/** Every process has ended: nothing is left to find. */
export async function forgetProcesses(home: string): Promise<void> {
  await rm(join(home, 'processes'), { force: true });
}

/**
 * Ends what an instance that was killed outright left running in this folder, and says how many it ended.
 * Only while holding the folder's lock.
 */
export async function endLeftovers(home: string): Promise<number> {
  const noted = ((await readIfPresent(join(home, 'processes'))) ?? '').split('\n').filter(Boolean);
  const ended = await Promise.all(noted.map(endOne));
  await forgetProcesses(home);
  return ended.filter(Boolean).length;
}

async function endOne(identity: string): Promise<boolean> {
  if (!(await stillRuns(identity))) return false;
  const pid = Number(identity.split(' ')[0]);
  process.kill(pid, 'SIGINT');
  for (let poll = 0; poll < POLLS; poll += 1) {
    if (!(await stillRuns(identity))) return true;
    await delay(POLL_MS);
  }
  process.kill(pid, 'SIGKILL');
  return true;
}
