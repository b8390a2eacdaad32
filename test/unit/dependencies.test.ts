import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { projectFile } from '../../src/startup/project-file.js';

const read = (...path: string[]) => readFileSync(projectFile(...path), 'utf8');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json')) as Manifest;
const declared = { ...dependencies, ...optionalDependencies, ...devDependencies };

describe('The dependencies', () => {
  it('have each a line in the decision that lists them, which lists nothing else', () => {
    const lines = read('docs', 'decisions', '2026-11-23-dependencies.md')
      .split('\n')
      .filter(line => line.startsWith('|'));
    const listed = lines.flatMap(line =>
      [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(listed.toSorted()).toEqual(Object.keys(declared).toSorted());
  });

  it('are at exact versions', () => {
    const floating = Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(floating).toEqual([]);
  });
});
