import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache');
const results = join(cache, 'jest-results.json');
const jestArguments = process.argv.slice(2);

const bin = name => join(root, 'node_modules/.bin', name);
const sources = () =>
  ['src', 'workflows', 'activities', 'migrations', 'bench', 'test'].filter(name => existsSync(join(root, name)));
const jestOptions = [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const PREPARE = { name: 'prepare', command: process.execPath, args: ['tools/prepare.mjs'] };
const CHECKS = [
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: bin('oxlint'), args: ['--config', '.oxlintrc.json', '--disable-nested-config', '.'] },
  { name: 'boundaries', command: bin('depcruise'), args: ['--config', '.dependency-cruiser.cjs', ...sources()] },
  { name: 'types', command: bin('tsc'), args: ['-p', 'tsconfig.all.json'] },
];
const JEST = {
  name: 'tests',
  command: bin('jest'),
  args: ['--json', `--outputFile=${results}`, ...jestArguments],
  env: { NODE_OPTIONS: jestOptions.filter(Boolean).join(' ') },
};

let child;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    interrupted = true;
    child?.kill(signal);
  });

function run({ command, args, env }) {
  return new Promise((resolve, reject) => {
    child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('close', code => resolve(code === 0));
  });
}

/** Whether the step succeeded; says so with its seconds. */
async function step(action) {
  if (interrupted) return false;
  const begun = performance.now();
  const passed = await run(action);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${passed ? '✓' : '✗'} ${action.name} (${seconds} s)`);
  return passed;
}

/** What Jest lets pass though it proves nothing: a run without a test, or a suite of which every test was skipped. */
function emptySuites() {
  const { numPassedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  if (numPassedTests === 0) return ['the whole run'];
  if (jestArguments.length > 0) return [];
  const ran = suite => suite.assertionResults.some(({ status }) => status === 'passed' || status === 'failed');
  return testResults.filter(suite => !ran(suite)).map(suite => suite.name.slice(root.length));
}

async function main() {
  rmSync(results, { force: true });
  if (!(await step(PREPARE))) return false;
  mkdirSync(cache, { recursive: true });
  const checked = [];
  for (const check of CHECKS) checked.push(await step(check));
  if (checked.includes(false)) return false;
  if (!(await step(JEST))) return false;
  const empty = emptySuites();
  for (const name of empty) console.error(`✗ no test ran in ${name}`);
  return empty.length === 0;
}

process.exitCode = (await main()) ? 0 : 1;
