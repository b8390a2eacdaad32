import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Random walks through every act: seconds each, and another verdict at each run. */
const WALKS = 'properties.test.ts';

/** Every test of the rules in one file: the mutation runner loads the domain once for a mutant, not once a file. */
const suites = ['domain', 'story'].flatMap(part => {
  const folder = join(import.meta.dirname, '..', part);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts') && name !== WALKS)
    .map(name => join(folder, name));
});
const pages = suites.filter(suite => suite.endsWith('pages.test.ts'));
for (const suite of new Set([...pages, ...suites.sort()])) await import(suite);
