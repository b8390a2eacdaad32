import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RuleBook } from '../../src/reglement/load.js';
import { projectFile } from '../../src/startup/project-file.js';

/** The rules of the house, of which the règlement in force today says something else: read and checked as they are at boot. */
export function changedBook(change: object): RuleBook {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-data-'));
  try {
    cpSync(projectFile('data'), folder, { recursive: true });
    const file = join(folder, 'reglements', '2019-poles-ess.json');
    const reglement = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...reglement, ...change }));
    return RuleBook.load(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
