import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FeedReads } from '../database/feed-reads.js';
import { mayRead, perimeterOf } from '../domain/dossier/reading.js';
import type { Actor } from '../domain/dossier/roles.js';
import { isUuid } from '../domain/kernel/ids.js';
import type { Instant } from '../domain/kernel/paris.js';
import { Letters } from '../mail/letter.js';
import { readDossier } from '../record/dossiers.js';
import { renewFeedToken, revokeFeedToken } from '../record/people/feed-tokens.js';
import { followPole, leavePole } from '../record/people/followed-poles.js';
import { UnknownDossierError } from '../record/refused.js';

/** Whose calendar it is, and as whom they read. */
interface Owner {
  readonly account: string;
  readonly actors: readonly Actor[];
}

/** The private address of someone's calendar and the pôles that they follow, by the API or on pages. */
@Injectable()
export class MyCalendar {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(FeedReads) private readonly reads: FeedReads,
    @Inject(Letters) private readonly letters: Letters,
  ) {}

  /** A new private address, told once; the one before is closed. */
  async renew(account: string): Promise<string> {
    const token = await renewFeedToken(this.source, account);
    return `${this.letters.publicUrl}/calendars/${token}.ics`;
  }

  /** Closes the private address. Answers whether there was one. */
  close(account: string): Promise<boolean> {
    return revokeFeedToken(this.source.manager, account);
  }

  /** Since when there is a private address; undefined when there is none. */
  openSince(account: string): Promise<Instant | undefined> {
    return this.reads.addressSince(account);
  }

  followed({ account, actors }: Owner) {
    return this.reads.followedBy(account, perimeterOf(actors));
  }

  /** The pôles that they read and do not follow. */
  followable({ account, actors }: Owner) {
    return this.reads.followableBy(account, perimeterOf(actors));
  }

  /** Follows a pôle. Refuses one that does not exist, or that they may not read. */
  async follow(poleId: string, { account, actors }: Owner): Promise<void> {
    if (!isUuid(poleId)) throw new UnknownDossierError();
    const { state } = await readDossier(this.source.manager, poleId);
    if (!actors.some(actor => mayRead(state, actor))) throw new UnknownDossierError();
    await followPole(this.source.manager, account, poleId);
  }

  /** Follows a pôle no more. Refuses one that was not followed. */
  async leave(poleId: string, account: string): Promise<void> {
    if (!isUuid(poleId) || !(await leavePole(this.source.manager, account, poleId))) throw new UnknownDossierError();
  }
}
