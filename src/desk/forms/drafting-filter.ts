import { Catch, Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../api/tokens.js';
import type { WatchedRequest } from '../../api/watched-request.js';
import { PageFilter } from '../frame/page-filter.js';
import { PageShower } from '../frame/page-shower.js';
import { sentIn } from '../frame/typed.js';
import { Drafts } from './drafts.js';

/** Tells what goes wrong behind a form that its author finds again as they had filled it in. */
@Catch()
export class DraftingFilter extends PageFilter {
  constructor(
    @Inject(LOGGER) log: Logger,
    @Inject(PageShower) shower: PageShower,
    @Inject(Drafts) private readonly drafts: Drafts,
  ) {
    super(log, shower);
  }

  protected override async keepTyped({ method, path, body }: WatchedRequest, account: string): Promise<boolean> {
    return method === 'POST' && this.drafts.keep(account, path, sentIn(body));
  }
}
