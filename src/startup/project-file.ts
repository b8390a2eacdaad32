import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function root(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('Racine du projet introuvable : package.json manque.');
  return root(parent);
}

/** The path of a file of the project, from the sources as well as from their compiled form. */
export function projectFile(...path: readonly string[]): string {
  return join(root(dirname(fileURLToPath(import.meta.url))), ...path);
}
