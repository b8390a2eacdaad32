import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { nextFile } from './suite.mjs';

/** Walks through every act and whole lives, at random or one after the other: ten seconds and more each. */
const WALKS = ['properties', 'carried-on', 'reminders-once', 'reminders-stopped'].map(name => `${name}.test.js`);

/** The same values at each run: a mutant is seen, or not, whatever the day. */
fc.configureGlobal({ seed: 1_901 });

const suites = ['domain', 'story'].flatMap(part =>
  readdirSync(join(import.meta.dirname, '../../test', part), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.js') && !WALKS.includes(name))
    .map(name => `../../test/${part}/${name}`),
);
const pages = suites.filter(suite => suite.endsWith('pages.test.js'));

/** Lists the tests of the rules, a file at each step: those asked for first, then the pages, which see most of the changes of a table. */
export async function* listed(first) {
  for (const suite of new Set([...first, ...pages, ...suites.sort()])) {
    nextFile(suite);
    yield await import(suite);
  }
}
