import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writesOutsideTheRecord } from './sql-writers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const CRUISED = ['src', 'workflows', 'activities', 'migrations', 'bench', 'test'];

const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const { status } = spawnSync(process.execPath, [cruiser, '--config', '.dependency-cruiser.cjs', ...CRUISED], {
  cwd: root,
  stdio: 'inherit',
});

const writes = writesOutsideTheRecord(root);
for (const place of writes) console.error(`error only-the-record-writes: ${place}`);

process.exitCode = status === 0 && writes.length === 0 ? 0 : 1;
