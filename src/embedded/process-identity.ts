import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readIfPresent } from './home-folder.js';

const run = promisify(execFile);

/** Whether a process runs under this number. */
function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** `number start`: a number that the system has given to another process since is not mistaken for the first. */
export async function processIdentity(pid: number): Promise<string> {
  return `${pid} ${(await startOf(pid)) ?? ''}`.trim();
}

/** Whether the process that {@link processIdentity} described still runs. */
export async function stillRuns(identity: string): Promise<boolean> {
  const pid = Number(identity.split(' ')[0]);
  return isAlive(pid) && (await processIdentity(pid)) === identity;
}

async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return await startSaidByPs(pid);
  const stat = await readIfPresent(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

async function startSaidByPs(pid: number): Promise<string | undefined> {
  try {
    return (await run('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim();
  } catch {
    return undefined; // No such process, or no `ps` here: the number alone identifies it.
  }
}
