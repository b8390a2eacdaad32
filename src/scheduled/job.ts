import type { DataSource } from 'typeorm';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { Deposits } from '../files/deposits.js';
import type { RuleBook } from '../reglement/load.js';
import type { RecordContext } from '../record/context.js';
import type { Position } from '../record/upkeep/position.js';
import type { Anchoring } from './anchor-file.js';
import type { When } from './occurrence.js';

/** What a job has to work with: the house, and the day that it works for. */
export interface JobGround {
  readonly source: DataSource;
  readonly book: RuleBook;
  readonly record: RecordContext;
  readonly deposits: Deposits;
  readonly day: CivilDate;
  /** The first day that it works for: the one after its last run, when days were missed or passed over since. */
  readonly since: CivilDate;
  readonly now: Instant;
  /** The identifier of a mail of the house. */
  readonly messageId: (id: string) => string;
  /** Where the anchors of the journals are kept; none where no key is named. */
  readonly anchoring: Anchoring | undefined;
}

/** What of where the house stands may wait for a job. */
export type Waited = Pick<Position, 'forDigests' | 'nextPoint'>;

/** A job that the calendar starts. Run again for the same day, it changes nothing more. */
export interface Job {
  readonly name: string;
  readonly label: string;
  readonly when: When;
  /** How far back a run that was missed is made up for. */
  readonly catchUp: '1 day' | '7 days' | '31 days';
  /** Whether it only controls the house: where the clock steps, a run a week is enough. */
  readonly isControl?: boolean;
  /** Since when something waits for it; null when nothing does. Where the clock steps, it runs when it is waited for, and only then. */
  readonly waitedForSince?: (position: Waited) => Instant | null;
  readonly run: (ground: JobGround) => Promise<object>;
}
