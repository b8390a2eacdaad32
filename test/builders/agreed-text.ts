import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was read and agreed upon, in a file; `JALON_FREEZE=1` keeps there what is said now, to be read again. */
export function agreedText(file: string, text: string): string {
  if (process.env['JALON_FREEZE'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return readFileSync(file, 'utf8');
}
