import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartupError } from '../startup/startup-error.js';

const run = promisify(execFile);

/** The user PostgreSQL runs as when we are root, which it refuses; nothing when it runs as ourselves. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const PREFERRED = ['postgres', 'nobody'];

/** Who runs PostgreSQL here: ourselves, or for root an existing unprivileged user. */
export async function serverUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'));
  for (const name of PREFERRED) {
    const [, , uid, gid] = users.find(fields => fields[0] === name) ?? [];
    if (uid !== undefined && gid !== undefined && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartupError(
    `PostgreSQL refuse de tourner en root et aucun utilisateur ${PREFERRED.join(' ou ')} n'existe. Lancez Jalon sous un autre compte.`,
  );
}

/** Whether that user can enter a folder, or run a program, whatever the folders above it allow. */
export async function canReach(user: ServerUser | undefined, path: string): Promise<boolean> {
  if (user === undefined) return true;
  try {
    await run('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid: user.uid, gid: user.gid, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/** The owner of an existing data folder, else `user`: what one user created, the same user must serve. */
export async function ownerOrElse(user: ServerUser | undefined, folder: string): Promise<ServerUser | undefined> {
  if (user === undefined) return undefined;
  const { uid, gid } = await stat(folder);
  return uid === 0 ? user : { uid, gid };
}

/** Creates a folder that this user alone may enter. */
export async function makeOwnFolder(user: ServerUser | undefined, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user !== undefined && (await stat(folder)).uid === 0) await chown(folder, user.uid, user.gid);
}
