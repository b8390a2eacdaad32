import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderCircles } from './folder-circles.mjs';
import { writesOutsideTheRecord } from './sql-writers.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const root = process.argv[2] ?? project;
const CRUISED = ['src', 'workflows', 'activities', 'migrations', 'bench', 'test'];

/** The capabilities of the domain know each other as the law does: docs/decisions/2026-11-30-rooms-and-floors.md. */
const isWatched = folder => /^(?:src|workflows|activities)\b/.test(folder) && !/^src\/domain\b/.test(folder);

const cruiser = join(project, 'node_modules', '.bin', 'depcruise');
const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...CRUISED];
const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
if (stdout === '') throw new Error(stderr);
const { modules, summary } = JSON.parse(stdout);

const violations = [
  ...summary.violations.map(({ rule, from, to, via, cycle }) => {
    const way = (via ?? cycle ?? []).map(({ name }) => name).join(' → ');
    return `${rule.name}: ${from} → ${way || to}`;
  }),
  ...folderCircles(modules, isWatched).map(circle => `no-circle-of-folders: ${circle.join(', ')}`),
  ...writesOutsideTheRecord(root).map(place => `only-the-record-writes: ${place}`),
];
for (const violation of violations) console.error(`error ${violation}`);
console.log(`${violations.length} violations, ${modules.length} modules`);
process.exitCode = violations.length === 0 ? 0 : 1;
