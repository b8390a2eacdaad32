import { createHash } from 'node:crypto';
import { hostname } from 'node:os';

/** The build of some stories, in twelve letters: the same code has the same. */
export function buildOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 12);
}

/** How a worker is known to the server: its process, its machine, and what it tells. */
export function identityOf(build: string): string {
  return `${process.pid}@${hostname()}#${build}`;
}

/** The build that a worker's identity says; undefined when it says none. */
export function buildOf(identity: string): string | undefined {
  return identity.split('#')[1];
}
