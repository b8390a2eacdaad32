import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SessionReads } from '../../database/session-reads.js';
import { forgetDraft, keepDraft, type KeptDraft } from '../../record/people/sessions.js';
import type { Posted } from './posted.js';

/** What people typed in forms that were not sent: kept for their author, until they take them up again. */
@Injectable()
export class Drafts {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(SessionReads) private readonly reads: SessionReads,
  ) {}

  /** What an account had typed in the form of a page, but what the form carried unseen: it may be of another day. */
  async of(account: string, path: string): Promise<Posted> {
    return typedIn((await this.reads.draft(account, path)) ?? {});
  }

  /** Keeps what was typed; answers since when and until when, undefined when nothing was. */
  async keep(account: string, path: string, posted: Posted): Promise<KeptDraft | undefined> {
    const typed = typedIn(posted);
    if (Object.keys(typed).length === 0) return undefined;
    return keepDraft(this.source.manager, account, path, typed);
  }

  async forget(account: string, path: string): Promise<void> {
    await forgetDraft(this.source.manager, account, path);
  }
}

const typedIn = (posted: Posted): Posted =>
  Object.fromEntries(Object.entries(posted).filter(([name]) => !name.startsWith('_')));
