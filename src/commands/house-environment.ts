import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectFile } from '../startup/project-file.js';

const NAMES = [
  'DATABASE_URL',
  'OWNER_DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'JALON_PORT',
  'JALON_OIDC_PORT',
  'JALON_ISSUER',
  'JALON_CLOCK',
  'JALON_ANCHOR_KEY',
  'JALON_ANCHOR_FILE',
  'JALON_DOCUMENTS',
  'JALON_CLAMAV',
] as const;

/** The folder where the house keeps its data. */
export function homeFolder(): string {
  return resolve(process.env['JALON_HOME'] ?? projectFile('.jalon'));
}

const file = (home: string) => join(home, 'environment.json');

/** Keeps, for their owner alone, the settings by which other commands join the house that `npm start` runs. */
export function keepEnvironment(home: string, env: NodeJS.ProcessEnv): void {
  const settings = Object.fromEntries(NAMES.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]])));
  writeFileSync(file(home), JSON.stringify(settings), { mode: 0o600 });
}

/** The settings of the house: those of the environment, else those that `npm start` kept. */
export function houseEnvironment(): NodeJS.ProcessEnv {
  const path = file(homeFolder());
  if (process.env['DATABASE_URL'] !== undefined || !existsSync(path)) return process.env;
  return { ...(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>), ...process.env };
}
