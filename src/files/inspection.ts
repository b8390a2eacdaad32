import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { checkArchive } from './archive.js';
import { FileRefusedError } from './file-refused.js';
import { extensionIn, mediaOf, TAKEN, type Extension } from './media.js';
import { checkPdf } from './pdf.js';

/**
 * The format of a file, by its bytes. Refuses one that is not taken, one that is not what its name says, and one that
 * would harm who opens it: a program in it, a bomb, a lock that keeps it from being looked at.
 */
export async function inspect(path: string, name: string): Promise<Extension> {
  const said = extensionIn(name);
  if (said === undefined) throw new FileRefusedError('wrong-type', `Ce format n’est pas pris. ${TAKEN}`);
  if (await isArchive(path)) await checkArchive(path);
  const found = await fileTypeFromFile(path);
  if (found?.mime !== mediaOf(said).mime)
    throw new FileRefusedError(
      'wrong-type',
      `Le contenu de ce fichier n’est pas celui d’un ${mediaOf(said).label}. ${TAKEN}`,
    );
  if (said === 'pdf') await checkPdf(path);
  return said;
}

/** An archive is looked at before anything of it is unfolded. */
async function isArchive(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await handle.close();
  }
}
