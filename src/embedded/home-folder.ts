import { constants } from 'node:fs';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { StartupError } from '../startup/startup-error.js';

const WHY_NO_HOME: Readonly<Record<string, string>> = {
  EEXIST: 'c’est un fichier',
  ENOTDIR: 'une partie de ce chemin est un fichier',
  EACCES: 'vous ne pouvez pas y écrire',
  EPERM: 'vous ne pouvez pas y écrire',
  EROFS: 'il est en lecture seule',
  ENOSPC: 'le disque est plein',
};

/** Creates the home folder: private, except that root lets the unprivileged user of PostgreSQL pass through it. Refuses what cannot be written to. */
export async function makeHome(home: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(home, constants.W_OK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const why = WHY_NO_HOME[code];
    if (why === undefined) throw error;
    throw new StartupError(`Le dossier de Jalon, ${home} (JALON_HOME), ne peut servir : ${why}.`, { cause: error });
  }
}

/** The text of a file, or nothing when there is no such file. */
export async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Writes a file that only its owner reads. */
export async function writePrivate(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
}

/** What a file of the home folder holds as JSON; refused when it was damaged. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readIfPresent(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new StartupError(`Le fichier ${file} est abîmé.`, { cause: error });
  }
}
