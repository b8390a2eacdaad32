import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHome } from '../../../src/embedded/home-folder.js';
import { passwords } from '../../../src/embedded/postgres-access.js';
import { StartupError } from '../../../src/startup/startup-error.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-home-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('The folder of the house', () => {
  it('is made with what leads to it, and made again without harm', async () => {
    const home = join(folder, 'a', 'b');
    await makeHome(home);
    await expect(makeHome(home)).resolves.toBeUndefined();
  });

  it.each([
    ['a file', 'file', 'c’est un fichier'],
    ['beyond a file', join('file', 'home'), 'une partie de ce chemin est un fichier'],
  ])('is refused in French when it is %s', async (_what, path, why) => {
    writeFileSync(join(folder, 'file'), '');
    const home = join(folder, path);
    const refused = makeHome(home);
    await expect(refused).rejects.toBeInstanceOf(StartupError);
    await expect(refused).rejects.toThrow(`Le dossier de Jalon, ${home} (JALON_HOME), ne peut servir : ${why}.`);
  });

  it('keeps passwords that are made once, and refuses those of a damaged file', async () => {
    const made = await passwords(folder);
    await expect(passwords(folder)).resolves.toEqual(made);
    for (const text of ['{"postgres":"tronq', '{}', 'null']) {
      writeFileSync(join(folder, 'postgres-passwords.json'), text);
      await expect(passwords(folder)).rejects.toThrow('postgres-passwords.json est abîmé');
    }
  });
});
