import { Catch, Inject } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { bringsFiles } from '../../api/file-parts.js';
import { LOGGER } from '../../api/tokens.js';
import type { WatchedRequest } from '../../api/watched-request.js';
import { PageFilter } from '../frame/page-filter.js';
import { PageShower } from '../frame/page-shower.js';
import { sentIn } from '../frame/typed.js';
import { fieldsAlone } from './brought-files.js';
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

  protected override async keepTyped(request: WatchedRequest, response: Response, account: string): Promise<boolean> {
    const { method, path, body } = request;
    if (method !== 'POST') return false;
    const isUnread = bringsFiles(request) && body === undefined;
    const typed = isUnread ? await fieldsAlone(request, response) : sentIn(body);
    return (await this.drafts.keep(account, path, typed)) !== undefined;
  }
}
