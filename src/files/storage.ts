import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { machineMilliseconds } from '../clock/clock.js';

/** Where a file is: the dossier to which it was brought, and the SHA-256 of its bytes. */
export interface FileKey {
  readonly poleId: string;
  readonly hash: string;
}

/** Where the bytes of documents are kept; written once, under what they are. */
export interface DocumentStorage {
  /** A fresh path of this machine, to which a file that comes is written before it is known. */
  incoming(): Promise<string>;
  /** Keeps a file that has come, whole and on the disk, under its key; what is kept there already stays. */
  keep(path: string, key: FileKey): Promise<void>;
  /** The bytes; throws when they are not there. */
  open(key: FileKey): Promise<Readable>;
  /** How many bytes are kept; undefined when none are. */
  sizeOf(key: FileKey): Promise<number | undefined>;
  remove(key: FileKey): Promise<void>;
}

/** Hours after which a file that came and was neither kept nor thrown away is of a process that died. */
const LEFT_HOURS = 24;

/** Documents in a folder, one under each dossier. */
export class FolderStorage implements DocumentStorage {
  constructor(private readonly folder: string) {}

  async incoming(): Promise<string> {
    const folder = join(this.folder, 'incoming');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await forgetLeft(folder);
    return join(folder, randomUUID());
  }

  async keep(path: string, key: FileKey): Promise<void> {
    const kept = this.pathOf(key);
    await mkdir(dirname(kept), { recursive: true, mode: 0o700 });
    await synced(path);
    await rename(path, kept);
    await synced(dirname(kept));
  }

  async open(key: FileKey): Promise<Readable> {
    const handle = await open(this.pathOf(key));
    return createReadStream('', { fd: handle });
  }

  async sizeOf(key: FileKey): Promise<number | undefined> {
    const found = await stat(this.pathOf(key)).catch(absent);
    return found?.size;
  }

  async remove(key: FileKey): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf({ poleId, hash }: FileKey): string {
    return join(this.folder, poleId, hash);
  }
}

/** What is at a path is on the disk when this is done. */
async function synced(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

async function forgetLeft(folder: string): Promise<void> {
  const before = machineMilliseconds() - LEFT_HOURS * 3_600_000;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(absent);
    if (found && found.mtimeMs < before) await rm(path, { force: true });
  }
}

function absent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
