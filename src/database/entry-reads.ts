import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readClock } from '../clock/clock.js';
import type { ContactRow } from './entities/index.js';

/** Someone who may enter by a link sent to their address. */
export type Entrant = Pick<ContactRow, 'id' | 'name' | 'email' | 'account'>;

const STANDING = `NOT shared AND unreachable_since IS NULL AND valid_from <= $2::date
  AND (valid_to IS NULL OR $2::date <= valid_to)`;

/** Reads of who may enter by a link of a mail: people, never a mailbox that several open. */
@Injectable()
export class EntryReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Who is written to at an address today; undefined when nobody is. One person in several roles is one entrant. */
  async at(address: string): Promise<Entrant | undefined> {
    return this.first('lower(email) = lower($1)', address);
  }

  /** A contact who may still enter; undefined when they may no more. */
  async of(contactId: string): Promise<Entrant | undefined> {
    return this.first('id = $1', contactId);
  }

  private async first(which: string, value: string): Promise<Entrant | undefined> {
    const { today } = await readClock(this.source.manager);
    const [entrant] = await this.source.query<Entrant[]>(
      `SELECT id, name, email, account FROM contacts WHERE ${which} AND ${STANDING}
       ORDER BY account NULLS LAST, id LIMIT 1`,
      [value, today],
    );
    return entrant;
  }
}
