import type { DataSource } from 'typeorm';
import type { CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';
import type { RuleBook } from '../reglement/load.js';
import type { When } from './occurrence.js';

/** What a job has to work with: the house, and the day that it works for. */
export interface JobGround {
  readonly source: DataSource;
  readonly book: RuleBook;
  readonly day: CivilDate;
  readonly now: Instant;
  /** The identifier of a mail of the house. */
  readonly messageId: (id: string) => string;
}

/** A job that the calendar starts. Run again for the same day, it changes nothing more. */
export interface Job {
  readonly name: string;
  readonly label: string;
  readonly when: When;
  /** How far back a run that was missed is made up for. */
  readonly catchUp: '1 day' | '7 days' | '31 days';
  /** Whether it only controls the house: where the clock steps, a run a week is enough, however much rings on the way. */
  readonly isControl?: boolean;
  readonly run: (ground: JobGround) => Promise<object>;
}
