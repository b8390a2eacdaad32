import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { eventLabel, obligationsNamed } from '../../domain/dossier/naming.js';
import { isUuid } from '../../domain/kernel/ids.js';
import { readDossier } from '../../record/dossiers.js';
import { readDoneUnder } from '../../record/done.js';

/** By what the address of a page says that an act was just done, and under which key. */
export const DONE = 'fait';
/** The one by which it says, in a word, what was just set. */
export const SAID = 'dit';

/** What an address says that was just done, by one of those parameters. */
export const toldIn = ({ originalUrl }: Request, name: typeof DONE | typeof SAID): string | undefined =>
  new URLSearchParams(/\?.*/s.exec(originalUrl)?.[0]).get(name) ?? undefined;

/** What is told of an act once it is done, on whichever page its author is led to. */
@Injectable()
export class DoneMessages {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** What someone did under the key that an address gives, as the journal tells it; undefined when they did nothing under it. */
  async of(account: string | undefined, key: unknown): Promise<string | undefined> {
    if (account === undefined || typeof key !== 'string' || !isUuid(key)) return undefined;
    const done = await readDoneUnder(this.source.manager, account, key);
    if (!done) return undefined;
    const { state } = await readDossier(this.source.manager, done.poleId);
    const [event] = done.events;
    return event && eventLabel(event, state, obligationsNamed(done.events));
  }
}
