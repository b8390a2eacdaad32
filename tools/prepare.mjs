import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pinnedNode } from './node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What bootstraps: enough to run npm, which brings the Node that everything runs on. */
const OLDEST_NODE = [20, 19];
const COMPILED = ['src', 'workflows', 'activities', 'migrations', 'bench'];
const CONFIGURED = ['tsconfig.json', 'package-lock.json'];
const STAMP = join(root, 'dist', '.built');
const LOCK = join(root, '.preparing');

/** Makes sure that dependencies are installed, the pinned Node among them, and `dist` fresh; throws a French message if not. */
export function prepare() {
  requireNode();
  if (!isInstalled() || !isBuilt())
    alone(() => {
      if (!isInstalled()) installDependencies();
      if (!isBuilt()) compile();
    });
  pinnedNode();
}

/** Two commands typed at once on a fresh clone prepare it one after the other; a lock whose holder died is taken. */
function alone(work) {
  while (!takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0;
    if (holder > 0 && !isRunning(holder)) rmSync(LOCK, { force: true });
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Jalon demande Node ${OLDEST_NODE.join('.')} ou plus récent pour s’installer ; celui-ci est ${process.versions.node}.`,
  );
}

function isInstalled() {
  const installed = modified(join(root, 'node_modules', '.package-lock.json'));
  return installed > 0 && installed >= modified(join(root, 'package-lock.json'));
}

function installDependencies() {
  console.error('Installation des dépendances (npm ci)…');
  const windows = process.platform === 'win32';
  run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit'], 'L’installation des dépendances', windows);
}

function isBuilt() {
  const built = modified(STAMP);
  return built > 0 && built >= newestSource();
}

function compile() {
  const startedAt = new Date();
  console.error('Compilation…');
  // What was compiled from a source since removed must not linger; a whole build starts from nothing.
  if (modified(STAMP) === 0) rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(pinnedNode(), [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'], 'La compilation');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(STAMP, '');
  // A source that was saved while it compiled is newer than this date, and compiled next time.
  utimesSync(STAMP, startedAt, startedAt);
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
