import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { readClock } from '../clock/clock.js';
import { DocumentReads, type DepositedFile, type PlacedFile } from '../database/document-reads.js';
import { forgetDeposit, noteDeposit, noteVerdict } from '../record/documents.js';
import type { Antivirus, Scan } from './antivirus.js';
import { FileRefusedError } from './file-refused.js';
import { inspect } from './inspection.js';
import { LARGEST_FILE } from './media.js';
import type { DocumentStorage } from './storage.js';

/** A file on its way into a dossier. */
export interface ComingFile {
  readonly poleId: string;
  readonly account: string;
  /** As its author's machine names it. */
  readonly name: string;
  readonly bytes: Readable;
}

/** Files that a sweep asks the antivirus about again. */
const MOST_AT_ONCE = 50;
const TOO_LARGE = 'Ce fichier dépasse 20 Mo : allégez-le, ou partagez-le en plusieurs.';

/** The files of the dossiers: brought, looked at, kept under the digest of their bytes, and given back. */
export class Deposits {
  private readonly reads: DocumentReads;

  constructor(
    private readonly source: DataSource,
    private readonly storage: DocumentStorage,
    private readonly antivirus: Antivirus,
    private readonly log: Logger,
  ) {
    this.reads = new DocumentReads(source);
  }

  /**
   * Keeps a file, whole or not at all: never more of it in memory than what passes. Refuses one that is too large, of
   * another format, unsafe, or in which the antivirus finds a virus. When the antivirus is away, the file waits for it.
   */
  async deposit({ poleId, account, name, bytes }: ComingFile): Promise<DepositedFile> {
    const path = await this.storage.incoming();
    try {
      const { hash, size } = await written(bytes, path);
      const extension = await inspect(path, name);
      const scan = await this.scanned({ poleId, hash }, createReadStream(path));
      if (scan?.verdict === 'infected') throw this.infected({ poleId, hash }, scan.virus);
      const { now } = await readClock(this.source.manager);
      const file = { hash, name: named(name), extension, size, account, depositedAt: now };
      return await this.source.transaction(async manager => {
        const noted = await noteDeposit(manager, poleId, file);
        if (scan) await this.note(manager, { poleId, hash }, scan);
        await this.storage.keep(path, { poleId, hash });
        return { ...noted, verdict: scan?.verdict ?? noted.verdict };
      });
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The bytes of a file. */
  open(key: PlacedFile): Promise<Readable> {
    return this.storage.open(key);
  }

  /** Asks the antivirus again about those that wait for it. One whose bytes are lost waits on, and keeps no other waiting. */
  async settle(): Promise<void> {
    for (const file of await this.reads.pending(MOST_AT_ONCE)) {
      const bytes = await this.kept(file);
      if (!bytes) continue;
      const scan = await this.scanned(file, bytes);
      if (!scan) return;
      await this.note(this.source.manager, file, scan);
    }
  }

  /** Throws away those deposited before an instant that no fact carries; answers how many. */
  async forgetUnattached(before: string): Promise<number> {
    let forgotten = 0;
    for (const file of await this.reads.unattached(before)) {
      if (await this.source.transaction(manager => this.forget(manager, file, before))) forgotten++;
    }
    return forgotten;
  }

  /** Those that a fact carries and that are not kept whole, or in which a virus was found since. */
  async faults(): Promise<readonly (PlacedFile & { readonly fault: 'lost' | 'infected' })[]> {
    const faults: (PlacedFile & { readonly fault: 'lost' | 'infected' })[] = [];
    for (const { poleId, hash, size, verdict } of await this.reads.attached()) {
      if (verdict === 'infected') faults.push({ poleId, hash, fault: 'infected' });
      else if ((await this.storage.sizeOf({ poleId, hash })) !== size) faults.push({ poleId, hash, fault: 'lost' });
    }
    return faults;
  }

  /** Within the transaction: who brings it again waits for its end, and keeps it anew. */
  private async forget(manager: EntityManager, file: PlacedFile, before: string): Promise<boolean> {
    const isForgotten = await forgetDeposit(manager, file, before);
    if (isForgotten) await this.storage.remove(file);
    return isForgotten;
  }

  private async kept(file: PlacedFile): Promise<Readable | undefined> {
    try {
      return await this.storage.open(file);
    } catch (error) {
      this.log.error(
        { err: error, pole: file.poleId, document: file.hash },
        'document illisible : l’antivirus ne le lit pas',
      );
      return undefined;
    }
  }

  private async scanned(file: PlacedFile, bytes: Readable): Promise<Scan | undefined> {
    try {
      return await this.antivirus.scan(bytes);
    } catch (error) {
      this.log.warn({ err: error, pole: file.poleId, document: file.hash }, 'antivirus absent : le document l’attend');
      return undefined;
    }
  }

  private infected({ poleId, hash }: PlacedFile, virus: string): FileRefusedError {
    this.log.warn(
      { pole: poleId, document: hash, virus },
      'virus reconnu dans un fichier déposé : rien n’en est gardé',
    );
    return new FileRefusedError('infected', 'L’antivirus a reconnu un virus dans ce fichier : rien n’en est gardé.');
  }

  private async note(manager: EntityManager, file: PlacedFile, scan: Scan): Promise<void> {
    const virus = scan.verdict === 'infected' ? scan.virus : null;
    await noteVerdict(manager, file, { scannedBy: this.antivirus.name, virus });
  }
}

/** Writes what comes to a path; answers its size and its SHA-256. Refuses what is empty, or larger than is taken. */
async function written(bytes: Readable, path: string): Promise<{ readonly hash: string; readonly size: number }> {
  const digest = createHash('sha256');
  let size = 0;
  const measured = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length;
      digest.update(part);
      done(size > LARGEST_FILE ? new FileRefusedError('too-large', TOO_LARGE) : null, part);
    },
  });
  await pipeline(bytes, measured, createWriteStream(path, { mode: 0o600 }));
  if (size === 0) throw new FileRefusedError('empty', 'Ce fichier est vide.');
  return { hash: digest.digest('hex'), size };
}

/** Without the folders of its author's machine, nor what no name holds; its format stays. */
function named(name: string): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  return bare.length <= 200 ? bare : bare.slice(0, 190) + bare.slice(bare.lastIndexOf('.')).slice(0, 10);
}
