import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { appendFile, link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HouseMail } from '../mail/house-post.js';
import type { OutsideAnchor } from '../record/journal/outside-anchor.js';
import type { AnchorSettings } from '../startup/configuration.js';
import { StartupError } from '../startup/startup-error.js';

/** The file in which the anchors are kept, one a line, and the key that signs them: both outside the database. */
export class AnchorFile {
  private constructor(
    private readonly file: string,
    readonly key: KeyObject,
    /** Where each anchor is told by mail too. */
    readonly mail: string | undefined,
  ) {}

  /**
   * Opens them. The first time, makes the key, which its owner alone reads. Refuses a file that is no Ed25519 key, and to
   * make another one when anchors were signed already.
   */
  static async open({ key, file, mail }: AnchorSettings): Promise<AnchorFile> {
    await Promise.all([key, file].map(path => mkdir(dirname(path), { recursive: true, mode: 0o700 })));
    const pem = (await textOf(key)) ?? (await made(key, (await textOf(file)) !== undefined));
    return new AnchorFile(file, privateKeyOf(pem, key), mail);
  }

  /** The anchors that are kept, in order. */
  async read(): Promise<readonly OutsideAnchor[]> {
    return anchorsIn(this.file);
  }

  /** Adds an anchor at the end; it is on the disk when this is done. */
  async append(anchor: OutsideAnchor): Promise<void> {
    await appendFile(this.file, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
    const written = await open(this.file, 'r');
    await written.sync().finally(() => written.close());
  }
}

/** What keeps the anchors outside the database. */
export interface Anchoring {
  readonly file: AnchorFile;
  /** None where there is no server of mail. */
  readonly post: ((mail: HouseMail) => Promise<string | undefined>) | undefined;
}

/** The anchors that are kept and the public part of their key, for who checks them; undefined when there are none. */
export async function keptAnchors({ key, file }: AnchorSettings) {
  const [pem, anchors] = [await textOf(key), await anchorsIn(file)];
  if (anchors.length === 0) return undefined;
  if (pem === undefined) throw new StartupError(`La clé des ancres manque : ${key} (JALON_ANCHOR_KEY).`);
  return { anchors, key: createPublicKey(pem) };
}

async function anchorsIn(file: string): Promise<readonly OutsideAnchor[]> {
  const lines = ((await textOf(file)) ?? '').split('\n').filter(line => line !== '');
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as OutsideAnchor;
    } catch (error) {
      throw new StartupError(`Le fichier des ancres est abîmé : ${file}, ligne ${index + 1}.`, { cause: error });
    }
  });
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes the key. Of two processes that start at once, both have that of the first. */
async function made(path: string, isSigned: boolean): Promise<string> {
  if (isSigned) throw new StartupError(`La clé des ancres manque, et des ancres sont déjà signées : ${path}.`);
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, pem, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

function privateKeyOf(pem: string, path: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw new StartupError(`${path} (JALON_ANCHOR_KEY) n'est pas une clé privée.`, { cause: error });
  }
  throw new StartupError(`${path} (JALON_ANCHOR_KEY) n'est pas une clé Ed25519.`);
}
