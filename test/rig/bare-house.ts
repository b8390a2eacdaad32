import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { setUpClock } from '../../src/record/clock-writes.js';
import { dataSource } from '../../src/database/data-source.js';
import { NO_ANTIVIRUS } from '../../src/files/antivirus.js';
import { Deposits } from '../../src/files/deposits.js';
import { FolderStorage } from '../../src/files/storage.js';
import type { RecordContext } from '../../src/record/context.js';
import { StoryRecord } from '../../src/record/story-record.js';
import { RuleBook } from '../../src/reglement/load.js';
import { STAGES } from '../../src/rehearsal/stages.js';
import { freshDatabase } from './database.js';

/** A real database and the record that writes to it, without HTTP and without Temporal; its clock steps. */
export interface BareHouse {
  /** The address of its database for the application. */
  readonly appUrl: string;
  readonly source: DataSource;
  readonly owner: DataSource;
  readonly book: RuleBook;
  readonly context: RecordContext;
  readonly record: StoryRecord;
  readonly deposits: Deposits;
  close(): Promise<void>;
}

export async function bareHouse(standsAt = '2026-02-02T08:00:00Z', book = RuleBook.load()): Promise<BareHouse> {
  const database = await freshDatabase();
  const source = await dataSource(database.appUrl, 4).initialize();
  const owner = await dataSource(database.ownerUrl, 1).initialize();
  await setUpClock(source.manager, 'stepping', 0);
  await source.query('UPDATE clock SET stands_at = $1', [standsAt]);
  const folder = await mkdtemp(join(tmpdir(), 'jalon-documents-'));
  const close = async () => {
    await Promise.all([source, owner].map(async opened => opened.isInitialized && opened.destroy()));
    await database.drop();
    await rm(folder, { recursive: true });
  };
  const log = pino({ level: 'silent' });
  const context = { source, book, stages: STAGES, spreadSeconds: 0, log };
  const deposits = new Deposits(source, new FolderStorage(folder), NO_ANTIVIRUS, log);
  return { appUrl: database.appUrl, source, owner, book, context, record: new StoryRecord(context), deposits, close };
}
