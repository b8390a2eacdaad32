import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { FileRefusedError } from './file-refused.js';

/** The most that an archive may hold, in files and in bytes once they are unfolded: a bomb holds more. */
const MOST_ENTRIES = 5_000;
const MOST_UNFOLDED = 200 * 1024 * 1024;
/** How many times smaller a part of it may be folded: text hardly shrinks more. */
const MOST_SHRUNK = 200;
/** Bytes up to which shrinking much does no harm: a picture of one colour. */
const SMALL = 1024 * 1024;
/** The parts of office documents that hold programs. */
const PROGRAM = /(?:^|\/)(?:vbaProject\.bin$|Basic\/|Scripts\/)/i;

/** Refuses an archive that unfolds beyond measure, that holds programs, or that cannot be listed. Unfolds nothing of it. */
export async function checkArchive(path: string): Promise<void> {
  const zip = await openPromise(path).catch(damaged);
  try {
    await checkEntries(zip);
  } catch (error) {
    throw error instanceof FileRefusedError ? error : damaged(error);
  } finally {
    zip.close();
  }
}

async function checkEntries(zip: ZipFile): Promise<void> {
  let unfolded = 0;
  for await (const entry of zip.eachEntry()) {
    unfolded += entry.uncompressedSize;
    if (zip.entryCount > MOST_ENTRIES || unfolded > MOST_UNFOLDED || isBomb(entry)) throw new FileRefusedError(...BOMB);
    if (PROGRAM.test(entry.fileName)) throw new FileRefusedError(...WITH_MACROS);
    if (entry.isEncrypted()) throw new FileRefusedError(...LOCKED);
  }
}

const isBomb = ({ uncompressedSize, compressedSize }: Entry) =>
  uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_SHRUNK;

const BOMB = [
  'unsafe',
  'Ce document se déploie au-delà de toute mesure : enregistrez-le de nouveau, ou au format PDF.',
] as const;
const WITH_MACROS = [
  'unsafe',
  'Ce document contient un programme (macros) : enregistrez-le sans ses macros, ou au format PDF.',
] as const;
const LOCKED = ['unsafe', 'Ce document est protégé par un mot de passe : enregistrez-le sans.'] as const;

function damaged(cause: unknown): never {
  throw Object.assign(new FileRefusedError('wrong-type', 'Ce document est abîmé : enregistrez-le de nouveau.'), {
    cause,
  });
}
