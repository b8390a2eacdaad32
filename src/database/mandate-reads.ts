import type { DataSource } from 'typeorm';
import { MandateRow } from './entities/index.js';

/** Reads of who holds which role. */
export class MandateReads {
  constructor(private readonly source: DataSource) {}

  async of(account: string): Promise<readonly MandateRow[]> {
    return this.source.getRepository(MandateRow).find({ where: { account }, order: { role: 'ASC' } });
  }
}
