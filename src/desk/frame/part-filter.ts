import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { answerTo } from '../../api/problem-filter.js';
import { LOGGER } from '../../api/tokens.js';
import type { WatchedRequest } from '../../api/watched-request.js';

/** What goes wrong behind a part of a page takes nobody away from the page: its status says it. */
@Catch()
export class PartFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const { problem, headers = {} } = answerTo(error, http.getRequest<WatchedRequest>(), this.log);
    if (!response.headersSent)
      response
        .status(problem.status)
        .set({ ...headers, 'Cache-Control': 'no-store' })
        .end();
  }
}
