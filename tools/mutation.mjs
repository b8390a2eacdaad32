import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FLOOR = 80;
const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'node_modules/.cache/mutation');
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
      env: { ...process.env, JALON_MUTATED: part },
    });
    child.once('error', reject);
    child.once('close', code => resolve(code === 0));
  });
}

const reportOf = part => join(reports, `${part.replaceAll('/', '-')}.json`);
const none = { seen: 0, survived: 0, uncovered: 0, broken: 0, wording: 0 };
const COUNTED = {
  Killed: 'seen',
  Timeout: 'seen',
  Survived: 'survived',
  NoCoverage: 'uncovered',
  RuntimeError: 'broken',
  Ignored: 'wording',
};

/** What became of the mutants of a part, from its last report. */
function counts(part) {
  const { files } = JSON.parse(readFileSync(reportOf(part), 'utf8'));
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => COUNTED[status]));
  return statuses.reduce((sum, status) => ({ ...sum, [status]: sum[status] + 1 }), none);
}

const score = ({ seen, survived, uncovered }) => (100 * seen) / (seen + survived + uncovered);
const line = (name, one) =>
  `| ${[name, ...Object.keys(none).map(key => one[key]), `${score(one).toFixed(1)} %`].join(' | ')} |`;

/** Prints the scores of some parts as the table of the guide, and returns the total. */
function printScores(parts) {
  const rows = parts.filter(part => existsSync(reportOf(part))).map(part => ({ part, ...counts(part) }));
  const total = rows.reduce(
    (sum, row) => Object.fromEntries(Object.keys(none).map(key => [key, sum[key] + row[key]])),
    none,
  );
  console.log('| Capability | Seen | Survived | Not covered | Broke the load | Wording | Score |');
  console.log('| --- | --: | --: | --: | --: | --: | --: |');
  for (const { part, ...row } of rows) console.log(line(part, row));
  console.log(line('all', total));
  return score(total);
}

async function main() {
  const parts = onlyScores || asked.length === 0 ? capabilities : asked;
  const unknown = parts.filter(part => !existsSync(join(root, 'src/domain', part)));
  if (unknown.length > 0)
    throw new Error(`Not in src/domain: ${unknown.join(', ')}. There are: ${capabilities.join(', ')}.`);
  for (const part of onlyScores ? [] : parts) if (!(await mutate(part))) return false;
  return printScores(parts) >= FLOOR;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
