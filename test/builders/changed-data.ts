import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RuleBook } from '../../src/reglement/load.js';
import { projectFile } from '../../src/startup/project-file.js';

/** The sentence with which a book of rules is refused once something is changed in a file of its data; empty when it is read. */
export function bootRefusal(file: string, from: string | RegExp, to: string): string {
  const data = mkdtempSync(join(tmpdir(), 'jalon-data-'));
  try {
    cpSync(projectFile('data'), data, { recursive: true });
    const path = join(data, file);
    const sound = readFileSync(path, 'utf8');
    const changed = sound.replace(from, to);
    if (changed === sound) throw new Error(`Rien n'a changé dans ${file}`);
    writeFileSync(path, changed);
    return refusalOf(data);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function refusalOf(data: string): string {
  try {
    RuleBook.load(data);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
