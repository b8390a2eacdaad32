import type { DataSource } from 'typeorm';
import type { RecordContext } from '../record/context.js';
import type { RuleBook } from '../reglement/load.js';
import type { Nudger } from '../temporal/nudger.js';
import type { HouseClock } from '../temporal/house-clock.js';
import type { Letters } from '../mail/letter.js';
import type { Templates } from '../mail/templates.js';
import type { Sweep } from '../temporal/sweep.js';

/** What the API says of mails: how they are written, and by which secret a server of mail tells of bounces. */
export interface Post {
  readonly letters: Letters;
  readonly templates: Templates;
  readonly bounceSecret: string | undefined;
}

/** What the API is built on, made once at start and handed to the controllers. */
export class House {
  constructor(
    readonly record: RecordContext,
    readonly nudger: Nudger,
    readonly clock: HouseClock,
    readonly sweep: Sweep,
    readonly post: Post,
  ) {}

  get source(): DataSource {
    return this.record.source;
  }

  get book(): RuleBook {
    return this.record.book;
  }

  /** Seconds of the morning over which mails are spread while the clock runs. */
  get spreadSeconds(): number {
    return this.record.spreadSeconds;
  }
}
