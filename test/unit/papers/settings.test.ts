import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '../../../src/startup/project-file.js';

const VARIABLE = /'((?:JALON|TEMPORAL)_[A-Z_]+|(?:OWNER_)?DATABASE_URL)'/g;

/** The variables that the code names between quotes, to read them. */
function readByTheCode(): ReadonlySet<string> {
  const files = readdirSync(projectFile('src'), { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  );
  const texts = files.map(name => readFileSync(join(projectFile('src'), name), 'utf8'));
  return new Set(texts.flatMap(text => [...text.matchAll(VARIABLE)].map(([, name = '']) => name)));
}

/** The variables of the first column of the guide. */
function documented(): ReadonlySet<string> {
  const guide = readFileSync(projectFile('docs', 'guides', 'settings.md'), 'utf8');
  const cells = guide.split('\n').flatMap(line => /^\| (`[^|]*) \|/.exec(line)?.[1] ?? []);
  return new Set(cells.flatMap(cell => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name)));
}

describe('The guide of the settings', () => {
  it('tells of every variable that the code reads, and of no other', () => {
    expect([...documented()].sort()).toEqual([...readByTheCode()].sort());
  });
});
