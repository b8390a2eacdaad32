import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const binaries = join(root, 'node_modules', '.bin');
const installed = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The version that everything runs on, as package.json pins it. */
const pinned = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies.node;
const majorOf = version => version.split('.')[0];

/**
 * The Node that runs the project: the one that npm installed here, whoever called. Where none is published for the
 * machine, the caller's, if its major is the pinned one; otherwise refused, in French.
 */
export function pinnedNode() {
  if (existsSync(installed)) return installed;
  if (majorOf(process.versions.node) === majorOf(pinned)) return process.execPath;
  throw new Error(
    `Jalon tourne sous Node ${pinned} ; celui-ci est ${process.versions.node}, et node_modules n’a pas le bon. ` +
      '« npm ci » l’installe ; à défaut, installez-le sur la machine (« nvm install »).',
  );
}

/** The environment in which `node`, and every tool that names it in its first line, is the pinned one. */
export function pinnedEnvironment(env = process.env) {
  return { ...env, PATH: [binaries, env.PATH].filter(Boolean).join(delimiter) };
}
