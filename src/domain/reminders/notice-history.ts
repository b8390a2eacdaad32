import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import type { Obligation } from '../obligations/slice.js';

interface Line {
  readonly times: number;
  readonly last: CivilDate | null;
}

const NOTHING: Line = { times: 0, last: null };

/** How often, and when last, one recipient was told of one obligation. */
export interface NoticeCount extends Line {
  readonly obligation: string;
  readonly recipient: string;
}

/** How often, and when last, each recipient was told of obligations, or is about to be. */
export class NoticeHistory {
  private constructor(private readonly lines: Map<string, Line>) {}

  /** What is known of obligations and recipients, a line each. */
  static from(rows: readonly NoticeCount[]): NoticeHistory {
    return new NoticeHistory(new Map(rows.map(row => [keyOf(row.obligation, row.recipient), row])));
  }

  /** How often a recipient was told of an obligation. */
  times({ id }: Pick<Obligation, 'id'>, recipient: string): number {
    return this.line(id, recipient).times;
  }

  /** When a recipient was last told of any of some obligations: all the openings of one thing owed. */
  last(openings: readonly Pick<Obligation, 'id'>[], recipient: string): CivilDate | null {
    return latestOf(...openings.map(({ id }) => this.line(id, recipient).last));
  }

  /** Counts what a recipient is about to be told on a day. */
  add({ id }: Pick<Obligation, 'id'>, recipient: string, day: CivilDate): void {
    this.lines.set(keyOf(id, recipient), { times: this.line(id, recipient).times + 1, last: day });
  }

  private line(obligation: string, recipient: string): Line {
    return this.lines.get(keyOf(obligation, recipient)) ?? NOTHING;
  }
}

const keyOf = (obligation: string, recipient: string) => `${obligation}/${recipient}`;
