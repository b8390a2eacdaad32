import { tmpdir } from 'node:os';
import { join } from 'node:path';

const part = process.env.JALON_MUTATED ?? '';
const name = part.replaceAll('/', '-') || 'domain';
const mutated = part.endsWith('.ts') ? `src/domain/${part}` : join('src/domain', part, '**/*.ts');
const reports = `node_modules/.cache/mutation/${name}`;

/** Run by `npm run mutation`, which says what to mutate. Why each setting: docs/decisions/2026-11-23-mutation-testing.md. */
export default {
  testRunner: 'rules',
  plugins: ['./tools/mutation/rules-runner.mjs', './tools/mutation/wording.mjs'],
  buildCommand: `node ${join(import.meta.dirname, 'tools/mutation/build.mjs')}`,
  mutate: [mutated],
  ignorers: ['wording'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  maxTestRunnerReuse: 60,
  timeoutMS: 20_000,
  ignorePatterns: ['dist', 'containers', 'test/house', 'test/replay', '.jalon'],
  tempDirName: join(tmpdir(), 'jalon-mutation'),
  cleanTempDir: 'always',
  reporters: ['json', 'html', 'clear-text', 'progress-append-only'],
  clearTextReporter: {
    allowColor: false,
    logTests: false,
    reportTests: false,
    reportMutants: false,
    reportScoreTable: false,
  },
  jsonReporter: { fileName: `${reports}.json` },
  htmlReporter: { fileName: `${reports}.html` },
  allowConsoleColors: false,
  checkers: [],
  packageManager: 'npm',
};
