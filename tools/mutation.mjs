import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedEnvironment } from './node.mjs';

const FLOOR = 80;
const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'node_modules/.cache/mutation');
const scores = join(reports, 'scores.json');
const capabilities = readdirSync(join(root, 'src/domain')).sort();
const asked = process.argv.slice(2);
const onlyScores = asked[0] === '--scores';

let child;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child?.kill(signal));

/** Mutates a folder of the domain, or one of its files, and leaves its report. Resolves to whether Stryker finished. */
function mutate(part) {
  console.log(`Mutating src/domain/${part}`);
  return new Promise((resolve, reject) => {
    child = spawn(join(root, 'node_modules/.bin/stryker'), ['run'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...pinnedEnvironment(), JALON_MUTATED: part },
    });
    child.once('error', reject);
    child.once('close', code => resolve(code === 0));
  });
}

const COUNTED = {
  Killed: 'seen',
  Timeout: 'seen',
  Survived: 'survived',
  NoCoverage: 'uncovered',
  RuntimeError: 'broken',
  Ignored: 'wording',
};
const NONE = { seen: 0, survived: 0, uncovered: 0, broken: 0, wording: 0 };
const sum = (one, other) => Object.fromEntries(Object.keys(NONE).map(key => [key, one[key] + other[key]]));
const known = () => (existsSync(scores) ? JSON.parse(readFileSync(scores, 'utf8')) : {});

/** Keeps, file by file, what became of the mutants of a part: a file run again replaces what was known of it. */
function keep(part) {
  const { files } = JSON.parse(readFileSync(join(reports, `${part.replaceAll('/', '-')}.json`), 'utf8'));
  const on = new Date().toISOString().slice(0, 10);
  const counted = Object.entries(files).map(([file, { mutants }]) => {
    const statuses = mutants.map(({ status }) => ({ ...NONE, [COUNTED[status]]: 1 }));
    return [file.replace('src/domain/', ''), { ...statuses.reduce(sum, NONE), on }];
  });
  writeFileSync(scores, JSON.stringify({ ...known(), ...Object.fromEntries(counted) }, null, 1));
}

const score = ({ seen, survived, uncovered }) => (100 * seen) / (seen + survived + uncovered);
const row = (name, counts, on) =>
  `| ${[name, ...Object.values(counts), `${score(counts).toFixed(1)} %`, on].join(' | ')} |`;

/** Prints what is known as the table of the guide, with the oldest day of each line, and returns the total score. */
function printScores() {
  const files = Object.entries(known());
  const of = capability => files.filter(([file]) => file.startsWith(`${capability}/`)).map(([, counts]) => counts);
  const lines = capabilities.map(name => ({ name, counted: of(name) })).filter(({ counted }) => counted.length > 0);
  console.log('| Capability | Seen | Survived | Not covered | Broke the load | Wording | Score | On |');
  console.log('| --- | --: | --: | --: | --: | --: | --: | --- |');
  for (const { name, counted } of [...lines, { name: 'all', counted: files.map(([, counts]) => counts) }])
    console.log(row(name, counted.reduce(sum, NONE), counted.map(({ on }) => on).sort()[0]));
  return score(files.map(([, counts]) => counts).reduce(sum, NONE));
}

async function main() {
  const parts = onlyScores || asked.length === 0 ? capabilities : asked;
  const unknown = parts.filter(part => !existsSync(join(root, 'src/domain', part)));
  if (unknown.length > 0)
    throw new Error(`Not in src/domain: ${unknown.join(', ')}. There are: ${capabilities.join(', ')}.`);
  for (const part of onlyScores ? [] : parts) {
    if (!(await mutate(part))) return false;
    keep(part);
  }
  return printScores() >= FLOOR;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
