import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FulfilledExpectation } from '../domain/dossier/expectations.js';
import { projectFile } from '../startup/project-file.js';
import { rehearse } from './rehearse.js';

/** The stages of the story as a process holds them: which build they are, and what they await. */
export class Stages {
  /** A list of facts never changes: what is awaited on it is told once. */
  private readonly awaitedCache = new WeakMap<readonly FulfilledExpectation[], Promise<readonly string[]>>();

  constructor(
    readonly id: string,
    private readonly tell: (facts: readonly FulfilledExpectation[]) => Promise<readonly string[]> = facts =>
      rehearse(facts),
  ) {}

  /** Whether these stages open and withdraw: they are those of the build that was named, if one was. */
  decide(named: string | null): boolean {
    return named === null || named === this.id;
  }

  /** The keys that the story awaits on some facts, sorted. */
  awaited(facts: readonly FulfilledExpectation[]): Promise<readonly string[]> {
    const awaited = this.awaitedCache.get(facts) ?? this.tell(facts);
    this.awaitedCache.set(facts, awaited);
    return awaited;
  }
}

const IMPORTED = /from '(\.[^']+)'/g;

/** The compiled files from which the life of a pôle is told, in the order in which they are met. */
function filesFrom(file: string, met = new Set<string>()): ReadonlySet<string> {
  if (met.has(file)) return met;
  met.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED))
    filesFrom(resolve(dirname(file), path), met);
  return met;
}

/** The build of a compiled file and of all that it is made of: twelve letters, the same for the same code. */
export function buildOfFiles(first: string): string {
  const hash = createHash('sha256');
  for (const file of filesFrom(first)) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** The stages of this program. */
export const STAGES = new Stages(buildOfFiles(projectFile('dist', 'workflows', 'life.js')));
