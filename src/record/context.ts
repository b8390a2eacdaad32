import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { RuleBook } from '../reglement/load.js';
import type { Stages } from '../rehearsal/stages.js';

/** What the record works with, the same for acts, alarms and declarations. */
export interface RecordContext {
  readonly source: DataSource;
  readonly book: RuleBook;
  readonly stages: Stages;
  /** Seconds of the morning over which the mails of the dossiers are spread; not while the clock steps. */
  readonly spreadSeconds: number;
  /** Where a disagreement between a story and its dossier is told. */
  readonly log: Pick<Logger, 'warn'>;
}
