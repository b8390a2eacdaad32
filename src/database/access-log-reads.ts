import { Inject, Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { AccessLogRow } from './entities/index.js';

/** Which lines of the log are asked for. */
export interface AccessFilter {
  readonly pole?: string;
  /** The line after which a page begins. */
  readonly after?: string;
}

/** Reads of the log of what was read whole. */
@Injectable()
export class AccessLogReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** The lines, from the last. */
  async lines({ pole, after }: AccessFilter, limit: number): Promise<readonly AccessLogRow[]> {
    return this.source.getRepository(AccessLogRow).find({
      where: {
        ...(pole === undefined ? {} : { poleId: pole }),
        ...(after === undefined ? {} : { id: LessThan(after) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
