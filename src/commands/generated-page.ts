import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { projectFile } from '../startup/project-file.js';

/** Writes a generated page, or with `--check` says whether the committed one is fresh. */
export function keepPage(path: string, text: string, check: boolean): void {
  const file = projectFile(...path.split('/'));
  const fresh = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (fresh) console.log(`${path} est à jour.`);
  else if (check) {
    console.error(`${path} n'est plus à jour : refaites-la.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${path} écrite.`);
  }
}
