import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFile } from '../../../src/startup/project-file.js';

const FOLDERS = ['src', 'workflows', 'activities', 'migrations', 'bench', 'test'];

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'jalon-boundaries-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.all.json', 'package.json'])
    await cp(projectFile(name), join(root, name));
  await symlink(projectFile('node_modules'), join(root, 'node_modules'));
  for (const folder of FOLDERS) await mkdir(join(root, folder));
});

afterEach(() => rm(root, { recursive: true }));

/** What `npm run boundaries` says of a house of these files. */
async function violationsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const { stderr, status } = spawnSync(process.execPath, [projectFile('tools', 'boundaries.mjs'), root], {
    encoding: 'utf8',
  });
  const violations = stderr.split('\n').filter(line => line.startsWith('error '));
  expect(status).toBe(violations.length === 0 ? 0 : 1);
  return violations;
}

const LEAF = 'export const leaf = 1;\n';
const knows = (path: string) => `import { leaf } from '${path}';\nexport const value = leaf;\n`;

describe('the boundaries of the house', () => {
  it('let a floor know those below it', async () => {
    expect(await violationsOf({ 'src/record/a.ts': knows('../access/b.js'), 'src/access/b.ts': LEAF })).toEqual([]);
  });

  it('refuse an arrow that goes up', async () => {
    expect(await violationsOf({ 'src/record/a.ts': knows('../api/b.js'), 'src/api/b.ts': LEAF })).toEqual([
      'error floors-record: src/record/a.ts → src/api/b.ts',
    ]);
  });

  it('refuse a folder that has no floor', async () => {
    const files = { 'src/attic/a.ts': knows('../database/b.js'), 'src/database/b.ts': LEAF };
    expect(await violationsOf(files)).toEqual(['error every-folder-has-its-floor: src/attic/a.ts → src/database/b.ts']);
  });

  it.each([
    ['two folders of a floor', 'src/access', 'src/database', '..'],
    ['a folder and one inside it', 'src/record', 'src/record/journal', ''],
  ])('refuse a circle of %s, though no file is in a circle', async (_, outer, inner, up) => {
    const [there, back] = up === '' ? ['./journal', '..'] : ['../database', '../access'];
    const files = {
      [`${outer}/a.ts`]: knows(`${there}/c.js`),
      [`${outer}/b.ts`]: LEAF,
      [`${inner}/c.ts`]: LEAF,
      [`${inner}/d.ts`]: knows(`${back}/b.js`),
    };
    expect(await violationsOf(files)).toEqual([`error no-circle-of-folders: ${outer}, ${inner}`]);
  });

  it.each([
    ['SQL', "export const sql = 'UPDATE dossiers SET version = 2';"],
    ['SQL in a template', 'export const sql = (table: string) => `DELETE FROM ${table}`;'],
    ['the manager of TypeORM', "export const write = (manager: any) => manager.insert('dossiers', {});"],
  ])('refuse a write outside the record, by %s', async (_, text) => {
    const [violation, ...others] = await violationsOf({ 'src/poles/write.ts': text });
    expect(violation).toMatch(/^error only-the-record-writes: src\/poles\/write\.ts:1: /);
    expect(others).toEqual([]);
  });

  it('let the record write', async () => {
    const text = "export const sql = 'UPDATE dossiers SET version = 2';";
    expect(await violationsOf({ 'src/record/write.ts': text })).toEqual([]);
  });
});
