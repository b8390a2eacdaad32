import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];
const COMPILED = ['src', 'workflows', 'activities', 'migrations', 'bench'];
const CONFIGURED = ['tsconfig.json', 'package-lock.json'];

/** Makes sure Node is recent enough, dependencies are installed and `dist` is fresh; throws a French message if not. */
export function prepare() {
  requireNode();
  installDependencies();
  compile();
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Jalon demande Node ${OLDEST_NODE.join('.')} ou plus récent ; celui-ci est ${process.versions.node}.`,
  );
}

function installDependencies() {
  const installed = modified(join(root, 'node_modules', '.package-lock.json'));
  if (installed > 0 && installed >= modified(join(root, 'package-lock.json'))) return;
  console.error('Installation des dépendances (npm ci)…');
  const windows = process.platform === 'win32';
  run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit'], 'L’installation des dépendances', windows);
}

function compile() {
  const stamp = join(root, 'dist', '.built');
  const built = modified(stamp);
  if (built > 0 && built >= newestSource()) return;
  const startedAt = new Date();
  console.error('Compilation…');
  // What was compiled from a source since removed must not linger; a whole build starts from nothing.
  if (built === 0) rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'],
    'La compilation',
  );
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
  // A source that was saved while it compiled is newer than this date, and compiled next time.
  utimesSync(stamp, startedAt, startedAt);
}

function run(command, args, what, shell = false) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (error) throw new Error(`${what} n'a pas pu démarrer : ${error.message}`);
  if (status !== 0) throw new Error(`${what} a échoué (code ${status}).`);
}

function newestSource() {
  const sources = COMPILED.flatMap(folder => filesUnder(join(root, folder)));
  return Math.max(...[...sources, ...CONFIGURED.map(name => join(root, name))].map(modified));
}

/** The folders too: their date changes when a file is removed. */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...entries.map(entry => join(entry.parentPath, entry.name))];
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    prepare();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
