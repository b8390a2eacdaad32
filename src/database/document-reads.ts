import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Verdict } from '../domain/documents/deposits.js';

/** A file that was deposited in a dossier. */
export interface DepositedFile {
  readonly hash: string;
  readonly name: string;
  /** Its format: « pdf ». */
  readonly extension: string;
  /** In bytes. */
  readonly size: number;
  /** The account of who brought it. */
  readonly account: string;
  readonly depositedAt: string;
  readonly verdict: Verdict;
}

/** A file and the dossier in which it is. */
export interface PlacedFile {
  readonly poleId: string;
  readonly hash: string;
}

/** The columns by which a deposited file is told. */
export const FILE = `hash, name, extension, size::int, account, verdict,
  to_char(deposited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "depositedAt"`;

/** Whether a fact carries the file `d`. */
export const IS_CARRIED = `EXISTS (SELECT FROM journal j WHERE j.pole_id = d.pole_id
  AND (j.data ? 'hash' OR j.data ? 'reportHash') AND COALESCE(j.data->>'hash', j.data->>'reportHash') = d.hash)`;

/** Reads of the files of the dossiers: what they are, never their bytes. */
@Injectable()
export class DocumentReads {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Those of a dossier, the last deposited first; of some digests only, when they are said. */
  async of(poleId: string, hashes?: readonly string[]): Promise<readonly DepositedFile[]> {
    return this.source.query<DepositedFile[]>(
      `SELECT ${FILE} FROM documents WHERE pole_id = $1 AND ($2::text[] IS NULL OR hash = ANY($2))
       ORDER BY deposited_at DESC, hash`,
      [poleId, hashes ?? null],
    );
  }

  /** Those of which the antivirus has said nothing yet, the oldest first. */
  async pending(most: number): Promise<readonly PlacedFile[]> {
    return this.source.query<PlacedFile[]>(
      `SELECT pole_id AS "poleId", hash FROM documents WHERE verdict = 'pending' ORDER BY deposited_at LIMIT $1`,
      [most],
    );
  }

  /** Those deposited before an instant that no fact carries. */
  async unattached(before: string): Promise<readonly PlacedFile[]> {
    return this.source.query<PlacedFile[]>(
      `SELECT d.pole_id AS "poleId", d.hash FROM documents d WHERE d.deposited_at < $1 AND NOT ${IS_CARRIED}
       ORDER BY d.deposited_at`,
      [before],
    );
  }

  /** Those that a fact carries, with their sizes: each must be where it is kept. */
  async attached(): Promise<readonly (PlacedFile & { readonly size: number; readonly verdict: Verdict })[]> {
    return this.source.query(
      `SELECT d.pole_id AS "poleId", d.hash, d.size::int, d.verdict FROM documents d WHERE ${IS_CARRIED}
       ORDER BY d.pole_id, d.hash`,
    );
  }
}
