import { latestOf, type CivilDate } from '../kernel/civil-date.js';
import { isPoint } from '../obligations/points.js';
import type { Obligation } from '../obligations/slice.js';
import type { Rung } from '../reglement/ladder.js';

interface Said {
  readonly obligation: Pick<Obligation, 'id'>;
  readonly rung: Pick<Rung, 'id'>;
}

interface Line {
  readonly times: number;
  readonly last: CivilDate | null;
}

const NOTHING: Line = { times: 0, last: null };

/** How often, its points apart, and when last, one recipient was told of one obligation. */
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

  /** How often a recipient was told of an obligation, its points apart. */
  times({ id }: Pick<Obligation, 'id'>, recipient: string): number {
    return this.line(id, recipient).times;
  }

  /** When a recipient was last told of any of some obligations: all the openings of one thing owed. */
  last(openings: readonly Pick<Obligation, 'id'>[], recipient: string): CivilDate | null {
    return latestOf(...openings.map(({ id }) => this.line(id, recipient).last));
  }

  /** Counts what a recipient is about to be told on a day. */
  add({ obligation: { id }, rung }: Said, recipient: string, day: CivilDate): void {
    const times = this.line(id, recipient).times + (isPoint(rung.id) ? 0 : 1);
    this.lines.set(keyOf(id, recipient), { times, last: day });
  }

  private line(obligation: string, recipient: string): Line {
    return this.lines.get(keyOf(obligation, recipient)) ?? NOTHING;
  }
}

const keyOf = (obligation: string, recipient: string) => `${obligation}/${recipient}`;
