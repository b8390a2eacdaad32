import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Milliseconds for which an answer serves: whoever asks more often costs nothing more. */
const FRESH = 1000;
/** More than fits in the least memory of work: PostgreSQL writes it to its disk, in a file that it removes at once. */
const ROWS = 20_000;

/** Whether the database answers and can write: a full disk, or a copy that only reads, still answers to reads. */
@Injectable()
export class Readiness {
  private last: { readonly at: number; readonly answer: Promise<void> } | undefined;

  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Throws what keeps the database from serving. */
  check(): Promise<void> {
    if (this.last === undefined || performance.now() - this.last.at > FRESH)
      this.last = { at: performance.now(), answer: this.write() };
    return this.last.answer;
  }

  /** Writes a line to the log of transactions, and a few pages to the disk of the data; nothing of it is kept. */
  private async write(): Promise<void> {
    await this.source.transaction(async manager => {
      await manager.query(`SET LOCAL work_mem = '64kB'`);
      await manager.query(
        `SELECT pg_logical_emit_message(true, 'jalon', ''), (SELECT count(*) FROM generate_series(1, ${ROWS}))`,
      );
    });
  }
}
