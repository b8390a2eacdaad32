import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { ProblemFilter } from '../api/problem-filter.js';
import type { WatchedRequest } from '../api/watched-request.js';
import type { PageFilter } from '../desk/frame/page-filter.js';

/** What is nowhere, as whoever asks reads it: on a page for a browser outside the API, else as a problem. */
@Catch(NotFoundException)
export class NowhereFilter implements ExceptionFilter<NotFoundException> {
  constructor(
    private readonly pages: PageFilter,
    private readonly problems: ProblemFilter,
  ) {}

  async catch(error: NotFoundException, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<WatchedRequest>();
    await (wantsPage(request) ? this.pages : this.problems).answer(error, request, http.getResponse<Response>());
  }
}

function wantsPage(request: WatchedRequest): boolean {
  return !request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html';
}
