import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { FileRefusedError } from './file-refused.js';

const unfold = promisify(inflate);
/** The most bytes that the objects folded together may hold. */
const MOST_UNFOLDED = 32 * 1024 * 1024;
/** Characters before a stream among which its dictionary is. */
const DICTIONARY = 2_000;

/** What runs when the document is read: scripts, programs that are launched, players, forms that program themselves. */
const PROGRAM = /\/(?:JavaScript|Launch|RichMedia)\b|\/XFA\s*[[\d<]/;

/**
 * Refuses a PDF that runs something when it is read, or of which the objects cannot be looked at: locked, or folded in a
 * way that no office software writes.
 */
export async function checkPdf(path: string): Promise<void> {
  const text = (await readFile(path)).toString('latin1');
  const plain = unescaped(text);
  if (/\/Encrypt\b/.test(plain))
    throw new FileRefusedError('unsafe', 'Ce PDF est protégé (mot de passe ou restrictions) : enregistrez-le sans.');
  for (const part of [plain, ...(await foldedObjects(text))])
    if (PROGRAM.test(part))
      throw new FileRefusedError(
        'unsafe',
        'Ce PDF contient un programme : « imprimez »-le au format PDF, puis déposez celui-là.',
      );
}

/** A name may be written by the codes of its letters: « /J#61vaScript ». */
const unescaped = (text: string) =>
  text.replaceAll(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The objects that are folded together in streams, unfolded. */
async function foldedObjects(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { index, 0: start } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const dictionary = unescaped(text.slice(Math.max(0, index - DICTIONARY), index));
    if (!isOfObjects(dictionary)) continue;
    const from = index + start.length;
    const end = text.indexOf('endstream', from);
    found.push(await unfolded(dictionary, text.slice(from, end < 0 ? undefined : end)));
  }
  return found;
}

const isOfObjects = (dictionary: string) => /\/ObjStm\b/.test(dictionary.slice(dictionary.lastIndexOf(' obj')));

async function unfolded(dictionary: string, bytes: string): Promise<string> {
  const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
  if (!/\/Filter\b/.test(own)) return unescaped(bytes);
  try {
    if (/\/DecodeParms\b/.test(own)) throw new Error('Objets repliés de façon inhabituelle.');
    const whole = await unfold(Buffer.from(bytes, 'latin1'), { maxOutputLength: MOST_UNFOLDED });
    return unescaped(whole.toString('latin1'));
  } catch (cause) {
    const message = 'Ce PDF ne peut être vérifié : « imprimez »-le au format PDF, puis déposez celui-là.';
    throw Object.assign(new FileRefusedError('unsafe', message), { cause });
  }
}
