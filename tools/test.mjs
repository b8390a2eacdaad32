import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedEnvironment } from './node.mjs';
import { slowest } from './slowest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache');
const results = join(cache, 'jest-results.json');

/** `--quick`: the checks, then what starts no server. `--long`: what is long by nature, at its full length. */
const MODES = {
  '--quick': () => ({ args: ['--selectProjects', 'unit'] }),
  '--long': () => ({ args: longForms(), env: { JALON_TEST_FORM: 'long' } }),
};
const mode = MODES[process.argv[2]]?.();
/** Everything else goes to Jest. */
const jestArguments = process.argv.slice(mode ? 3 : 2);

const bin = name => join(root, 'node_modules/.bin', name);
const jestOptions = [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const formatCache = ['--cache', '--cache-strategy', 'content'];

const PREPARE = { name: 'prepare', command: process.execPath, args: ['tools/prepare.mjs'] };
const CHECKS = [
  { name: 'types', command: bin('tsc'), args: ['-p', 'tsconfig.all.json'] },
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', ...formatCache, '.'] },
  { name: 'boundaries', command: process.execPath, args: ['tools/boundaries.mjs'] },
  { name: 'unused', command: bin('knip'), args: [] },
  { name: 'lint', command: bin('oxlint'), args: ['--config', '.oxlintrc.json', '--disable-nested-config', '.'] },
];
const JEST = {
  name: 'tests',
  command: bin('jest'),
  args: ['--json', `--outputFile=${results}`, ...jestArguments, ...(mode?.args ?? [])],
  env: { NODE_OPTIONS: jestOptions.filter(Boolean).join(' '), ...mode?.env },
};

/** The tests that take more in their long form. */
function longForms() {
  const files = readdirSync(join(root, 'test'), { recursive: true }).filter(name => /\.test\.tsx?$/.test(name));
  return files.filter(name => readFileSync(join(root, 'test', name), 'utf8').includes('inForm('));
}

const children = new Set();
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    interrupted = true;
    for (const child of children) child.kill(signal);
  });

/** Whether a command succeeded, and what it said unless it said it at once. */
function run({ command, args, env }, stdio) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio, env: { ...pinnedEnvironment(), ...env } });
    children.add(child);
    const said = [];
    child.stdout?.on('data', words => said.push(words));
    child.stderr?.on('data', words => said.push(words));
    child.once('error', reject);
    child.once('close', code => {
      children.delete(child);
      resolve({ passed: code === 0, said: Buffer.concat(said).toString() });
    });
  });
}

/** Whether the step succeeded; says so with its seconds. One that is `aside` speaks only when it has ended. */
async function step(action, aside = false) {
  if (interrupted) return false;
  const begun = performance.now();
  const { passed, said } = await run(action, aside ? ['ignore', 'pipe', 'pipe'] : 'inherit');
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(said);
  console.log(`${passed ? '✓' : '✗'} ${action.name} (${seconds} s)`);
  return passed;
}

/** What Jest lets pass though it proves nothing: a run without a test, or a suite of which every test was skipped. */
function emptySuites({ numPassedTests, testResults }) {
  if (numPassedTests === 0) return ['the whole run'];
  if (jestArguments.length > 0) return [];
  const ran = suite => suite.assertionResults.some(({ status }) => status === 'passed' || status === 'failed');
  return testResults.filter(suite => !ran(suite)).map(suite => suite.name.slice(root.length));
}

async function tests() {
  const passed = await step(JEST);
  if (!existsSync(results)) return false;
  const told = JSON.parse(readFileSync(results, 'utf8'));
  console.log(`\n${slowest(told, root)}`);
  const empty = passed ? emptySuites(told) : [];
  for (const name of empty) console.error(`✗ no test ran in ${name}`);
  return passed && empty.length === 0;
}

async function main() {
  rmSync(results, { force: true });
  if (!(await step(PREPARE))) return false;
  mkdirSync(cache, { recursive: true });
  const checked = await Promise.all(CHECKS.map(check => step(check, true)));
  return !checked.includes(false) && (await tests());
}

process.exitCode = (await main()) ? 0 : 1;
