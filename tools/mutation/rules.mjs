import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { nextFile } from './suite.mjs';

/** Random walks through every act: seconds each, and another verdict at each run. */
const WALKS = 'properties.test.js';

/** The same values at each run: a mutant is seen, or not, whatever the day. */
fc.configureGlobal({ seed: 1_901 });

const suites = ['domain', 'story'].flatMap(part =>
  readdirSync(join(import.meta.dirname, '../../test', part), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.js') && name !== WALKS)
    .map(name => `../../test/${part}/${name}`),
);
const pages = suites.filter(suite => suite.endsWith('pages.test.js'));
/** They go through whole lives, ten seconds and more each: what another one sees is not asked of them. */
const long = ['carried-on', 'reminders-once', 'reminders-stopped'].map(name => `../../test/domain/${name}.test.js`);

/** Lists the tests of the rules, a file at each step: those asked for first, then the pages, which see most of the changes of a table; the long ones last. */
export async function* listed(first) {
  for (const suite of new Set([...first, ...pages, ...suites.sort().filter(name => !long.includes(name)), ...long])) {
    nextFile(suite, long.includes(suite));
    yield await import(suite);
  }
}
